import { type Bereik, bereikSql } from './bereik.js';
import { EXAMENSOORTEN } from './cohort.sql.js';

const OKTOBER = 'make_date($2::int, 10, 1)';
const AUGUSTUS = 'make_date($2::int + 1, 8, 1)';
const ROOD = `('afgewezen','ingetrokken','nietVerschenen','uitgeschreven')`;

/**
 * Which rows of a leerling are the enrolment in which they were candidate: the row itself, an earlier form of it (same
 * school and soort, begun before the summer), and after geslaagd also one that the school still carries on in the new
 * schooljaar under another key; and the same at other schools where they were candidate.
 */
const EIGEN = `(i.id = b.eigen_inschrijving_id
    or i.school = b.school and i.onderwijssoort = b.onderwijssoort and (i.onderwijssoort <> 'mbo' or i.niveau is not distinct from b.niveau)
       and (i.begindatum < ${AUGUSTUS} or b.uitslag = 'geslaagd' and i.leerweg is not distinct from b.leerweg and b.onderwijssoort in ${EXAMENSOORTEN})
    or b.meer_kandidaturen and exists (
         select from examenkandidatuur k
          where k.regio_id = $1 and k.leerling_id = b.leerling_id and k.schooljaar = $2 and k.school = i.school
            and (k.inschrijving_id = i.id or k.onderwijssoort = i.onderwijssoort and i.begindatum < ${AUGUSTUS})))`;

// What the traject was, carried along: joining it again at the end would be a look-up per traject.
const OUD = (rij: string): string =>
  [
    'traject_id',
    'leerling_id',
    'examensoort',
    'uitslag',
    'oude_status',
    'oude_rang',
    'oud_rood',
    'oude_datum',
    'oude_bijzonderheid',
    'oud_vervolg',
    'oud_begin',
    'oud_aangekomen',
    'oud_lopend',
    'oud_uitgevallen',
  ]
    .map((kolom) => `${rij}.${kolom}`)
    .join(', ');

// The column of view inschrijving_gezien, written out: joined through the view it is a look-up per row.
const GEZIEN = `greatest(i.geschreven_op, case when i.verdwenen_op is null then g.volledig_op end)`;

// The rows of each leerling, and how each may count.
const RIJEN = (bereik: Bereik['soort']): string => `rij as materialized (
  select b.id as traject_id, b.leerling_id, b.onderwijssoort as examensoort, b.uitslag, b.status as oude_status, b.rang as oude_rang, b.rood as oud_rood,
         b.status_datum as oude_datum, b.bijzonderheid as oude_bijzonderheid, b.vervolg_inschrijving_id as oud_vervolg,
         b.vervolg_begindatum as oud_begin, b.aangekomen_op as oud_aangekomen, b.lopend_vanaf as oud_lopend, b.uitgevallen_op as oud_uitgevallen,
         i.id, i.id = b.eigen_inschrijving_id as huidig, i.school, i.onderwijssoort, i.begindatum, i.verschenen_op, i.bijzonderheid, e.gezien_op, n.status, n.status_datum, n.vertrek,
         e.eigen, b.uitslag in ('afgewezen','teruggetrokken','gespreid') as terug,
         -- begun for S+1, or in S from 1 October
         not e.eigen and i.begindatum >= ${OKTOBER} as nieuw,
         -- a school that keeps an older begindatum: delivered in the schooljaar after the cohort
         case when e.eigen then b.uitslag in ('afgewezen','teruggetrokken','gespreid') else i.onderwijssoort <> 'mbo' end
           and e.gezien_op >= ${AUGUSTUS} as later,
         -- quarantined today: yesterday's proof stands, a new one is not made of it
         not i.niet_bevestigd or b.status = 'aangekomen' and b.vervolg_inschrijving_id = i.id as bevestigd
    from traject b
    -- the exam enrolment itself matters only to who goes back to it or has left it
    left join inschrijving i on i.regio_id = $1 and i.leerling_id = b.leerling_id
     and (i.id is distinct from b.eigen_inschrijving_id or i.status <> 'ingeschreven' or i.einddatum is not null or i.afgeleide_status is not null
       or b.uitslag in ('afgewezen','teruggetrokken','gespreid'))
    left join school_stand g on g.regio_id = $1 and g.school = i.school
   cross join lateral (select ${EIGEN} as eigen, ${GEZIEN} as gezien_op offset 0) e
   cross join lateral (
     select case when i.afgeleide_status is not null then i.afgeleide_status
                 when i.status = 'ingeschreven' and i.einddatum < e.gezien_op then 'uitgeschreven' else i.status end as status,
            case when i.afgeleide_status is not null then i.verdwenen_op
                 when i.status = 'ingeschreven' and i.einddatum < e.gezien_op then i.einddatum else i.status_datum end as status_datum,
            -- the day they left; a planned end of years ahead says nothing
            case when i.afgeleide_status is not null then least(i.einddatum, i.verdwenen_op)
                 when i.einddatum < make_date($2::int + 2, 10, 1) then i.einddatum else i.status_datum end as vertrek) n
   where b.regio_id = $1 and b.schooljaar = $2 and b.gecorrigeerd_op is null and ${bereikSql(bereik, 'b')})`;

