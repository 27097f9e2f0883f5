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

/** Stores the ledger as the checks of this date left it; a second time on that date replaces it. Binds: $1 regio, $2 schooljaar, $3 date. */
export const BEWAAR = `
with nu as (select v.school, ${TELLINGEN} from doorstroom_stand_na_controle($1, $2, $3::date) v group by v.school),
weg as (
  delete from grootboek where regio_id = $1 and schooljaar = $2 and peildatum = $3::date and school not in (select school from nu))
insert into grootboek as g (regio_id, schooljaar, peildatum, school, ${KOLOMMEN}, in_quarantaine)
select $1, $2, $3::date, nu.school, ${KOLOMMEN}, coalesce(q.aantal, 0)
  from nu left join (${IN_QUARANTAINE}) q on q.school = nu.school order by nu.school
on conflict (regio_id, schooljaar, peildatum, school) do update
   set (${KOLOMMEN}, in_quarantaine) = (select ${KOLOMMEN.replaceAll(/\w+/g, (kolom) => `excluded.${kolom}`)}, excluded.in_quarantaine)`;
