import { type Bereik, bereikSql } from './bereik.js';

// A vo-soort with a central exam: only there an uitslag can be open, and leaving before it is a signaal.
export const EXAMENSOORTEN = `('vmbo','havo','vwo','vavo')`;

/**
 * Whether a school follows a candidacy (domain.md 1 and 3): `mbo` means niveau 1 only; havo and vwo, also at a vavo, only
 * after `afgewezen`.
 */
const GEVOLGD = `(k.onderwijssoort = any (s.gevolgd)
    and (k.onderwijssoort <> 'mbo' or k.niveau = 1)
    and (k.uitslag = 'afgewezen' or not (k.onderwijssoort in ('havo','vwo') or k.onderwijssoort = 'vavo' and k.leerweg in ('havo','vwo'))))`;

/**
 * Delivered as J on a peildatum from 1 October to 31 July: other flags make no candidacy. laatste_peildatum is where the
 * present unbroken run of J began.
 */
const IN_COHORT = `k.laatste_peildatum between make_date($2::int, 10, 1) and make_date($2::int + 1, 7, 31)`;

/**
 * Opens and moves trajecten: one per leerling, at the last school where they were candidate. Writes only what differs.
 * Nobody leaves: a candidacy that is no longer followed keeps its traject.
 * Binds: $1 regio, $2 schooljaar, $3 see Bereik. Gives the number of trajecten written.
 */
export function cohortSql(bereik: Bereik['soort']): string {
  return `
with kandidaat as (
  select distinct on (k.leerling_id) k.leerling_id, k.school, k.leerlingnummer, k.onderwijssoort, k.leerweg, k.uitstroomprofiel,
         case when k.teruggetrokken_op is not null and k.uitslag in ('onbekend','herexamen') then 'teruggetrokken' else k.uitslag end as uitslag,
         coalesce(k.vervolgkeuze, max(k.vervolgkeuze) over (partition by k.leerling_id)) as vervolgkeuze
    from examenkandidatuur k
    join school s on s.regio_id = k.regio_id and s.code = k.school
   where k.regio_id = $1 and k.schooljaar = $2 and ${GEVOLGD} and ${IN_COHORT} and ${leerlingen(bereik)}
   order by k.leerling_id, k.laatste_peildatum desc, k.eerste_peildatum desc, k.id desc),
gewenst as (
  select n.*, t.id,
         -- an empty column never clears it; «mbo» is another choice and does; what a person noted is a person's
         case when t.voorgenomen_vervolg_bron <> 'vervolgkeuze' then t.voorgenomen_vervolg
              when n.vervolgkeuze = 'mbo' then null else coalesce(n.vervolgkeuze, t.voorgenomen_vervolg) end as vervolg
    from kandidaat n
    left join traject t on t.regio_id = $1 and t.schooljaar = $2 and t.leerling_id = n.leerling_id
   where t.id is null
      or (t.school, t.leerlingnummer, t.onderwijssoort, t.uitslag) is distinct from (n.school, n.leerlingnummer, n.onderwijssoort, n.uitslag)
      or (t.leerweg, t.uitstroomprofiel) is distinct from (n.leerweg, coalesce(n.uitstroomprofiel, t.uitstroomprofiel))
      or n.vervolgkeuze is distinct from t.voorgenomen_vervolg and n.vervolgkeuze is not null
         and not (n.vervolgkeuze = 'mbo' and t.voorgenomen_vervolg is null)),
geschreven as (
  insert into traject as t (regio_id, leerling_id, schooljaar, school, leerlingnummer, onderwijssoort, leerweg, uitstroomprofiel, uitslag,
                       voorgenomen_vervolg, voorgenomen_vervolg_bron)
  select $1, leerling_id, $2, school, leerlingnummer, onderwijssoort, leerweg, uitstroomprofiel, uitslag,
         vervolg, case when vervolg is not null then 'vervolgkeuze' end
    from gewenst order by leerling_id
  on conflict (regio_id, leerling_id, schooljaar) do update
     set school = excluded.school, leerlingnummer = excluded.leerlingnummer, onderwijssoort = excluded.onderwijssoort,
         leerweg = excluded.leerweg, uitstroomprofiel = coalesce(excluded.uitstroomprofiel, t.uitstroomprofiel), uitslag = excluded.uitslag,
         voorgenomen_vervolg = excluded.voorgenomen_vervolg,
         voorgenomen_vervolg_bron = case when t.voorgenomen_vervolg_bron <> 'vervolgkeuze' then t.voorgenomen_vervolg_bron
                                         else excluded.voorgenomen_vervolg_bron end
  returning 1)
select count(*)::int as aantal from geschreven`;
}

/** Everyone who was candidate at the school, also whose last school it no longer is: they move. */
function leerlingen(bereik: Bereik['soort']): string {
  if (bereik === 'leerlingen') return bereikSql(bereik, 'k');
  return `k.leerling_id in (select a.leerling_id from examenkandidatuur a where a.regio_id = $1 and a.schooljaar = $2 and a.school = $3)`;
}
