import type { DataSource } from 'typeorm';
import { REGIO } from './werkvoorraad-gegevens.sql.js';

/** The day of the round: a Monday, so that it writes the week as well. */
export const VANDAAG = '2026-09-14';

/**
 * Makes every tenth open casus of `vulRegio` late, by one day up to some weeks, and the others not; and gives the teams
 * somebody who leads, the region a coordinator and each casus its toewijzing.
 */
export async function vulBewaking(bron: DataSource): Promise<void> {
  for (const sql of [LEIDING, TERMIJNEN, TOEWIJZINGEN]) await bron.query(sql);
  for (const tabel of ['casus', 'taak', 'toewijzing', 'teamlid', 'medewerker_rol'])
    await bron.query(`vacuum analyze ${tabel}`);
}

const LEIDING = `
insert into medewerker (regio_id, id, email, naam)
select ${REGIO}, 700 + n, 'leider' || n || '@bench.example', 'Leider ' || n from generate_series(1, 40) n;
insert into medewerker_rol (regio_id, medewerker_id, rol, hele_regio) select ${REGIO}, 700 + n, 'teamleider', true from generate_series(1, 40) n;
insert into teamlid (regio_id, team, medewerker_id) select ${REGIO}, 't' || n, 700 + n from generate_series(1, 40) n`;

const TERMIJNEN = `
begin;
set local session_replication_role = replica;
update casus set vervalt_op = date '${VANDAAG}' + case when id / 20 % 10 = 0 then -1 - (id / 200 % 30)::int else 1 + (id % 30)::int end where loopt;
select setval(pg_get_serial_sequence('taak', 'id'), (select max(id) from taak));
update taak t set vervalt_op = c.vervalt_op from casus c where c.regio_id = t.regio_id and c.volgende_taak_id = t.id;
commit`;

const TOEWIJZINGEN = `
insert into routeringsregel (regio_id, id, volgorde, omschrijving, team) select ${REGIO}, n, n, 'regel', 't' || n from generate_series(1, 40) n;
insert into toewijzing (regio_id, casus_id, medewerker_id, regel_id, invoer, kandidaten, uitleg, toegewezen_op, door)
select c.regio_id, c.id, c.verantwoordelijke_id, case when c.verantwoordelijke_id <= 600 then 1 + (c.verantwoordelijke_id - 1) / 15 end, '{}', '[]', 'Bench.',
       c.geopend_op, 'systeem' from casus c where c.loopt`;
