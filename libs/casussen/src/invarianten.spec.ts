import { type TestDatabase, testDatabase } from '#database/test';
import { alsDatum, systeem } from '#kern';
import pg from 'pg';
import { type Diensten, maakDiensten, maakLeerling, maakMedewerker, maakRegel, maakRegio, maakTeam } from './test.js';

// domain.md 4, «Invariants, enforced by the database»: each is attacked here with plain SQL, past every service.
const REGIO = 36;
const wie = systeem(REGIO);
const op = { peildatum: alsDatum('2026-09-01'), nu: new Date('2026-09-01T02:00:00Z'), bron: 'test' };

interface Rij {
  id: string;
  leerling_id: string;
  verantwoordelijke_id: string;
  volgende_taak_id: string;
  versie: number;
}

describe('invariants', () => {
  let db: TestDatabase;
  let d: Diensten;
  let een: pg.Client;
  let twee: pg.Client;
  let coach: string;

  beforeAll(async () => {
    [db, d] = await Promise.all([testDatabase(), maakDiensten()]);
    await maakRegio(db.bron);
    await maakTeam(db.bron, 'oost', 1000);
    await maakRegel(db.bron, { volgorde: 1, team: 'oost' });
    coach = await maakMedewerker(db.bron, { naam: 'Cas', team: 'oost' });
    [een, twee] = await Promise.all([verbind(), verbind()]);
  }, 60_000);
  afterEach(() => Promise.all([een.query('rollback'), twee.query('rollback')]));
  afterAll(async () => {
    await Promise.all([een.end(), twee.end()]);
    await d.sluit();
    await db.sluit();
  });

  async function verbind(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: db.url });
    await client.connect();
    return client;
  }
  /** A casus that was opened the ordinary way. */
  async function casus(): Promise<Rij> {
    const leerlingId = await maakLeerling(db.bron);
    await db.transactie.voerUit({ wie }, async (tx) => {
      await d.signalen.open(tx, REGIO, [{ leerlingId, trajectId: null, schooljaar: 2025, soort: 'geenPlaatsing' }], op);
      await d.casussen.volgSignalen(tx, REGIO, [leerlingId], op);
    });
    const [rij] = await db.bron.query<[Rij]>(`select * from casus where leerling_id = $1 and loopt`, [leerlingId]);
    return rij;
  }
  const taak = async (casusId: string): Promise<string> => {
    const [{ id }] = await db.bron.query<[{ id: string }]>(
      `insert into taak (regio_id, soort, casus_id, eigenaar_id, vervalt_op, gemaakt_op) values (36, 'bellen', $1, $2, '2026-09-10', now()) returning id`,
      [casusId, coach],
    );
    return id;
  };
  const rondAf = `update taak set toestand = 'afgerond', afgerond_op = now() where id = $1`;
  const zetStap = `update casus set volgende_taak_id = $2, vervalt_op = (select vervalt_op from taak where id = $2) where id = $1`;
  const geef = `update casus set verantwoordelijke_id = $2 where id = $1`;
  const stopt = `update medewerker set actief = false where id = $1`;
  const opnieuw = `insert into casus (regio_id, jaar, volgnummer, leerling_id, school, doelgroep, verantwoordelijke_id, volgende_taak_id, vervalt_op, geopend_op)
    select regio_id, jaar, volgnummer + 100000, leerling_id, school, doelgroep, verantwoordelijke_id, volgende_taak_id, vervalt_op, geopend_op from casus where id = $1`;
  const faalt = (werk: Promise<unknown>, constraint: string) => expect(werk).rejects.toMatchObject({ constraint });

  describe('1: at most one open casus per leerling', () => {
    it('refuses a second one', async () => {
      await faalt(een.query(opnieuw, [(await casus()).id]), 'casus_een_open');
    });

    it('refuses reopening an old one beside it', async () => {
      const oud = await casus();
      const sluit = `update casus set fase = 'gesloten', gesloten_op = now(), volgende_taak_id = null, vervalt_op = null where id = $1`;
      await een.query(sluit, [oud.id]);
      await db.transactie.voerUit({ wie }, (tx) => d.casussen.volgSignalen(tx, REGIO, [oud.leerling_id], op));
      await faalt(
        een.query(
          `update casus set fase = 'nagaan', gesloten_op = null, volgende_taak_id = $2, vervalt_op = '2026-09-03' where id = $1`,
          [oud.id, oud.volgende_taak_id],
        ),
        'casus_een_open',
      );
    });
  });

  describe('2: an open casus has an active owner and an open next task with a date', () => {
    it.each([
      ['owner', `update casus set verantwoordelijke_id = null where id = $1`],
      ['next task', `update casus set volgende_taak_id = null, vervalt_op = null where id = $1`],
    ])('refuses one without %s', async (_, sql) => {
      await faalt(een.query(sql, [(await casus()).id]), 'casus_heeft_eigenaar_en_stap');
    });

    it('refuses a task without a date, and a date without a task', async () => {
      const c = await casus();
      await expect(een.query(`update taak set vervalt_op = null where id = $1`, [c.volgende_taak_id])).rejects.toThrow(
        /null value/,
      );
      await faalt(een.query(`update casus set vervalt_op = null where id = $1`, [c.id]), 'casus_check1');
    });

    it.each([
      ['finishing', `update taak set toestand = 'afgerond', afgerond_op = now() where id = $1`],
      ['cancelling', `update taak set toestand = 'vervallen', afgerond_op = now() where id = $1`],
      ['moving', `update taak set casus_id = null where id = $1`],
      ['deleting', `delete from taak where id = $1`],
    ])('refuses %s its last task', async (_, sql) => {
      const c = await casus();
      await een.query('begin');
      await een.query(sql, [c.volgende_taak_id]);
      await expect(een.query('commit')).rejects.toThrow(
        /violates foreign key constraint "casus_(stap_open|regio_id_volgende)/,
      );
    });

    it('lets the next task be finished when the same transaction sets another', async () => {
      const c = await casus();
      const ander = await taak(c.id);
      await een.query('begin');
      await een.query(rondAf, [c.volgende_taak_id]);
      await een.query(zetStap, [c.id, ander]);
      await een.query('commit');
      expect((await een.query(`select vervalt_op::text from casus where id = $1`, [c.id])).rows).toEqual([
        { vervalt_op: '2026-09-10' },
      ]);
    });

    it('refuses a task of another casus as next step', async () => {
      const [c, ander] = [await casus(), await casus()];
      await een.query('begin');
      await een.query(zetStap, [c.id, ander.volgende_taak_id]);
      await faalt(een.query('commit'), 'casus_stap_open');
    });

    it('survives write skew: two transactions that each finish one of two tasks', async () => {
      const c = await casus();
      const b = await taak(c.id);
      await een.query('begin');
      await twee.query('begin');
      await een.query(rondAf, [c.volgende_taak_id]);
      await een.query(zetStap, [c.id, b]);
      await twee.query(rondAf, [b]);
      const uitkomsten = await Promise.allSettled([een.query('commit'), twee.query('commit')]);
      expect(uitkomsten.filter((u) => u.status === 'rejected')).toHaveLength(1);
      const { rows } = await een.query(
        `select t.toestand from casus c join taak t on t.id = c.volgende_taak_id where c.id = $1`,
        [c.id],
      );
      expect(rows).toEqual([{ toestand: 'open' }]);
    });

    it('refuses deactivating an owner', async () => {
      const c = await casus();
      await een.query('begin');
      await een.query(stopt, [c.verantwoordelijke_id]);
      await faalt(een.query('commit'), 'casus_eigenaar_actief');
    });

    it('survives write skew: the owner stops while a casus comes in that is not committed yet', async () => {
      const nieuw = await maakMedewerker(db.bron, { naam: 'Nieuw een' });
      await een.query('begin');
      await twee.query('begin');
      await een.query(geef, [(await casus()).id, nieuw]);
      const stop = twee.query(stopt, [nieuw]); // waits: the casus holds the row of its owner
      await een.query('commit');
      await stop;
      await faalt(twee.query('commit'), 'casus_eigenaar_actief');
    });

    it('survives write skew: a casus comes in while the owner stops and that is not committed yet', async () => {
      const nieuw = await maakMedewerker(db.bron, { naam: 'Nieuw twee' });
      const c = await casus();
      await een.query('begin');
      await twee.query('begin');
      await twee.query(stopt, [nieuw]);
      const geeft = een.query(geef, [c.id, nieuw]); // waits for the same row
      await twee.query('commit');
      await geeft;
      await faalt(een.query('commit'), 'casus_eigenaar_actief');
    });

    it('keeps the date of the casus equal to that of its next task', async () => {
      const c = await casus();
      await een.query(`update taak set vervalt_op = '2026-09-15' where id = $1`, [c.volgende_taak_id]);
      expect((await een.query(`select vervalt_op::text from casus where id = $1`, [c.id])).rows).toEqual([
        { vervalt_op: '2026-09-15' },
      ]);
      await een.query('begin');
      await een.query(`update casus set vervalt_op = '2026-12-31' where id = $1`, [c.id]);
      await faalt(een.query('commit'), 'casus_termijn_gelijk');
    });
  });
});
