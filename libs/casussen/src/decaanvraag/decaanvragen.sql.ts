// Binds of every statement here: $1 region; JSON of casussen ($2) has casusId, leerlingId, school and, once known, schooljaar.

const CASUSSEN = `jsonb_to_recordset($2::jsonb) as n ("casusId" bigint, "leerlingId" bigint, school text, schooljaar int)`;

/**
 * Of these casussen those of which the school is asked ($3 date): until the summer holiday of its zone, about whom it
 * delivered beyond doubt, and where somebody can answer. Not again about who was answered in a question that still runs, nor
 * when the school said «aangemeld» and no delivery bore it out: then the officer looks.
 */
export const TE_VRAGEN = `
with n as materialized (
  select n."casusId", n."leerlingId", n.school,
         coalesce((select max(s.schooljaar) from signaal s where s.regio_id = $1 and s.leerling_id = n."leerlingId" and s.gesloten_op is null),
                  schooljaar_van($3::date)) as schooljaar
    from jsonb_to_recordset($2::jsonb) as n ("casusId" bigint, "leerlingId" bigint, school text)),
jaar as materialized (
  select j.schooljaar, laatste_schooldag(r.vakantiezone, j.schooljaar) as laatste_dag
    from (select distinct schooljaar from n) j join regio r on r.id = $1)
select n."casusId"::text as "casusId", n."leerlingId"::text as "leerlingId", n.school, n.schooljaar
  from n
  join jaar j on j.schooljaar = n.schooljaar and $3::date <= j.laatste_dag
  join leerling l on l.regio_id = $1 and l.id = n."leerlingId" and not l.voorlopig
 where exists (select from medewerker_rol mr join medewerker m on m.regio_id = mr.regio_id and m.id = mr.medewerker_id and m.actief
                where mr.regio_id = $1 and mr.rol in ('decaan', 'zorgcoordinator') and n.school = any (mr.scholen))
   and not exists (
     select from decaanvraag_leerling d
       join decaanvraag v on v.regio_id = $1 and v.id = d.decaanvraag_id and v.school = n.school and v.schooljaar = n.schooljaar
       left join traject t on t.regio_id = $1 and t.leerling_id = d.leerling_id and t.schooljaar = v.schooljaar
      where d.regio_id = $1 and d.leerling_id = n."leerlingId" and d.antwoord is not null
        and (v.status <> 'verlopen' and v.vervalt_op >= $3::date or d.antwoord = 'aangemeldBij' and coalesce(t.rang, 0) = 0))
 order by n."casusId"`;

// The holiday bounds the term; halfway is counted in days on which there is school. $3 date, $4 instant.
export const STEL = `
with nodig as (
  select distinct n.school, n.schooljaar from ${CASUSSEN}),
datum as (
  select n.*, r.vakantiezone as zone, least(termijn_op($1, 'decaanvraag', '', $3::date), laatste_schooldag(r.vakantiezone, n.schooljaar)) as vervalt_op
    from nodig n join regio r on r.id = $1),
helft as (
  select d.*, schoolwerkdagen(d.zone, $3::date, d.vervalt_op) / 2 as dagen from datum d)
insert into decaanvraag (regio_id, school, schooljaar, gesteld_op, vervalt_op, herinneren_op)
select $1, school, schooljaar, $4, vervalt_op, case when dagen > 0 then plus_schoolwerkdagen(zone, $3::date, dagen) end
  from helft order by school, schooljaar
on conflict (regio_id, school, schooljaar) where status = 'open' do nothing
returning id::text as "decaanvraagId", school, vervalt_op as "vervaltOp"`;

// Every casus joins the open question of its school; who is in it already is asked once more. $3 instant.
export const VOEG_TOE = `
insert into decaanvraag_leerling as d (regio_id, decaanvraag_id, leerling_id, gesteld_op)
select $1, v.id, n."leerlingId", $3
  from ${CASUSSEN}
  join decaanvraag v on v.regio_id = $1 and v.school = n.school and v.schooljaar = n.schooljaar and v.status = 'open'
 order by n."leerlingId"
on conflict on constraint decaanvraag_leerling_een do update set vanzelf_op = null where d.vanzelf_op is not null`;

export const OPEN_VRAGEN = `
select n."casusId"::text as "casusId", v.id::text as "decaanvraagId", v.school, v.vervalt_op as "vervaltOp"
  from ${CASUSSEN}
  join decaanvraag v on v.regio_id = $1 and v.school = n.school and v.schooljaar = n.schooljaar and v.status = 'open'
 order by n."casusId"`;

// Rows without an answer of whose casus nobody waits for one any more: it closed, or its owner went on. $2 leerlingen or
// null for all, $3 instant.
export const VANZELF = `
update decaanvraag_leerling d set vanzelf_op = $3
  from decaanvraag v
 where v.regio_id = $1 and v.status = 'open' and d.regio_id = $1 and d.decaanvraag_id = v.id
   and ($2::bigint[] is null or d.leerling_id = any ($2)) and d.antwoord is null and d.vanzelf_op is null
   and not exists (select from taak t join casus c on c.regio_id = $1 and c.id = t.casus_id and c.leerling_id = d.leerling_id
                    where t.regio_id = $1 and t.decaanvraag_id = v.id and t.soort = 'decaanvraag' and t.toestand = 'open')`;

// Nobody is left to answer about. $2 instant.
export const BEANTWOORD = `
with dicht as (
  update decaanvraag v set status = 'beantwoord', gesloten_op = $2
   where v.regio_id = $1 and v.status = 'open'
     and not exists (select from decaanvraag_leerling d where d.regio_id = $1 and d.decaanvraag_id = v.id and d.antwoord is null and d.vanzelf_op is null)
  returning v.id)
select id::text as id from dicht order by id`;

// $2 date, $3 instant.
export const VERLOOP = `
with dicht as (
  update decaanvraag set status = 'verlopen', gesloten_op = $3 where regio_id = $1 and status = 'open' and vervalt_op < $2::date
  returning id)
select id::text as id from dicht order by id`;

// $2 date, $3 instant: the questions, and the running casussen that wait for them.
export const HERINNER = `
with nu as (
  update decaanvraag set herinnerd_op = $3
   where regio_id = $1 and status = 'open' and herinnerd_op is null and herinneren_op <= $2::date and vervalt_op >= $2::date returning id, vervalt_op)
select c.id::text as "casusId", c.leerling_id::text as "leerlingId", nu.vervalt_op as "vervaltOp"
  from nu join taak t on t.regio_id = $1 and t.decaanvraag_id = nu.id and t.soort = 'decaanvraag' and t.toestand = 'open'
  join casus c on c.regio_id = $1 and c.id = t.casus_id and c.loopt
 order by c.id`;
