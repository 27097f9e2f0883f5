import type { DataSource } from 'typeorm';
import { REGIO } from './werkvoorraad-gegevens.sql.js';

/** Lines of the timeline of each casus. */
export const REGELS = 12;

/**
 * What hangs on each casus of `vulRegio` and its youngster: a timeline, why this person, two schools, three enrolments, how
 * to reach three people, and the traject.
 */
export async function vulDossiers(bron: DataSource): Promise<void> {
  const vuller = bron.createQueryRunner();
  await vuller.connect();
  try {
    await vuller.query(`set session_replication_role = replica`);
    for (const sql of [SCHOLEN, KOPPELINGEN, INSCHRIJVINGEN, CONTACTEN, TRAJECTEN, TOEWIJZINGEN])
      await vuller.query(sql);
    await vuller.query(GEBEURTENISSEN, [REGELS]);
    await vuller.query(`set session_replication_role = origin`);
    await vuller.query('vacuum (analyze)');
  } finally {
    await vuller.release();
  }
}

/** Open casussen of forty officers, in turns: `email`, casus and youngster. */
export const PAGINAS = `
select m.email, c.id as "casusId", c.leerling_id as "leerlingId"
  from casus c join medewerker m on m.regio_id = c.regio_id and m.id = c.verantwoordelijke_id
 where c.loopt and m.id <= 40 order by c.id % 97, c.id`;

const SCHOLEN = `
insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd)
select ${REGIO}, '9' || n || 'RO', '00', 'ROC ' || n, '{mbo}', '0001', '{}' from generate_series(0, 1) n;
insert into school_stand select regio_id, code, '2026-09-09', '2026-09-09' from school`;

const KOPPELINGEN = `
insert into schoolkoppeling (regio_id, school, leerlingnummer, leerling_id)
select regio_id, s.school, 'L' || c.leerling_id, leerling_id from casus c
 cross join lateral (values (c.school), ('9' || c.id % 2 || 'RO00')) s (school)`;

const INSCHRIJVINGEN = `
insert into aanlevering (regio_id, school, schooljaar, peildatum, modus, status, ontvangen_op, client_soort, client_id, sha256, bytes, regels)
select ${REGIO}, '90RO00', 2026, '2026-09-09', 'volledig', 'verwerkt', now(), 'client', 'bench', '', 0, 0;
insert into inschrijving (regio_id, leerling_id, school, leerlingnummer, rijsleutel, onderwijssoort, leerweg, niveau, status, status_datum,
                          begindatum, examenkandidaat, bron_aanlevering_id, geschreven_op)
select c.regio_id, c.leerling_id, case when k = 0 then c.school else '9' || (c.id + k) % 2 || 'RO00' end, 'L' || c.leerling_id, k || '-' || c.id,
       case when k = 0 then 'vmbo' else 'mbo' end, case when k = 0 then 'kb' else 'bol' end, case when k > 0 then 2 + k end,
       case k when 0 then 'uitgeschreven' when 1 then 'ingetrokken' else 'aangemeld' end, '2026-05-01',
       case when k = 0 then date '2022-08-22' else '2026-08-24' end, k = 0, a.id, '2026-09-09'
  from casus c cross join generate_series(0, 2) k cross join aanlevering a`;

const CONTACTEN = `
insert into contact (regio_id, leerling_id, soort, naam, telefoon, bron_school, bron_op)
select c.regio_id, c.leerling_id, s, 'Naam', '+31612345678', c.school, '2026-09-09'
  from casus c cross join unnest(array['leerling', 'ouder1', 'ouder2']) s`;

const TRAJECTEN = `
insert into traject (regio_id, leerling_id, schooljaar, school, leerlingnummer, onderwijssoort)
select regio_id, leerling_id, 2025, school, 'L' || leerling_id, 'vmbo' from casus`;

// Fifteen who could have got it, as routing stores them.
const TOEWIJZINGEN = `
insert into toewijzing (regio_id, casus_id, medewerker_id, regel_omschrijving, invoer, kandidaten, uitleg, toegewezen_op, door)
select c.regio_id, c.id, c.verantwoordelijke_id, 'regel', jsonb_build_object('school', c.school, 'woongemeente', c.woongemeente, 'doelgroep', c.doelgroep),
       k.lijst, 'Naam woont in Gemeente. U had daar de meeste ruimte.', c.geopend_op, 'systeem'
  from casus c cross join (
    select jsonb_agg(jsonb_build_object('medewerker', jsonb_build_object('id', n::text, 'naam', 'Medewerker ' || n), 'openCasussen', n, 'capaciteit', 80,
                                        'aanwezig', true, 'binnenBereik', true)) as lijst from generate_series(1, 15) n) k`;

const GEBEURTENISSEN = `
insert into gebeurtenis (regio_id, leerling_id, casus_id, soort, tekst, bron, door, op)
select c.regio_id, c.leerling_id, c.id, 'status', 'De status is veranderd van aangemeld in ingetrokken, op 1 mei.', 'doorstroomcontrole:1', 'systeem',
       c.geopend_op + k * interval '1 day'
  from generate_series(1, $1::int) k cross join casus c`;
