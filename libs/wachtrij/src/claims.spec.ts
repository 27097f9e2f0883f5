import { Transactie, type Tx } from '#database';
import type { TestDatabase } from '#database/test';
import { systeem } from '#kern';
import type { INestApplicationContext } from '@nestjs/common';
import { ClaimsRepository } from './claims.repository.js';
import { werkAf } from './test.js';
import { effecten, ledger, maakLeeg, proefDatabase, proefWorker, REGIO, tot, zet } from './test/opstelling.js';
import { Uitvoerder } from './uitvoerder.js';

let db: TestDatabase;
let app: INestApplicationContext;
beforeAll(async () => {
  db = await proefDatabase();
  app = await proefWorker(db.url);
}, 60_000);
beforeEach(() => maakLeeg(db));
afterAll(async () => {
  await app.close();
  await db.sluit();
});

function keer<T>(aantal: number, waarde: T): T[] {
  return Array.from({ length: aantal }, () => waarde);
}

describe('a claim', () => {
  const vraag = { soort: 'proef.kort', regioId: REGIO, tot: null, bezetMs: 60_000 };

  it('is not given twice, also before the rows are locked', async () => {
    await zet(app, keer(10, 'goed'));
    const neem = () =>
      app.get(Transactie).voerUit({ wie: systeem(REGIO) }, (tx) => app.get(ClaimsRepository).neemVrije(tx, vraag, 6));
    const [a, b, c] = await Promise.all([neem(), neem(), neem()]);
    const ids = [...a, ...b, ...c].map((r) => r.id);
    expect(ids).toHaveLength(10);
    expect(new Set(ids).size).toBe(10);
    expect(await werkAf(app)).toEqual({ klaar: 0, mislukt: 0 });
  });

  it('is worth nothing once another worker took the row over', async () => {
    await zet(app, ['goed']);
    const claims = app.get(ClaimsRepository);
    const inTx = <T>(werk: (tx: Tx) => Promise<T>): Promise<T> =>
      app.get(Transactie).voerUit({ wie: systeem(REGIO) }, werk);
    const oud = await inTx((tx) => claims.neemVrije(tx, { ...vraag, bezetMs: -1 }, 1)); // its time is up at once
    const nieuw = await inTx((tx) => claims.neemVerlaten(tx, vraag));
    expect([oud, nieuw].map(([c]) => c?.poging)).toEqual([1, 2]);
    expect((await inTx((tx) => claims.vergrendel(tx, oud))).size).toBe(0);
    expect((await inTx((tx) => claims.vergrendel(tx, nieuw))).size).toBe(1);
  });

  it('holds as long as the row is locked, even when its time is up', async () => {
    await zet(app, ['goed']);
    const claims = app.get(ClaimsRepository);
    await app.get(Transactie).voerUit({ wie: systeem(REGIO) }, async (tx) => {
      const oud = await app
        .get(Transactie)
        .voerUit({ wie: systeem(REGIO) }, (andere) => claims.neemVrije(andere, { ...vraag, bezetMs: -1 }, 1));
      expect((await claims.vergrendel(tx, oud)).size).toBe(1);
      expect(await werkAf(app)).toEqual({ klaar: 0, mislukt: 0 });
    });
    expect((await ledger(db))[0]).toMatchObject({ pogingen: 1, stand: 'bezet' });
  });

  // PostgreSQL keeps the lock on a row that no longer fits once it could look at its newest version.
  it('holds when a worker that looks for free rows has it locked for a moment', async () => {
    await zet(app, ['goed', 'goed']);
    const claims = app.get(ClaimsRepository);
    const vergrendel = claims.vergrendel.bind(claims);
    claims.vergrendel = async (tx, wie) => {
      const zoeker = db.bron.createQueryRunner();
      await zoeker.startTransaction();
      await zoeker.query('select from opdracht for update');
      const onze = vergrendel(tx, wie);
      await tot(
        () =>
          db.bron.query<object[]>(`select from pg_locks where not granted and locktype in ('transactionid', 'tuple')`),
        (wachtend) => wachtend.length > 0,
      );
      await zoeker.rollbackTransaction();
      await zoeker.release();
      return onze;
    };
    try {
      await app.get(Uitvoerder).werkPartij('proef.kort', REGIO);
    } finally {
      claims.vergrendel = vergrendel;
    }
    expect(await effecten(db)).toEqual({ w0: 1, w1: 1 });
  }, 30_000);

  it('is given back by a worker that must stop', async () => {
    await zet(app, ['goed']);
    const stop = new AbortController();
    const uitvoerder = app.get(Uitvoerder);
    const claims = app.get(ClaimsRepository);
    const vergrendel = claims.vergrendel.bind(claims);
    claims.vergrendel = (tx, wie) => {
      stop.abort();
      return vergrendel(tx, wie);
    };
    try {
      await uitvoerder.werkPartij('proef.kort', REGIO, { stop: stop.signal });
    } finally {
      claims.vergrendel = vergrendel;
    }
    expect((await ledger(db))[0]).toMatchObject({ stand: 'open', pogingen: 0 });
    expect(await effecten(db)).toEqual({});
  });
});
