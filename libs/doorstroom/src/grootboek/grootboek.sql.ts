const TELLINGEN = `count(*)::int as kandidaten,
         count(*) filter (where v.stand = 'aangekomen')::int as aangekomen,
         count(*) filter (where v.stand = 'verklaard')::int as verklaard,
         count(*) filter (where v.stand = 'onderweg')::int as onderweg,
         count(*) filter (where v.stand = 'inBehandeling')::int as in_behandeling,
         count(*) filter (where v.zonder_contact)::int as zonder_contact,
         count(*) filter (where v.vastgelopen)::int as vastgelopen,
         count(*) filter (where v.buiten_noemer)::int as buiten_noemer,
         count(*) filter (where v.stand = 'onverklaard')::int as onverklaard`;

const KOLOMMEN = `kandidaten, aangekomen, verklaard, onderweg, in_behandeling, zonder_contact, vastgelopen, buiten_noemer, onverklaard`;

/** The columns of a Grootboekrij, of a table or subquery `g`. */
export const RIJ = `g.kandidaten, g.aangekomen, g.verklaard, g.onderweg, g.in_behandeling as "inBehandeling", g.zonder_contact as "zonderContact",
       g.vastgelopen, g.buiten_noemer as "buitenNoemer", g.onverklaard`;

/** The ledger as it is now, per school. Binds: $1 regio, $2 schooljaar, $3 date. */
export const NU = `select v.school, ${TELLINGEN} from doorstroom_stand($1, $2, $3::date) v group by v.school`;

/** The same of one school: $4. */
export const NU_VAN_SCHOOL = `
select ${RIJ} from (select ${TELLINGEN} from doorstroom_stand($1, $2, $3::date, array[$4]) v) g`;

/**
 * Per school the candidates of a cohort whom nobody knows yet, because their row of the newest full delivery waits in
 * quarantine. Binds: $1 regio, $2 schooljaar.
 */
export const IN_QUARANTAINE = `
select distinct on (school) school, kandidaten_in_quarantaine as aantal from aanlevering
 where regio_id = $1 and schooljaar = $2 and status = 'verwerkt' and modus = 'volledig' order by school, id desc`;

/** Per stored date. Binds: $1 regio, $2 schooljaar, $3 schools or null, $4 only before this date or null, $5 how many. */
export const VERLOOP = `
select g.peildatum, ${RIJ}, g.in_quarantaine as "inQuarantaine"
  from (select peildatum, ${[...KOLOMMEN.split(', '), 'in_quarantaine'].map((kolom) => `sum(${kolom})::int as ${kolom}`).join(', ')}
          from grootboek
         where regio_id = $1 and schooljaar = $2 and ($3::text[] is null or school = any ($3)) and ($4::date is null or peildatum < $4)
         group by peildatum order by peildatum desc limit $5) g
 order by g.peildatum desc`;

/**
 * Parts of one statement, so that they see the same moment: the ledger as the checks of this date left it, stored per
 * school (a second time on that date replaces it), and beside it in which column each traject was counted, where that
 * changed. Binds: $1 regio, $2 schooljaar, $3 date.
 */
export const BEWAAR = `stand as materialized (select v.* from doorstroom_stand_na_controle($1, $2, $3::date) v),
nu as materialized (select v.school, ${TELLINGEN} from stand v group by v.school),
weg as (
  delete from grootboek where regio_id = $1 and schooljaar = $2 and peildatum = $3::date and school not in (select school from nu)),
bewaard as (
  insert into grootboek as g (regio_id, schooljaar, peildatum, school, ${KOLOMMEN}, in_quarantaine)
  select $1, $2, $3::date, nu.school, ${KOLOMMEN}, coalesce(q.aantal, 0)
    from nu left join (${IN_QUARANTAINE}) q on q.school = nu.school order by nu.school
  on conflict (regio_id, schooljaar, peildatum, school) do update
     set (${KOLOMMEN}, in_quarantaine) = (select ${KOLOMMEN.replaceAll(/\w+/g, (kolom) => `excluded.${kolom}`)}, excluded.in_quarantaine)),
-- read as a set before the first line is written: a look-up per traject would pass over all that this statement just wrote
laatst as materialized (
  select distinct on (s.traject_id) s.*
    from standverloop s
    join traject t on t.regio_id = $1 and t.id = s.traject_id and t.schooljaar = $2
   where s.regio_id = $1 and s.vanaf <= $3::date order by s.traject_id, s.vanaf desc),
verloop as (
  insert into standverloop as w (regio_id, traject_id, vanaf, school, stand, buiten_noemer, zonder_contact, vastgelopen)
  select $1, coalesce(n.traject_id, v.traject_id), $3::date, coalesce(n.school, v.school), n.stand, coalesce(n.buiten_noemer, false),
         coalesce(n.zonder_contact, false), coalesce(n.vastgelopen, false)
    from stand n
    full join laatst v on v.traject_id = n.traject_id
   where (n.stand is not null or v.stand is not null)
     and (v.school, v.stand, v.buiten_noemer, v.zonder_contact, v.vastgelopen)
         is distinct from (n.school, n.stand, n.buiten_noemer, n.zonder_contact, n.vastgelopen)
  on conflict (regio_id, traject_id, vanaf) do update
     set (school, stand, buiten_noemer, zonder_contact, vastgelopen)
       = (excluded.school, excluded.stand, excluded.buiten_noemer, excluded.zonder_contact, excluded.vastgelopen))`;
