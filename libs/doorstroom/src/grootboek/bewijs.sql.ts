import { GEVOLGD, GEVOLGDE_SOORTEN, IN_COHORT } from '../cohort.sql.js';
import { BEWAAR } from './grootboek.sql.js';

// What the deliveries say: everyone whom a followed school delivered as candidate, at the last school that did. Whoever a
// delivery touched just now waits for the check of that delivery.
const LEVERINGEN = `${GEVOLGDE_SOORTEN},
kandidaat as materialized (
  select distinct on (k.leerling_id) k.leerling_id, k.school
    from examenkandidatuur k
   where k.regio_id = $1 and k.schooljaar = $2 and ${GEVOLGD} and ${IN_COHORT}
   order by k.leerling_id, k.laatste_peildatum desc, k.eerste_peildatum desc, k.id desc),
gemist as materialized (
  select k.leerling_id, k.school from kandidaat k
   where not exists (select from traject t where t.regio_id = $1 and t.leerling_id = k.leerling_id and t.schooljaar = $2)
     and not exists (select from doorstroomcontrole_school s where s.regio_id = $1 and s.klaar_op is null and k.leerling_id = any (s.leerling_ids)))`;

// Each counted from its own table, without the function that fills the columns of the ledger.
const TELLINGEN = `telt as materialized (
  select t.school, t.leerling_id, t.status,
         exists (select from examenkandidatuur k where k.regio_id = $1 and k.leerling_id = t.leerling_id and k.schooljaar = $2) as geleverd,
         t.bestemming is not null and coalesce(t.bestemming_geldig_van <= $3::date, true) and coalesce(t.bestemming_geldig_tot >= $3::date, true) as bestemd
    from traject t where t.regio_id = $1 and t.schooljaar = $2 and t.gecorrigeerd_op is null),
lopend as materialized (
  select t.school, count(*)::int as aantal
    from casus c
    join telt t on t.leerling_id = c.leerling_id
    join leerling l on l.regio_id = $1 and l.id = c.leerling_id
   where c.regio_id = $1 and c.loopt and t.status <> 'aangekomen' and not t.bestemd and not coalesce(l.overleden_op <= $3::date, false)
   group by t.school)`;

const VERSCHILLEN = `verschil as (
  select 'trajecten' as soort, coalesce(n.school, t.school) as school, coalesce(n.kandidaten, 0) as grootboek, coalesce(t.aantal, 0) as geteld
    from nu n full join (select school, count(*)::int as aantal from telt group by school) t on t.school = n.school
  union all
  select 'casussen', coalesce(n.school, c.school), coalesce(n.in_behandeling, 0), coalesce(c.aantal, 0)
    from nu n full join lopend c on c.school = n.school
  union all
  select 'onverklaard', n.school, n.onverklaard, 0 from nu n
  union all
  select 'kandidatuurZonderTraject', school, 0, count(*)::int from gemist group by school
  union all
  select 'trajectZonderKandidatuur', school, count(*)::int, 0 from telt where not geleverd group by school)`;

/**
 * Stores the ledger and counts it again from the trajecten, the casussen and the deliveries, in one statement: nothing can
 * change in between. Binds: as BEWAAR. One row: how much there was of each, and where they differ.
 */
export const BEWIJS = `
with ${BEWAAR},
${LEVERINGEN},
${TELLINGEN},
${VERSCHILLEN}
insert into grootboekbewijs as b (regio_id, schooljaar, peildatum, trajecten, casussen, kandidaturen, verschillen)
select $1, $2, $3::date, (select count(*) from telt), (select coalesce(sum(aantal), 0) from lopend),
       (select count(*) from telt where geleverd) + (select count(*) from gemist),
       coalesce((select jsonb_agg(jsonb_build_object('soort', soort, 'school', school, 'grootboek', grootboek, 'geteld', geteld) order by soort, school)
                   from verschil where grootboek <> geteld), '[]')
on conflict (regio_id, schooljaar, peildatum) do update
   set (trajecten, casussen, kandidaturen, verschillen) = (excluded.trajecten, excluded.casussen, excluded.kandidaturen, excluded.verschillen)
returning verschillen`;

/** Whether the newest proof of some cohort failed. Binds: $1 regio. */
export const NOG_VERSCHIL = `
select exists (select from (select distinct on (schooljaar) klopt from grootboekbewijs where regio_id = $1 order by schooljaar, peildatum desc) b
                where not b.klopt) as verschil`;
