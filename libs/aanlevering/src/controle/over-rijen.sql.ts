import { AANMELDING_GEDEELD, IDENTITEIT_VERSCHILT, RIJ_DUBBEL } from './typering.sql.js';

/**
 * Rows with the same leerlingnummer must be about one person. Only numbers that stand there more than once are looked
 * at again, so a file with one row per leerling costs one narrow pass.
 */
export function keurIdentiteit(rij: string): string {
  return `with vaker as materialized (
  select leerlingnummer from ${rij} where goed group by leerlingnummer having count(*) > 1
), oneens as materialized (
  select r.leerlingnummer from ${rij} r join vaker using (leerlingnummer) where r.goed
   group by r.leerlingnummer
  having min(lower(achternaam)) <> max(lower(achternaam)) or min(lower(roepnaam)) <> max(lower(roepnaam))
      or min(geboortedatum) <> max(geboortedatum) or min(pgn) <> max(pgn)
)
update ${rij} r set goed = false, meldingen = coalesce(r.meldingen, '{}') || ${IDENTITEIT_VERSCHILT}::smallint
  from oneens o where o.leerlingnummer = r.leerlingnummer and r.goed`;
}

/**
 * One aanmeldingId under several leerlingnummers: the key of a row would be of several people, and all but one of them
 * would be lost. Other keys hold the leerlingnummer. A row that is refused already says as much about whose it is.
 */
export function keurAanmeldingen(rij: string): string {
  return `with gedeeld as materialized (
  select rijsleutel from ${rij} where aanmelding_id is not null
   group by rijsleutel having min(leerlingnummer) <> max(leerlingnummer)
)
update ${rij} r set goed = false, meldingen = coalesce(r.meldingen, '{}') || ${AANMELDING_GEDEELD}::smallint
  from gedeeld g where g.rijsleutel = r.rijsleutel`;
}

/**
 * Of rows with the same key the best counts: the candidate's, then the highest status, the newest status date, a date
 * of arrival, and at last the lowest in the file. The others are marked and take no further part.
 */
export function keurDubbele(rij: string): string {
  return `with vaker as materialized (
  select rijsleutel from ${rij} where goed group by rijsleutel having count(*) > 1
), volgorde as materialized (
  select r.regel, row_number() over (partition by r.rijsleutel order by r.examenkandidaat desc,
           array_position(array['ingeschreven','overeenkomstAangeboden','intakeGepland','aangemeld'], r.status) nulls last,
           r.status_datum desc nulls last, r.verschenen_op nulls last, r.regel desc) as plaats
    from ${rij} r join vaker using (rijsleutel) where r.goed
)
update ${rij} r set goed = false, dubbel = true, meldingen = coalesce(r.meldingen, '{}') || ${RIJ_DUBBEL}::smallint
  from volgorde v where v.regel = r.regel and v.plaats > 1`;
}

/** Rows by outcome of the checks. */
export function telRijen(rij: string): string {
  return `select count(*)::int as regels, (count(*) filter (where not goed and not dubbel))::int as fout,
                 (count(*) filter (where dubbel))::int as dubbel from ${rij}`;
}

export function verwijderDubbele(rij: string): string {
  return `delete from ${rij} where dubbel`;
}

/** The work table gets its key and its statistics once it no longer grows; of the columns that rows are looked up by. */
export function maakGereed(rij: string): readonly string[] {
  const kolommen =
    'regel, goed, leerlingnummer, rijsleutel, pgn_hash, roepnaam, geboortedatum, postcode, examenkandidaat';
  return [`alter table ${rij} add primary key (regel)`, `analyze ${rij} (${kolommen})`];
}

/**
 * Whether the file is another school's: how many good rows there are, and how many carry the leerlingnummer and the
 * birth date of an enrolment of the same kind at another school, while this school knows no such number. An application
 * at this school of another school's pupil is nothing like that: its number and its onderwijssoort are this school's.
 */
export function telAndereSchool(rij: string): string {
  return `select (select count(*) from ${rij} where goed)::int as rijen, count(distinct r.regel)::int as elders
  from ${rij} r
  join schoolkoppeling k on k.regio_id = $1 and k.school <> $2 and k.leerlingnummer = r.leerlingnummer
  join leerling l on l.regio_id = $1 and l.id = k.leerling_id and l.geboortedatum = r.geboortedatum
 where r.goed
   and not exists (select from schoolkoppeling h where h.regio_id = $1 and h.school = $2 and h.leerlingnummer = r.leerlingnummer)
   and exists (select from inschrijving i where i.regio_id = $1 and i.leerling_id = k.leerling_id and i.school = k.school
                  and i.leerlingnummer = r.leerlingnummer and i.onderwijssoort = r.onderwijssoort)`;
}

/** Candidates of this file without a leerling, since their row was kept out. Binds: $1 region, $2 school. */
export function telKandidatenInQuarantaine(rij: string): string {
  return `select count(distinct coalesce(r.leerlingnummer, r.regel::text))::int as aantal
  from ${rij} r
 where not r.goed and r.examenkandidaat
   and not exists (select from schoolkoppeling k where k.regio_id = $1 and k.school = $2 and k.leerlingnummer = r.leerlingnummer)`;
}