// From which day a delivery of a row is proof.
const DAGEN = `-- per school and date, not per row
lesdag as materialized (
  select g.school, g.schooljaar, eerste_lesdag_van($1, g.school, g.schooljaar) as datum
    from (select school, schooljaar_van(begindatum) as schooljaar from rij where nieuw
          union select school, $2::int + 1 from rij where later) g),
bewijsdag as materialized (
  select g.school, g.begindatum, plus_werkdagen(greatest(g.begindatum, l.datum), 10) as datum
    from (select distinct school, begindatum from rij where nieuw) g
    join lesdag l on l.school = g.school and l.schooljaar = schooljaar_van(g.begindatum)),
terugdag as materialized (
  select school, plus_werkdagen(datum, 10) as datum from lesdag where schooljaar = $2::int + 1)`;

// Every row with its rank.
const TOEPASSING = `toepassing as (
  select ${OUD('r')}, r.id, r.begindatum, r.status, r.status_datum, r.bijzonderheid, a.rood, a.op as aangekomen_op,
         coalesce(r.nieuw or r.later and (r.status = 'ingeschreven' or a.rood and r.vertrek >= q.datum), false) as telt,
         case when a.rood then 0 when a.gekapt then least(doorstroom_rang(r.status), 2)
              when a.op is not null then 5 else doorstroom_rang(r.status) end as rang,
         case when r.huidig and a.rood then r.vertrek end as vertrek,
         case when not r.eigen and r.status = 'ingeschreven' and r.gezien_op >= ${OKTOBER} then r.begindatum end as lopend_vanaf
    from rij r
    left join bewijsdag p on p.school = r.school and p.begindatum = r.begindatum and r.nieuw
    left join terugdag q on q.school = r.school and r.later and (r.terug or not r.nieuw)
   cross join lateral (
     select x.rood, x.gekapt, case when x.rood or x.gekapt then null
              when r.nieuw and r.verschenen_op <= r.gezien_op then r.verschenen_op
              when r.status = 'ingeschreven' and r.bevestigd and r.gezien_op >= least(p.datum, q.datum) then least(p.datum, q.datum) end as op
       from (select coalesce(r.status in ${ROOD}, false) as rood, coalesce(r.bijzonderheid in ('geenLeerbaan','wachtlijst'), false) as gekapt) x) a`;

// And what is known of schools that do not deliver.
const ELDERS = (bereik: Bereik['soort']): string => `  union all
  -- what the exam school sees of an application at a school that does not deliver: never arrival
  select b.id, b.leerling_id, b.onderwijssoort, b.uitslag, b.status, b.rang, b.rood, b.status_datum, b.bijzonderheid, b.vervolg_inschrijving_id,
         b.vervolg_begindatum, b.aangekomen_op, b.lopend_vanaf, b.uitgevallen_op, null, null, e.status, e.status_datum, null, e.status in ${ROOD}, null, true,
         doorstroom_rang(e.status), null, null
    from elders_aangemeld e
    join traject b on b.regio_id = $1 and b.leerling_id = e.leerling_id and b.schooljaar = $2 and b.gecorrigeerd_op is null and ${bereikSql(bereik, 'b')}
   where e.regio_id = $1 and e.schooljaar = $2
     and not exists (select from school s where s.regio_id = $1 and s.brin = e.brin and s.levert
                        -- when it was said: a school that was closed by then tells nothing itself
                        and (s.geldig_tot is null or s.geldig_tot > (
                          select a.peildatum from aanlevering a where a.regio_id = $1 and a.id = e.bron_aanlevering_id)))
     and not exists (select from inschrijving i where i.regio_id = $1 and i.leerling_id = e.leerling_id and i.school like e.brin || '%'
                        and i.begindatum >= ${OKTOBER})
  union all
  -- arrival at such a school that somebody confirmed with proof, until the day on which it was to be confirmed again
  select b.id, b.leerling_id, b.onderwijssoort, b.uitslag, b.status, b.rang, b.rood, b.status_datum, b.bijzonderheid, b.vervolg_inschrijving_id,
         b.vervolg_begindatum, b.aangekomen_op, b.lopend_vanaf, b.uitgevallen_op, null, null, 'aangekomen', b.aankomst_op, null, false, b.aankomst_op, true,
         5, null, null
    from traject b
   where b.regio_id = $1 and b.schooljaar = $2 and b.gecorrigeerd_op is null and ${bereikSql(bereik, 'b')}
     and b.aankomst_op is not null and coalesce(b.aankomst_geldig_tot >= $4::date, true)
     and not exists (select from school s where s.regio_id = $1 and s.brin = b.aankomst_brin and s.levert
                        and (s.geldig_tot is null or s.geldig_tot > b.aankomst_bevestigd_op))
     and not exists (select from inschrijving i where i.regio_id = $1 and i.leerling_id = b.leerling_id and i.school like b.aankomst_brin || '%'
                        and i.begindatum >= ${OKTOBER})
     -- left since, as the exam school heard
     and not exists (select from elders_aangemeld e where e.regio_id = $1 and e.leerling_id = b.leerling_id and e.schooljaar = $2
                        and e.brin = b.aankomst_brin and e.status in ${ROOD} and e.status_datum > b.aankomst_bevestigd_op)
  union all
  -- the word of the decaan, for as long as it counts without a delivery; what that school delivers itself says more
  select b.id, b.leerling_id, b.onderwijssoort, b.uitslag, b.status, b.rang, b.rood, b.status_datum, b.bijzonderheid, b.vervolg_inschrijving_id,
         b.vervolg_begindatum, b.aangekomen_op, b.lopend_vanaf, b.uitgevallen_op, null, null, 'aangemeld', b.aangemeld_bij_op, null, false, null, true,
         1, null, null
    from traject b
   where b.regio_id = $1 and b.schooljaar = $2 and b.gecorrigeerd_op is null and ${bereikSql(bereik, 'b')}
     and b.aangemeld_bij is not null and b.aangemeld_bij_tot >= $4::date
     and not exists (select from inschrijving i where i.regio_id = $1 and i.leerling_id = b.leerling_id and i.school like b.aangemeld_bij || '%'
                        and i.begindatum >= ${OKTOBER}))`;

