import type { DataSource } from 'typeorm';

export const REGIO = 36;
/** The night before arrival is asked: who has not come is flagged, the others are enrolled, applied or arrived. */
export const VANDAAG = '2026-09-30';
const ZITPLAATSEN = 1500;

/**
 * One region with `kandidaten` candidates and 16.3 times as many enrolments, as in 92,000 against 1,500,000: their own
 * exam enrolment, 93 % with an application or enrolment that counts, a fifth with a second one, and for the rest the
 * enrolments of the cohorts before them.
 */
export async function vul(bron: DataSource, kandidaten: number): Promise<{ scholen: number; inschrijvingen: number }> {
  const scholen = Math.max(2, Math.ceil(kandidaten / ZITPLAATSEN));
  const inschrijvingen = Math.round(kandidaten * 16.3);
  const db = bron.createQueryRunner();
  await db.connect();
  // Rows are generated consistent; checking every key would only cost time.
  await db.query('set session_replication_role = replica');
  await db.query(`insert into regio (id, naam, vakantiezone) values ($1, 'Bench', 'Zuid')`, [REGIO]);
  await db.query(`insert into gemeente (regio_id, code, naam) values ($1, '0796', 'Bench')`, [REGIO]);
  for (const sql of [SCHOLEN, MENSEN]) await db.query(sql, sql === SCHOLEN ? [REGIO, scholen] : [REGIO]);
  await db.query(LEVERING, [REGIO]);
  // Two rows for each who was candidate before, on top of the 2.13 of each who is now.
  const eerder = Math.max(0, Math.round((inschrijvingen - kandidaten * 2.13) / 2));
  await db.query(LEERLINGEN, [REGIO, kandidaten + eerder]);
  await db.query(EIGEN, [REGIO, kandidaten, scholen]);
  await db.query(KANDIDATEN, [REGIO]);
  await db.query(VERVOLG, [REGIO, kandidaten]);
  await db.query(TWEEDE, [REGIO, kandidaten]);
  await db.query(EERDER, [REGIO, kandidaten]);
  await db.query(`insert into school_stand select regio_id, code, '2026-09-29', '2026-09-29' from school`);
  await db.query('set session_replication_role = origin');
  await db.query('vacuum (analyze)');
  const [telling] = await bron.query<{ n: number }[]>('select count(*)::int as n from inschrijving');
  await db.release();
  return { scholen, inschrijvingen: telling?.n ?? 0 };
}

/** What any system must do at least: candidates without anything that counts. Binds: $1 region. */
export const ANTIJOIN = `
select count(*)::int as n from examenkandidatuur k
 where k.regio_id = $1 and k.schooljaar = 2025
   and not exists (select from inschrijving i where i.regio_id = k.regio_id and i.leerling_id = k.leerling_id
                      and i.begindatum >= '2025-10-01' and i.status in ('aangemeld','intakeGepland','overeenkomstAangeboden','ingeschreven'))`;

const SCHOLEN = `
insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd)
select $1::int, lpad((10 + n / 26)::text, 2, '0') || 'V' || chr(65 + n % 26), '00', 'School ' || n, array['vmbo'], '0796', array['vmbo'] from generate_series(0, $2::int - 1) n
union all
select $1::int, '9' || n || 'RO', '00', 'ROC ' || n, array['mbo'], '0796', array[]::text[] from generate_series(0, 9) n`;

const MENSEN = `
with m as (insert into medewerker (regio_id, email, naam) values ($1::int, 'b@bench.example', 'Bench') returning id)
update regio set procesbewaker_id = m.id from m where regio.id = $1`;

const LEVERING = `
insert into aanlevering (regio_id, school, schooljaar, peildatum, modus, status, ontvangen_op, client_soort, client_id, sha256, bytes, regels)
select $1::int, '90RO00', 2026, '2026-09-29', 'volledig', 'verwerkt', now(), 'client', 'bench', '', 0, 0`;

const LEERLINGEN = `
insert into leerling (regio_id, id, achternaam, roepnaam, geboortedatum, achternaam_norm, roepnaam_norm, woongemeente)
select $1::int, n, 'Naam' || n, 'Roep', date '2009-08-01' + n % 700, 'naam' || n, 'roep', '0796' from generate_series(1, $2::int) n`;

const RIJ = `insert into inschrijving (regio_id, leerling_id, school, leerlingnummer, rijsleutel, onderwijssoort, leerweg, niveau, status, status_datum,
  begindatum, examenkandidaat, bron_aanlevering_id, geschreven_op)`;
const BRON = '(select max(id) from aanlevering)';

// Spread over the table as deliveries are, not school by school.
const EIGEN = `${RIJ}
select $1::int, n, lpad((10 + (n % $3::int) / 26)::text, 2, '0') || 'V' || chr(65 + (n % $3::int) % 26) || '00', 'L' || n, 'e' || n, 'vmbo', 'kb', null, 'ingeschreven', '2022-08-22',
       '2022-08-22', true, ${BRON}, '2025-10-01' from generate_series(1, $2::int) n`;

const KANDIDATEN = `
insert into examenkandidatuur (regio_id, leerling_id, school, schooljaar, leerlingnummer, onderwijssoort, leerweg, uitslag, eerste_peildatum, laatste_peildatum, inschrijving_id)
select regio_id, leerling_id, school, 2025, leerlingnummer, 'vmbo', 'kb', 'geslaagd', '2025-10-01', '2025-10-01', id from inschrijving where regio_id = $1`;

const VERVOLG = `${RIJ}
select $1::int, n, '9' || n % 10 || 'RO00', 'R' || n, 'v' || n, 'mbo', 'bol', 2 + n % 3, 'ingeschreven', '2026-08-20',
       date '2026-08-17' + n % 15, false, ${BRON}, '2026-08-20' from generate_series(1, $2::int) n where n % 100 >= 7`;

const TWEEDE = `${RIJ}
select $1::int, n, '9' || (n + 3) % 10 || 'RO00', 'R' || n, 't' || n, 'mbo', 'bol', 3, case when n % 2 = 0 then 'ingetrokken' else 'aangemeld' end, '2026-05-01',
       '2026-08-24', false, ${BRON}, '2026-05-01' from generate_series(1, $2::int) n where n % 5 = 1`;

const EERDER = `${RIJ}
select $1::int, l.id, '9' || (l.id + k) % 10 || 'RO00', 'O' || l.id, 'o' || k || '-' || l.id, 'mbo', 'bol', 2, 'ingeschreven', '2024-08-20',
       make_date(2023 + k, 8, 24), false, ${BRON}, '2024-08-20' from leerling l, generate_series(0, 1) k where l.regio_id = $1 and l.id > $2::int`;
