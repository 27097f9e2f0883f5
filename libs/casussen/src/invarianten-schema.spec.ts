import { type TestDatabase, testDatabase } from '#database/test';
import { alsDatum, systeem } from '#kern';
import pg from 'pg';
import { type Diensten, maakDiensten, maakLeerling, maakRegio } from './test.js';

// domain.md 4, invariants 3 to 6; see invarianten.spec.ts for 1 and 2.
const REGIO = 36;
const op = { peildatum: alsDatum('2026-09-01'), nu: new Date('2026-09-01T02:00:00Z'), bron: 'test' };

/** Facts of the instance, of the law and of the machinery: they belong to no region. */
const ZONDER_REGIO = [
  'bewaartermijn',
  'instantie',
  'kalenderdag',
  'migratie',
  'regio',
  'rooster_beurt',
  'schoolvakantie',
  'signaleringsherinnering',
  'signaleringsstandaard',
  'termijn',
  'werker',
  'wetregel',
];

describe('invariants of the schema', () => {
  let db: TestDatabase;
  let d: Diensten;
  let casusId: string;

  beforeAll(async () => {
    [db, d] = await Promise.all([testDatabase(), maakDiensten()]);
    await maakRegio(db.bron);
    const leerlingId = await maakLeerling(db.bron);
    await db.transactie.voerUit({ wie: systeem(REGIO) }, async (tx) => {
      await d.signalen.open(tx, REGIO, [{ leerlingId, trajectId: null, schooljaar: 2025, soort: 'geenPlaatsing' }], op);
      await d.casussen.volgSignalen(tx, REGIO, [leerlingId], op);
    });
    const [casus] = await db.bron.query<[{ id: string }]>(`select id from casus`);
    casusId = casus.id;
    await db.bron.query(
      `insert into contactmoment (regio_id, casus_id, uitkomst, met, door, op) select $1, id, 'anders', 'mentor', verantwoordelijke_id, now() from casus`,
      [REGIO],
    );
    await db.bron.query(
      `insert into logboek (regio_id, wie, handeling, onderwerp, reden, route) values ($1, 'x', 'lezen', 'casus', 'x', 'x')`,
      [REGIO],
    );
  }, 60_000);
  afterAll(async () => {
    await d.sluit();
    await db.sluit();
  });

  describe('3: timeline and logboek are append-only', () => {
    const tabellen = ['gebeurtenis', 'toewijzing', 'logboek', 'contactmoment'];
    const daden = [
      (t: string) => `update ${t} set regio_id = regio_id`,
      (t: string) => `delete from ${t}`,
      (t: string) => `truncate ${t}`,
    ];
    const gevallen = tabellen.flatMap((t) => daden.map((daad) => [daad(t)]));

    it.each(gevallen)('the roles have no privilege for: %s', async (sql) => {
      for (const rol of ['sluitend_api', 'sluitend_worker'] as const) {
        const poging = db.als(rol).voerUit({ wie: systeem(REGIO) }, (tx) => tx.query(sql));
        await expect(poging).rejects.toMatchObject({
          code: '42501',
          message: expect.stringContaining('permission denied'),
        });
      }
    });

    it.each(gevallen.filter(([sql]) => sql?.startsWith('truncate logboek') === false))(
      'not even the owner of the tables: %s',
      async (sql) => {
        await expect(db.bron.query(sql as string)).rejects.toMatchObject({ code: '42501' });
      },
    );
  });

  describe('4: regio_id is in every foreign key', () => {
    it('of the catalogue, on the same place on both sides', async () => {
      const zonder = await db.bron.query(`
        select con.conrelid::regclass::text as tabel, con.conname as sleutel
          from pg_constraint con
         where con.contype = 'f' and con.connamespace = 'public'::regnamespace
           and not exists (
             select from unnest(con.conkey, con.confkey) as paar (hier, daar)
               join pg_attribute a on a.attrelid = con.conrelid and a.attnum = paar.hier
               join pg_attribute b on b.attrelid = con.confrelid and b.attnum = paar.daar
              where (case when con.conrelid = 'regio'::regclass then a.attname = 'id' else a.attname = 'regio_id' end)
                and (case when con.confrelid = 'regio'::regclass then b.attname = 'id' else b.attname = 'regio_id' end))`);
      expect(zonder).toEqual([]);
    });

    it('and in every table, but for facts of the instance and the law', async () => {
      const zonder = await db.bron.query<{ naam: string }[]>(`
        select c.relname as naam from pg_class c
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
           and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'regio_id' and not a.attisdropped)
         order by 1`);
      expect(ZONDER_REGIO).toEqual(expect.arrayContaining(zonder.map((r) => r.naam)));
    });

    it('so a row of another region cannot be pointed at', async () => {
      await maakRegio(db.bron, 37);
      const leerling37 = await maakLeerling(db.bron, { regio: 37 });
      const poging = db.bron.query(`update casus set leerling_id = $1 where id = $2`, [leerling37, casusId]);
      await expect(poging).rejects.toMatchObject({ constraint: expect.stringContaining('leerling_id_fkey') });
    });
  });

  describe('5: a delivered file changes all it should or nothing', () => {
    it('is not processed while its counts do not add up', async () => {
      const leg = `insert into aanlevering (regio_id, school, schooljaar, peildatum, modus, status, ontvangen_op, client_soort, client_id, sha256, bytes, regels, nieuw)
        values ($1, '99AA00', 2025, '2026-09-01', 'volledig', $2, now(), 'client', 'x', '\\x00', 1, 10, $3)`;
      await expect(db.bron.query(leg, [REGIO, 'verwerkt', 9])).rejects.toMatchObject({ code: '23514' });
      await db.bron.query(leg, [REGIO, 'verwerkt', 10]);
    });

    it('leaves nothing of a transaction that stops half-way', async () => {
      const poging = db.transactie.voerUit({ wie: systeem(REGIO) }, async (tx) => {
        await tx.query(`update leerling set postcode = '1234AB' where regio_id = $1`, [REGIO]);
        await tx.query(`insert into leerling (regio_id) values ($1)`, [REGIO]);
      });
      await expect(poging).rejects.toMatchObject({ code: '23502' });
      expect(await db.bron.query(`select from leerling where postcode = '1234AB'`)).toHaveLength(0);
    });
  });

  describe('6: a lost update is never silent', () => {
    it('a second writer of the same versie changes nothing', async () => {
      const [een, twee] = [new pg.Client({ connectionString: db.url }), new pg.Client({ connectionString: db.url })];
      await Promise.all([een.connect(), twee.connect()]);
      const { rows } = await een.query<{ versie: number }>(`select versie from casus where id = $1`, [casusId]);
      const wijzig = `update casus set opgeschort_tot = $3 where id = $1 and versie = $2`;
      const gelezen = rows[0]?.versie;
      await een.query('begin');
      await een.query(wijzig, [casusId, gelezen, '2026-10-01']);
      const tweede = twee.query(wijzig, [casusId, gelezen, '2026-11-01']); // waits, then looks again
      await een.query('commit');
      expect((await tweede).rowCount).toBe(0);
      await Promise.all([een.end(), twee.end()]);
    });

    it('nobody sets the versie back', async () => {
      const lees = async () =>
        (await db.bron.query<[{ versie: number }]>(`select versie from casus where id = $1`, [casusId]))[0].versie;
      const voor = await lees();
      await db.bron.query(`update casus set versie = 1 where id = $1`, [casusId]);
      expect(await lees()).toBe(voor + 1);
    });

    it('every table with a versie has the trigger that raises it', async () => {
      const zonder = await db.bron.query(`
        select c.relname as tabel from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'versie'
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not exists (
           select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
            where t.tgrelid = c.oid and p.proname = 'verhoog_versie' and t.tgenabled <> 'D')`);
      expect(zonder).toEqual([]);
    });
  });
});