// The best one per traject, and what differs from what is stored.
const UITKOMST = `beste as (
  select distinct on (traject_id) *, max(vertrek) over w as vertrokken_op, min(lopend_vanaf) over w as loopt_vanaf
    from toepassing
  window w as (partition by traject_id order by telt desc, rang desc, status_datum desc, doorstroom_rang(status) desc, id desc nulls last
               rows between unbounded preceding and unbounded following)
   order by traject_id, telt desc, rang desc, status_datum desc, doorstroom_rang(status) desc, id desc nulls last),
nieuw as (
  select ${OUD('b')}, case when not telt then 'nietAangemeld' when rang = 5 then 'aangekomen' else status end as status,
         case when telt then rang else 0 end as rang, telt and rood as rood, case when telt then status_datum end as status_datum,
         case when telt then bijzonderheid end as bijzonderheid, case when telt then id end as vervolg_inschrijving_id,
         case when telt then begindatum end as vervolg_begindatum,
         coalesce(case when telt then aangekomen_op end, oud_aangekomen) as aangekomen_op, loopt_vanaf as lopend_vanaf,
         -- leaving is a signaal before the uitslag or after afgewezen, and only where there is an exam
         case when examensoort in ${EXAMENSOORTEN}
                   and (uitslag = 'afgewezen' or uitslag <> 'geslaagd' and vertrokken_op < make_date($2::int + 1, 7, 1))
              then vertrokken_op end as uitgevallen_op
    from beste b),
geschreven as (
  update traject t set status = n.status, rang = n.rang, rood = n.rood, status_datum = n.status_datum, bijzonderheid = n.bijzonderheid,
         vervolg_inschrijving_id = n.vervolg_inschrijving_id, vervolg_begindatum = n.vervolg_begindatum,
         aangekomen_op = n.aangekomen_op, lopend_vanaf = n.lopend_vanaf, uitgevallen_op = n.uitgevallen_op,
         -- a confirmation that was not given again is no step down, nor a word that no delivery bore out: the calendar asks
         beoordeeld_rang = case when n.oude_status = 'aangekomen' and t.aankomst_geldig_tot < $4::date
                                  or n.oude_status = 'aangemeld' and t.aangemeld_bij_tot < $4::date then least(t.beoordeeld_rang, n.rang)
                                else t.beoordeeld_rang end
    from nieuw n
   where (n.oude_status, n.oude_rang, n.oud_rood, n.oude_datum, n.oude_bijzonderheid, n.oud_vervolg, n.oud_begin, n.oud_aangekomen, n.oud_lopend, n.oud_uitgevallen)
         is distinct from
         (n.status, n.rang, n.rood, n.status_datum, n.bijzonderheid, n.vervolg_inschrijving_id, n.vervolg_begindatum, n.aangekomen_op, n.lopend_vanaf, n.uitgevallen_op)
     and t.regio_id = $1 and t.id = n.traject_id
  returning t.leerling_id, n.oude_status, t.status, t.status_datum)
select leerling_id as "leerlingId", oude_status as "oudeStatus", status, status_datum as "statusDatum" from geschreven where oude_status <> status`;

/**
 * Recomputes what the deliveries say of each traject and writes what differs (domain.md 3: «Applications are many, the
 * traject is one», «aangekomen»). The same data gives the same answer on any date, but for a confirmation and the
 * word of a decaan, which end.
 * One pass over the rows of each leerling, by index, without joining the steps to each other: a table that was filled a
 * moment ago has no statistics, and a wrong guess must not cost minutes.
 * Binds: $1 regio, $2 schooljaar, $3 see Bereik, $4 date. Gives the changed ones with their status before and after.
 */
export function statusSql(bereik: Bereik['soort']): string {
  return `with ${RIJEN(bereik)},\n${DAGEN},\n${TOEPASSING}\n${ELDERS(bereik)},\n${UITKOMST}`;
}
