/**
 * The lines of the delivery that is repaired that were kept out, each to be paired with the row that repairs it. Made of
 * its work table; nothing of a person but the school's own number.
 */
export function maakHerstelregels(origineel: string): string {
  return `create temp table herstelregel on commit drop as
  select regel, leerlingnummer, rijsleutel, examenkandidaat, null::int as door, false as hersteld from ${origineel}`;
}

export const WIS_HERSTELREGELS = 'drop table if exists pg_temp.herstelregel';

/** Lines that were kept out and are not repaired yet. Binds: $1 region, $2 delivery, $3 codes of matching that keep a row out. */
export const IN_QUARANTAINE = `
select coalesce(array_agg(distinct regel), '{}') as regels from bevinding
 where regio_id = $1 and aanlevering_id = $2 and regel is not null and hersteld_in is null
   and (ernst = 'fout' or code = any ($3::text[]))`;

// A row that is taken over already is no repair of another row of that leerling.
const BEKEND = `exists (select from inschrijving i
  where i.regio_id = $1 and i.school = $2 and i.rijsleutel = r.rijsleutel and i.verdwenen_op is null and not i.niet_bevestigd
    and ($3::boolean or i.geschreven_op >= $4::date))`;

const VRIJ = 'not exists (select from herstelregel x where x.door = r.regel)';

/**
 * Pairs good rows with the lines that they repair, one each, the surest first: the same row, whatever it is about; another
 * key of the same leerlingnummer (what was wrong may be in the key); the same application under a number that was wrong.
 * Binds of the second: $1 region, $2 school, $3 whether the delivery that is repaired was full, $4 its peildatum.
 */
export function paar(rij: string): { zelfde: string; nummer: string; sleutel: string } {
  return {
    zelfde: `update herstelregel h set door = r.regel from ${rij} r
 where r.goed and r.leerlingnummer = h.leerlingnummer and r.rijsleutel = h.rijsleutel`,
    nummer: `update herstelregel h set door = r.regel
  from (select regel, leerlingnummer, row_number() over (partition by leerlingnummer order by regel) as nr
          from herstelregel where door is null) o
  join (select r.regel, r.leerlingnummer, row_number() over (partition by r.leerlingnummer order by r.regel) as nr
          from ${rij} r where r.goed and ${VRIJ} and not ${BEKEND}) r using (leerlingnummer, nr)
 where h.regel = o.regel`,
    sleutel: `update herstelregel h set door = r.regel from ${rij} r
 where h.door is null and r.goed and r.rijsleutel = h.rijsleutel and ${VRIJ}`,
  };
}

/** Takes out the rows that repair nothing. Binds: $1 number of the finding. */
export function weigerAndere(rij: string): string {
  return `update ${rij} r set goed = false, meldingen = coalesce(r.meldingen, '{}') || $1::smallint where r.goed and ${VRIJ}`;
}

/** Marks what was really repaired: matching kept it in. Binds: $1 region, $2 the repair, $3 codes of matching that keep a row out. */
export const MERK_HERSTELD = `
update herstelregel h set hersteld = true
 where h.door is not null
   and not exists (select from bevinding b where b.regio_id = $1 and b.aanlevering_id = $2 and b.regel = h.door
                      and (b.ernst = 'fout' or b.code = any ($3::text[])))`;

/** Binds: $1 region, $2 the delivery that is repaired, $3 the repair. */
export const NEEM_BEVINDINGEN = `
update bevinding b set hersteld_in = $3 from herstelregel h
 where b.regio_id = $1 and b.aanlevering_id = $2 and b.regel = h.regel and h.hersteld and b.hersteld_in is null`;

/** How many lines were repaired, and how many candidates nobody knows yet are left. Binds: $1 region, $2 school. */
export const TEL_HERSTELD = `
select (select count(*) from herstelregel where hersteld)::int as regels,
       (select count(distinct coalesce(h.leerlingnummer, h.regel::text)) from herstelregel h
         where not h.hersteld and h.examenkandidaat
           and not exists (select from schoolkoppeling k where k.regio_id = $1 and k.school = $2 and k.leerlingnummer = h.leerlingnummer))::int as kandidaten`;

/** Remembers on the repair what it moves. Binds: $1 region, $2 the repair, $3 nieuw, $4 gewijzigd, $5 buitenCohort, $6 lines, $7 candidates left. */
export const NOTEER_VERPLAATST = `
update aanlevering h set verplaatst = array[$3::int, $4::int, $6::int - $3::int - $4::int - $5::int, $5::int,
              o.kandidaten_in_quarantaine - least($7::int, o.kandidaten_in_quarantaine)]
  from aanlevering o where h.regio_id = $1 and h.id = $2 and o.regio_id = $1 and o.id = h.herstel_van`;

/** Moves the counts of the delivery that is repaired, there (1) or back (-1). Binds: $1 region, $2 the repair, $3 which. */
export const VERPLAATS = `
update aanlevering o
   set nieuw = o.nieuw + $3::int * v[1], gewijzigd = o.gewijzigd + $3::int * v[2], ongewijzigd = o.ongewijzigd + $3::int * v[3],
       buiten_cohort = o.buiten_cohort + $3::int * v[4], quarantaine = o.quarantaine - $3::int * (v[1] + v[2] + v[3] + v[4]),
       kandidaten_in_quarantaine = o.kandidaten_in_quarantaine - $3::int * v[5],
       (fouten, waarschuwingen) = (
         select count(*) filter (where b.ernst = 'fout'), count(*) filter (where b.ernst = 'waarschuwing') from bevinding b
          where b.regio_id = $1 and b.aanlevering_id = o.id and b.hersteld_in is null)
  from (select herstel_van, verplaatst as v from aanlevering where regio_id = $1 and id = $2 and verplaatst is not null) h
 where o.regio_id = $1 and o.id = h.herstel_van`;
