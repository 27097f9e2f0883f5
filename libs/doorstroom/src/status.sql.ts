import { type Bereik, bereikSql } from './bereik.js';
import { EXAMENSOORTEN } from './cohort.sql.js';

const OKTOBER = 'make_date($2::int, 10, 1)';
const AUGUSTUS = 'make_date($2::int + 1, 8, 1)';
const ROOD = `('afgewezen','ingetrokken','nietVerschenen','uitgeschreven')`;

/**
 * Which rows of a leerling are the enrolment in which they were candidate: the row itself, an earlier form of it (same
 * school and soort, begun before the summer), and after geslaagd also one that the school still carries on in the new
 * schooljaar under another key.
 */
const EIGEN = `(k.id is not null and (k.inschrijving_id = i.id
    or k.onderwijssoort = i.onderwijssoort and (k.onderwijssoort <> 'mbo' or k.niveau is not distinct from i.niveau)
       and (i.begindatum < ${AUGUSTUS} or k.uitslag = 'geslaagd' and k.leerweg is not distinct from i.leerweg and b.examen)))`;

/**
 * Recomputes what the deliveries say of each traject and writes what differs (domain.md 3: «Applications are many, the
 * traject is one», «aangekomen»). Says nothing about today: the same data gives the same answer on any date.
 * Binds: $1 regio, $2 schooljaar, $3 see Bereik. Gives the changed ones with their status before and after.
 */
