import type { DataSource } from 'typeorm';

export const REGIO = 36;
/** Everyone who asks in the measurement; see `vulRegio`. */
export const VRAGERS = {
  /** The most restricted user: one small gemeente, a team of two, a dozen casussen of one's own. */
  krap: 'krap@bench.example',
  /** An officer as there are hundreds: one gemeente, a team of fifteen. */
  gewoon: 'm1@bench.example',
  /** The widest: every row of the region, without names. */
  ruim: 'coordinator@bench.example',
} as const;

/**
 * One region with `omvang` casussen of which 1 in `openElke` is open: 600 officers in 40 teams over 100 gemeenten, each
 * open casus with its task and its signaal; and a small gemeente of 40 open casussen.
 */
export async function vulRegio(bron: DataSource, omvang: number, openElke = 20): Promise<void> {
  const vuller = bron.createQueryRunner();
  await vuller.connect();
  try {
    // Rows are generated consistent; checking every key of a million rows would only cost time.
    await vuller.query(`set session_replication_role = replica`);
    await vuller.query(ORGANISATIE);
    await vuller.query(LEERLINGEN, [omvang]);
    await vuller.query(CASUSSEN, [omvang, openElke]);
    await vuller.query(TAKEN);
    await vuller.query(SIGNALEN);
    await vuller.query(KLEIN);
    await vuller.query(`set session_replication_role = origin`);
    for (const tabel of ['medewerker', 'leerling', 'casus', 'taak', 'signaal'])
      await vuller.query(`vacuum analyze ${tabel}`);
  } finally {
    await vuller.release();
  }
}

/** Roles of one account. */
export const WIE = `
select m.id, m.naam, r.rol, r.gemeenten, r.hele_regio as "heleRegio"
  from medewerker m join medewerker_rol r on r.regio_id = m.regio_id and r.medewerker_id = m.id where m.email = $1`;

const ORGANISATIE = `
insert into regio (id, naam, vakantiezone) values (${REGIO}, 'Bench', 'Zuid');
insert into gemeente (regio_id, code, naam) select ${REGIO}, lpad(n::text, 4, '0'), 'Gemeente ' || n from generate_series(1, 100) n;
insert into gemeente (regio_id, code, naam) values (${REGIO}, '9999', 'Klein');
insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd)
select ${REGIO}, '99A' || chr(64 + n), '00', 'School ' || n, '{vmbo}', lpad(n::text, 4, '0'), '{vmbo}' from generate_series(1, 20) n;
insert into team (regio_id, code, naam) select ${REGIO}, 't' || n, 'Team ' || n from generate_series(1, 41) n;
insert into medewerker (regio_id, id, email, naam) select ${REGIO}, n, 'm' || n || '@bench.example', 'Medewerker ' || n from generate_series(1, 600) n;
insert into medewerker (regio_id, id, email, naam) values
  (${REGIO}, 601, '${VRAGERS.krap}', 'Krap'), (${REGIO}, 602, 'maat@bench.example', 'Maat'), (${REGIO}, 603, '${VRAGERS.ruim}', 'Ruim');
update regio set procesbewaker_id = 602;
insert into medewerker_rol (regio_id, medewerker_id, rol, gemeenten)
select ${REGIO}, id, 'doorstroomcoach', array[case when id > 600 then '9999' else lpad((1 + id % 100)::text, 4, '0') end]
  from medewerker where id <= 602;
insert into medewerker_rol (regio_id, medewerker_id, rol, hele_regio) values (${REGIO}, 603, 'regiocoordinator', true);
insert into teamlid (regio_id, team, medewerker_id)
select ${REGIO}, case when id > 600 then 't41' else 't' || (1 + (id - 1) / 15) end, id from medewerker where id <= 602;
insert into account (issuer, sub, regio_id, medewerker_id) select 'proef', email, ${REGIO}, id from medewerker`;

const LEERLINGEN = `
insert into leerling (regio_id, id, achternaam, roepnaam, geboortedatum, woongemeente, achternaam_norm, roepnaam_norm)
select ${REGIO}, n, 'Achternaam' || n % 5000, 'Naam' || n % 300, date '2008-01-01' + (n % 1400), lpad((1 + n % 100)::text, 4, '0'),
       'achternaam' || n % 5000, 'naam' || n % 300
  from generate_series(1, $1::int) n`;

// Every $2nd is open. The due dates of open ones lie over two months, as in a year's peak.
const CASUSSEN = `
insert into casus (regio_id, id, jaar, volgnummer, leerling_id, school, woongemeente, doelgroep, fase, verantwoordelijke_id,
                   volgende_taak_id, vervalt_op, geopend_op, gesloten_op, uitkomst)
select ${REGIO}, n, 2026, n, n, '99A' || chr(64 + 1 + n % 20) || '00', lpad((1 + n % 100)::text, 4, '0'),
       (array['leerplicht', 'kwalificatieplicht', 'doorstroompunt'])[1 + n % 3],
       case when n % $2::int = 0 then (array['nagaan', 'begeleiding', 'afronding'])[1 + n / $2::int % 3] else 'gesloten' end, 1 + n / $2::int % 600,
       case when n % $2::int = 0 then n end, case when n % $2::int = 0 then date '2026-08-15' + n / $2::int * 7 % 60 end,
       timestamptz '2026-06-01' + n * interval '7 seconds', case when n % $2::int <> 0 then timestamptz '2026-09-01' end,
       case when n % $2::int <> 0 then 'alsnogOpKoers' end
  from generate_series(1, $1::int) n`;

const TAKEN = `
insert into taak (regio_id, id, soort, casus_id, eigenaar_id, vervalt_op, gemaakt_op)
select regio_id, id, 'eersteContact', id, verantwoordelijke_id, vervalt_op, geopend_op from casus where loopt`;

const SIGNALEN = `
insert into signaal (regio_id, soort, leerling_id, schooljaar, casus_id, examenschool, peildatum, geopend_op)
select regio_id, 'nietIngeschreven', leerling_id, 2025, id, school, '2026-08-31', geopend_op from casus where loopt`;

// Forty open casussen move to the small gemeente; twelve of them are held by the most restricted user.
const KLEIN = `
with klein as (select id, leerling_id, row_number() over (order by id) as nr from casus where loopt order by id limit 40),
verhuisd as (update leerling l set woongemeente = '9999' from klein k where l.regio_id = ${REGIO} and l.id = k.leerling_id),
getaakt as (update taak t set eigenaar_id = 601 from klein k where t.regio_id = ${REGIO} and t.casus_id = k.id and k.nr <= 12)
update casus c set woongemeente = '9999', verantwoordelijke_id = case when k.nr <= 12 then 601 else c.verantwoordelijke_id end
  from klein k where c.regio_id = ${REGIO} and c.id = k.id`;
