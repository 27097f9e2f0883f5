import { type Bereik, bereikSql } from './bereik.js';

// A vo-soort with a central exam: only there an uitslag can be open, and leaving before it is a signaal.
export const EXAMENSOORTEN = `('vmbo','havo','vwo','vavo')`;

/**
 * Whether a school follows a candidacy (domain.md 1 and 3): `mbo` means niveau 1 only; havo and vwo, also at a vavo, only
 * after `afgewezen`. Over alias k and the set below. In a case: looked up in a hash that is made once, instead of joined per leerling.
 */
export const GEVOLGD = `case when (k.school, k.onderwijssoort) in (select code, soort from gevolgd) then
    (k.onderwijssoort <> 'mbo' or k.niveau = 1)
    and (k.uitslag = 'afgewezen' or not (k.onderwijssoort in ('havo','vwo') or k.onderwijssoort = 'vavo' and coalesce(k.leerweg in ('havo','vwo'), false)))
    else false end`;

/** J that became N while enrolled counts as teruggetrokken, unless the uitslag had come. */
const UITSLAG = (k: string): string =>
  `case when ${k}.teruggetrokken_op is not null and ${k}.uitslag in ('onbekend','herexamen') then 'teruggetrokken' else ${k}.uitslag end`;

/**
 * Delivered as J on a peildatum from 1 October to 31 July: other flags make no candidacy. laatste_peildatum is where the
 * present unbroken run of J began.
 */
export const IN_COHORT = `k.laatste_peildatum between make_date($2::int, 10, 1) and make_date($2::int + 1, 7, 31)`;

export const GEVOLGDE_SOORTEN = `gevolgd as materialized (
  select s.code, soort from school s cross join unnest(s.gevolgd) soort where s.regio_id = $1)`;

const KANDIDATEN = (bereik: Bereik['soort']): string => `${GEVOLGDE_SOORTEN},
-- whose candidacy here is not simply that of their traject
anders as (
  select distinct a.leerling_id
    from examenkandidatuur a
    left join traject t on t.regio_id = $1 and t.schooljaar = $2 and ${bereikSql(bereik, 't')} and t.leerling_id = a.leerling_id
   where a.regio_id = $1 and a.schooljaar = $2 and ${bereikSql(bereik, 'a')}
     and (t.id is null or t.meer_kandidaturen or t.correctie_aanlevering_id is not null
       or (t.school, t.leerlingnummer, t.onderwijssoort, t.eigen_inschrijving_id) is distinct from (a.school, a.leerlingnummer, a.onderwijssoort, a.inschrijving_id)
       or (t.leerweg, t.niveau) is distinct from (a.leerweg, a.niveau)
       or t.uitslag is distinct from ${UITSLAG('a')}
       or a.uitstroomprofiel is distinct from t.uitstroomprofiel or a.vervolgkeuze is distinct from t.voorgenomen_vervolg)),
kandidaat as (
  select k.*
    from anders a
    -- a look-up per leerling: everyone who was candidate here, also whose last school it no longer is
   cross join lateral (
     select k.leerling_id, k.school, k.leerlingnummer, k.onderwijssoort, k.leerweg, k.niveau, k.uitstroomprofiel, k.inschrijving_id,
            ${UITSLAG('k')} as uitslag,
            coalesce(k.vervolgkeuze, max(k.vervolgkeuze) over ()) as vervolgkeuze, count(*) over () > 1 as meer
       from examenkandidatuur k
      where k.regio_id = $1 and k.leerling_id = a.leerling_id and k.schooljaar = $2 and ${GEVOLGD} and ${IN_COHORT}
      order by k.laatste_peildatum desc, k.eerste_peildatum desc, k.id desc limit 1) k)`;

// What their traject must be, written where it is not.
const TRAJECTEN = `gewenst as (
  select n.*,
         -- an empty column never clears it; «mbo» is another choice and does; what a person noted is a person's
         case when t.voorgenomen_vervolg_bron <> 'vervolgkeuze' then t.voorgenomen_vervolg
              when n.vervolgkeuze = 'mbo' then null else coalesce(n.vervolgkeuze, t.voorgenomen_vervolg) end as vervolg
    from kandidaat n
    left join lateral (select t.* from traject t where t.regio_id = $1 and t.leerling_id = n.leerling_id and t.schooljaar = $2 limit 1) t on true
   where t.id is null or t.correctie_aanlevering_id is not null
      or (t.school, t.leerlingnummer, t.onderwijssoort, t.uitslag, t.meer_kandidaturen) is distinct from (n.school, n.leerlingnummer, n.onderwijssoort, n.uitslag, n.meer)
      or (t.leerweg, t.niveau, t.eigen_inschrijving_id) is distinct from (n.leerweg, n.niveau, n.inschrijving_id)
      or t.uitstroomprofiel is distinct from coalesce(n.uitstroomprofiel, t.uitstroomprofiel)
      or n.vervolgkeuze is distinct from t.voorgenomen_vervolg and n.vervolgkeuze is not null
         and coalesce(t.voorgenomen_vervolg_bron = 'vervolgkeuze', true)
         and not (n.vervolgkeuze = 'mbo' and t.voorgenomen_vervolg is null)),
geschreven as (
  insert into traject as t (regio_id, leerling_id, schooljaar, school, leerlingnummer, onderwijssoort, leerweg, niveau, uitstroomprofiel, uitslag,
                       eigen_inschrijving_id, meer_kandidaturen, voorgenomen_vervolg, voorgenomen_vervolg_bron)
  select $1, leerling_id, $2, school, leerlingnummer, onderwijssoort, leerweg, niveau, uitstroomprofiel, uitslag,
         inschrijving_id, meer, vervolg, case when vervolg is not null then 'vervolgkeuze' end
    from gewenst order by leerling_id
  on conflict (regio_id, leerling_id, schooljaar) do update
     set school = excluded.school, leerlingnummer = excluded.leerlingnummer, onderwijssoort = excluded.onderwijssoort,
         leerweg = excluded.leerweg, niveau = excluded.niveau, uitslag = excluded.uitslag,
         uitstroomprofiel = coalesce(excluded.uitstroomprofiel, t.uitstroomprofiel),
         eigen_inschrijving_id = excluded.eigen_inschrijving_id, meer_kandidaturen = excluded.meer_kandidaturen,
         voorgenomen_vervolg = excluded.voorgenomen_vervolg,
         -- left the cohort because a delivery was undone, and is delivered again; what a person corrected stays corrected
         gecorrigeerd_op = case when t.correctie_aanlevering_id is null then t.gecorrigeerd_op end,
         correctie_reden = case when t.correctie_aanlevering_id is null then t.correctie_reden end, correctie_aanlevering_id = null,
         voorgenomen_vervolg_bron = case when t.voorgenomen_vervolg_bron <> 'vervolgkeuze' then t.voorgenomen_vervolg_bron
                                         else excluded.voorgenomen_vervolg_bron end
  returning 1)
select count(*)::int as aantal from geschreven`;

/**
 * Opens and moves trajecten: one per leerling, at the last school where they were candidate. Writes only what differs.
 * Nobody leaves: a candidacy that is no longer followed keeps its traject.
 * Binds: $1 regio, $2 schooljaar, $3 see Bereik. Gives the number of trajecten written.
 */
export function cohortSql(bereik: Bereik['soort']): string {
  return `with ${KANDIDATEN(bereik)},\n${TRAJECTEN}`;
}
