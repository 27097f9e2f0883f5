/** $1 regio; the enrolments and leerlingen that go stand in pg_temp.terug_inschrijving and pg_temp.terug_leerling. */
export const LAAT_LOS: readonly string[] = [
  `update traject t set eigen_inschrijving_id = null from pg_temp.terug_inschrijving i where t.regio_id = $1 and t.eigen_inschrijving_id = i.id`,
  // what they were worth is computed again by the check that follows
  `update traject t set vervolg_inschrijving_id = null from pg_temp.terug_inschrijving i where t.regio_id = $1 and t.vervolg_inschrijving_id = i.id`,
];

export const TABEL = `
drop table if exists pg_temp.terug_traject;
create temp table terug_traject (id bigint primary key) on commit drop`;

// Nobody worked on it, no stored ledger counted it (its list still shows it), and their leerling has nothing else that keeps it here.
export const VERWIJDER: readonly string[] = [
  `insert into terug_traject
   select t.id from pg_temp.terug_leerling g join traject t on t.regio_id = $1 and t.leerling_id = g.id
    where t.bestemming is null and t.aankomst_op is null and coalesce(t.voorgenomen_vervolg_bron, 'vervolgkeuze') = 'vervolgkeuze'
      and not exists (select from standverloop w where w.regio_id = $1 and w.traject_id = t.id)
      and not exists (select from casus c where c.regio_id = $1 and c.leerling_id = g.id)
      and not exists (select from gebeurtenis b where b.regio_id = $1 and b.leerling_id = g.id)
      and not exists (select from examenkandidatuur k where k.regio_id = $1 and k.leerling_id = g.id)
      and not exists (select from inschrijving i where i.regio_id = $1 and i.leerling_id = g.id
                         and i.id not in (select id from pg_temp.terug_inschrijving))`,
  `delete from terug_traject where id in (select in_gebruik($1, 'traject', 'terug_traject', '{}'))`,
  `delete from traject t using terug_traject g where t.regio_id = $1 and t.id = g.id`,
];

/** Binds: $1 regio, $2 aanlevering, $3 instant. A havo or vwo candidate is followed only after afgewezen. */
export const CORRIGEER = `
with uit as (
update traject t
   set gecorrigeerd_op = $3, correctie_reden = 'De aanlevering waarin deze leerling kandidaat was, is ongedaan gemaakt.',
       correctie_aanlevering_id = $2, vraag = null, onderdrukt = null, op_koers = true, beoordeeld_rang = null, beoordeeld_rood = null
  from pg_temp.geraakt g
 where t.regio_id = $1 and t.leerling_id = g.leerling_id and t.gecorrigeerd_op is null
   and not exists (
     select from examenkandidatuur k
      where k.regio_id = $1 and k.leerling_id = t.leerling_id and k.schooljaar = t.schooljaar
        and (k.uitslag = 'afgewezen' or t.uitslag <> 'afgewezen'
          or not (k.onderwijssoort in ('havo','vwo') or k.onderwijssoort = 'vavo' and coalesce(k.leerweg in ('havo','vwo'), false))))
returning t.id, t.leerling_id)
select id::text as id, leerling_id::text as "leerlingId" from uit order by leerling_id, id`;

export const OPEN_SIGNALEN = `
select id::text as id from signaal where regio_id = $1 and traject_id = any ($2::bigint[]) and gesloten_op is null order by id`;