export function statusSql(bereik: Bereik['soort']): string {
  return `
with bereik as materialized (
  select t.*, t.onderwijssoort in ${EXAMENSOORTEN} as examen, t.uitslag in ('afgewezen','teruggetrokken','gespreid') as terug
    from traject t
   where t.regio_id = $1 and t.schooljaar = $2 and t.gecorrigeerd_op is null and ${bereikSql(bereik, 't')}),
rij as materialized (
  select b.id as traject_id, i.id, i.school, i.onderwijssoort, i.begindatum, i.verschenen_op, i.bijzonderheid, i.gezien_op,
         n.status, n.status_datum, n.vertrek, e.eigen, e.eigen and k.school = b.school and k.inschrijving_id = i.id as huidig,
         -- begun for S+1, or in S from 1 October
         not e.eigen and i.begindatum >= ${OKTOBER} as nieuw,
         -- a school that keeps an older begindatum: delivered in the schooljaar after the cohort
         case when e.eigen then b.terug else i.onderwijssoort <> 'mbo' end and i.gezien_op >= ${AUGUSTUS} as later,
         -- quarantined today: yesterday's proof stands, a new one is not made of it
         not i.niet_bevestigd or b.status = 'aangekomen' and b.vervolg_inschrijving_id = i.id as bevestigd, b.terug
    from bereik b
    join inschrijving_gezien i on i.regio_id = $1 and i.leerling_id = b.leerling_id
    left join examenkandidatuur k on k.regio_id = $1 and k.leerling_id = b.leerling_id and k.schooljaar = $2 and k.school = i.school
   cross join lateral (select ${EIGEN} as eigen) e
   cross join lateral (
     select case when i.afgeleide_status is not null then i.afgeleide_status
                 when i.status = 'ingeschreven' and i.einddatum < i.gezien_op then 'uitgeschreven' else i.status end as status,
            case when i.afgeleide_status is not null then i.verdwenen_op
                 when i.status = 'ingeschreven' and i.einddatum < i.gezien_op then i.einddatum else i.status_datum end as status_datum,
            -- the day they left; a planned end of years ahead says nothing
            case when i.afgeleide_status is not null then least(i.einddatum, i.verdwenen_op)
                 when i.einddatum < make_date($2::int + 2, 10, 1) then i.einddatum else i.status_datum end as vertrek) n),
-- per school and date, not per row
lesdag as materialized (
  select g.school, g.schooljaar, eerste_lesdag_van($1, g.school, g.schooljaar) as datum
    from (select school, schooljaar_van(begindatum) as schooljaar from rij where nieuw
          union select school, $2::int + 1 from rij where later) g),
bewijsdag as materialized (
  select g.school, g.begindatum, plus_werkdagen(greatest(g.begindatum, l.datum), 10) as datum
    from (select distinct school, begindatum from rij where nieuw) g
    join lesdag l on l.school = g.school and l.schooljaar = schooljaar_van(g.begindatum)),
terugdag as materialized (
  select school, plus_werkdagen(datum, 10) as datum from lesdag where schooljaar = $2::int + 1),
toepassing as (
  select r.traject_id, r.id, r.begindatum, r.status, r.status_datum, r.bijzonderheid, a.rood, a.op as aangekomen_op,
         case when a.rood then 0 when a.gekapt then least(doorstroom_rang(r.status), 2)
              when a.op is not null then 5 else doorstroom_rang(r.status) end as rang
    from rij r
    left join bewijsdag p on p.school = r.school and p.begindatum = r.begindatum and r.nieuw
    left join terugdag q on q.school = r.school and r.later and (r.terug or not r.nieuw)
   cross join lateral (
     select x.rood, x.gekapt, case when x.rood or x.gekapt then null
              when r.nieuw and r.verschenen_op <= r.gezien_op then r.verschenen_op
              when r.status = 'ingeschreven' and r.bevestigd and r.gezien_op >= least(p.datum, q.datum) then least(p.datum, q.datum) end as op
       from (select r.status in ${ROOD} as rood, coalesce(r.bijzonderheid in ('geenLeerbaan','wachtlijst'), false) as gekapt) x) a
   where r.nieuw or r.later and (r.status = 'ingeschreven' or a.rood and r.vertrek >= q.datum)
  union all
  -- what the exam school sees of an application at a school that does not deliver: never arrival
  select b.id, null, null, e.status, e.status_datum, null, e.status in ${ROOD}, null, doorstroom_rang(e.status)
    from bereik b
    join elders_aangemeld e on e.regio_id = $1 and e.leerling_id = b.leerling_id and e.schooljaar = $2
   where not exists (select from school s where s.regio_id = $1 and s.brin = e.brin and s.levert)
     and not exists (select from rij r where r.traject_id = b.id and r.nieuw and r.school like e.brin || '%')),
beste as (
  select distinct on (traject_id) *, case when rang = 5 then 'aangekomen' else status end as toont
    from toepassing order by traject_id, rang desc, status_datum desc, doorstroom_rang(status) desc, id desc nulls last),
eigen as (
  select r.traject_id,
         max(r.vertrek) filter (where r.huidig and r.status in ${ROOD}) as vertrek,
         min(r.begindatum) filter (where not r.eigen and r.status = 'ingeschreven' and r.gezien_op >= ${OKTOBER}) as lopend_vanaf
    from rij r group by r.traject_id),
nieuw as (
  select b.id, b.leerling_id, b.status as oude_status, b.rang as oude_rang, b.rood as oud_rood,
         coalesce(z.toont, 'nietAangemeld') as status, coalesce(z.rang, 0) as rang, coalesce(z.rood, false) as rood, z.status_datum,
         z.bijzonderheid, z.id as vervolg_inschrijving_id, z.begindatum as vervolg_begindatum,
         coalesce(z.aangekomen_op, b.aangekomen_op) as aangekomen_op, e.lopend_vanaf,
         -- leaving is a signaal before the uitslag or after afgewezen, and only where there is an exam
         case when b.examen and (b.uitslag = 'afgewezen' or b.uitslag <> 'geslaagd' and e.vertrek < make_date($2::int + 1, 7, 1))
              then e.vertrek end as uitgevallen_op
    from bereik b left join beste z on z.traject_id = b.id left join eigen e on e.traject_id = b.id),
anders as (
  select n.* from nieuw n join bereik b on b.id = n.id
   where (b.status, b.rang, b.rood, b.status_datum, b.bijzonderheid, b.vervolg_inschrijving_id, b.vervolg_begindatum, b.aangekomen_op, b.lopend_vanaf, b.uitgevallen_op)
         is distinct from
         (n.status, n.rang, n.rood, n.status_datum, n.bijzonderheid, n.vervolg_inschrijving_id, n.vervolg_begindatum, n.aangekomen_op, n.lopend_vanaf, n.uitgevallen_op)),
geschreven as (
  update traject t set status = n.status, rang = n.rang, rood = n.rood, status_datum = n.status_datum, bijzonderheid = n.bijzonderheid,
         vervolg_inschrijving_id = n.vervolg_inschrijving_id, vervolg_begindatum = n.vervolg_begindatum,
         aangekomen_op = n.aangekomen_op, lopend_vanaf = n.lopend_vanaf, uitgevallen_op = n.uitgevallen_op
    from anders n where t.regio_id = $1 and t.id = n.id
  returning n.leerling_id, n.oude_status, n.oude_rang, n.oud_rood, n.status, n.rang, n.rood, n.status_datum)
select leerling_id as "leerlingId", oude_status as "oudeStatus", status, status_datum as "statusDatum" from geschreven where oude_status <> status`;
}
