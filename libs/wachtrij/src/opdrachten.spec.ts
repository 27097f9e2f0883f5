import { Transactie, type Tx } from '#database';
import type { TestDatabase } from '#database/test';
import { systeem } from '#kern';
import type { INestApplicationContext } from '@nestjs/common';
import { Belkanaal, Bode } from './bode.js';
import { Opdrachten } from './opdrachten.js';
import { OpdrachtenVragen } from './opdrachten.vragen.js';
import { StilKanaal, werkAf } from './test.js';
import {
  effecten,
  kort,
  type LedgerRij,
  ledger,
  maakLeeg,
  type ProefData,
  proefDatabase,
  proefWorker,
  REGIO,
  zet,
} from './test/opstelling.js';

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

const inTx = <T>(werk: (tx: Tx) => Promise<T>): Promise<T> =>
  app.get(Transactie).voerUit({ wie: systeem(REGIO) }, werk);
const goed = (wat: string): ProefData => ({ wat, gedrag: 'goed' });
const zetSleutel = (tx: Tx, wat: string, sleutel = 's'): Promise<void> =>
  app.get(Opdrachten).zet(tx, kort, REGIO, goed(wat), { sleutel });
const inStand = async (stand: LedgerRij['stand']): Promise<string[]> =>
  (await ledger(db)).filter((r) => r.stand === stand).map((r) => r.wat);

describe('zet', () => {
  it('is undone with the transaction that it is part of', async () => {
    await expect(
      inTx(async (tx) => {
        await app.get(Opdrachten).zet(tx, kort, REGIO, goed('a'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await ledger(db)).toEqual([]);
  });

  it('takes ids and nothing else', async () => {
    const met = (wat: string): Promise<void> => inTx((tx) => app.get(Opdrachten).zet(tx, kort, REGIO, goed(wat)));
    await expect(met('Jansen, Pieter')).rejects.toThrow(/^Field wat of job proef.kort must hold ids only\.$/);
    await expect(met('x'.repeat(65))).rejects.toThrow(TypeError);
    await met('2026-10-01T00:00:00+02:00');
  });

  it('rings after the commit, with the name and the region and nothing more', async () => {
    const { geluid } = app.get<unknown, StilKanaal>(Belkanaal);
    geluid.length = 0;
    await inTx(async (tx) => {
      await app.get(Opdrachten).zetVele(tx, kort, REGIO, [{ data: goed('a') }, { data: goed('b') }]);
      await app.get(Bode).leeg();
      expect(geluid).toEqual([]);
    });
    await app.get(Bode).leeg();
    expect(geluid).toEqual([{ soort: 'proef.kort', lengte: 'kort', regioId: REGIO }]);
  });

  it('does not fail when the bells do', async () => {
    const kanaal = app.get<unknown, StilKanaal>(Belkanaal);
    const lui = kanaal.lui.bind(kanaal);
    kanaal.lui = () => Promise.reject(new Error('Redis is away'));
    try {
      await zet(app, ['goed']);
      await app.get(Bode).leeg();
    } finally {
      kanaal.lui = lui;
    }
    expect(await werkAf(app)).toEqual({ klaar: 1, mislukt: 0 });
  });
});

describe('a key', () => {
  it('lets one row wait: two transactions at once make one, and the next adds none', async () => {
    await Promise.all([1, 2, 3].map((n) => inTx((tx) => zetSleutel(tx, `w${n}`))));
    await inTx((tx) => zetSleutel(tx, 'later'));
    expect(await ledger(db)).toHaveLength(1);
  });

  it('counts per region, per job and per key', async () => {
    await inTx((tx) => zetSleutel(tx, 'a'));
    await inTx((tx) => zetSleutel(tx, 'b', 'andere'));
    await inTx((tx) => app.get(Opdrachten).zet(tx, kort, 37, goed('c'), { sleutel: 's' }));
    await inTx((tx) => app.get(Opdrachten).zet(tx, kort, 0, goed('d'), { sleutel: 's' }));
    expect(await ledger(db)).toHaveLength(4);
  });

  it('is one row also when one call names it twice, with the earliest moment', async () => {
    const later = new Date(Date.now() + 3_600_000);
    await inTx((tx) =>
      app.get(Opdrachten).zetVele(tx, kort, REGIO, [
        { data: goed('a'), sleutel: 's', vanaf: later },
        { data: goed('b'), sleutel: 's' },
      ]),
    );
    expect(await werkAf(app)).toEqual({ klaar: 1, mislukt: 0 });
  });

  it('brings a waiting row forward', async () => {
    await inTx((tx) =>
      app.get(Opdrachten).zet(tx, kort, REGIO, goed('a'), { sleutel: 's', vanaf: new Date(Date.now() + 3_600_000) }),
    );
    expect(await werkAf(app)).toEqual({ klaar: 0, mislukt: 0 });
    await inTx((tx) => zetSleutel(tx, 'b'));
    expect(await werkAf(app)).toEqual({ klaar: 1, mislukt: 0 });
  });

  it('is free again when the row is done, or dead', async () => {
    await inTx((tx) => zetSleutel(tx, 'a'));
    await werkAf(app);
    await inTx((tx) => zetSleutel(tx, 'b'));
    expect(await inStand('open')).toEqual(['b']);
  });

  // What came in while a run is under way may not be seen by that run.
  it('makes a new row when the waiting one is being done', async () => {
    await inTx((tx) => zetSleutel(tx, 'a'));
    await db.bron.query(`update opdracht set sleutel = null, bezet_tot = now() + interval '1 minute', pogingen = 1`);
    await inTx((tx) => zetSleutel(tx, 'b'));
    expect(await inStand('open')).toEqual(['b']);
  });

  it('keeps the waiting row from starting until what asked for it again can be seen', async () => {
    await inTx((tx) => zetSleutel(tx, 'a'));
    await inTx(async (tx) => {
      await tx.query(`insert into effect (wat) values ('nieuws')`);
      await zetSleutel(tx, 'b');
      // Done now, it would not see the news, and nothing would be left to see it.
      expect(await werkAf(app)).toEqual({ klaar: 0, mislukt: 0 });
    });
    expect(await werkAf(app)).toEqual({ klaar: 1, mislukt: 0 });
    expect(await effecten(db)).toEqual({ nieuws: 1, a: 1 });
  });
});

describe('the list', () => {
  it('shows the region and the instance by status, newest first, page by page', async () => {
    await zet(app, ['goed', 'faal', 'goed']);
    await zet(app, ['goed'], { regioId: 37, naam: 'andere' });
    await zet(app, ['goed'], { regioId: 0, naam: 'instantie' });
    await werkAf(app, { tot: new Date(Date.now() + 86_400_000), laatMislukken: true });
    await zet(app, ['goed'], { naam: 'open' });
    const vragen = app.get(OpdrachtenVragen);
    const namen = async (
      filter: Omit<Parameters<OpdrachtenVragen['lijst']>[1], 'regioId' | 'aantal'>,
      aantal = 10,
    ): Promise<unknown[]> =>
      (await inTx((tx) => vragen.lijst(tx, { regioId: REGIO, aantal, ...filter }))).map(
        (r) => (r.data as ProefData).wat,
      );
    expect(await namen({})).toEqual(['open0', 'instantie0', 'w2', 'w1', 'w0']);
    expect(await namen({ status: 'open' })).toEqual(['open0']);
    expect(await namen({ status: 'dood' })).toEqual(['w1']);
    expect(await namen({ status: 'klaar' })).toEqual(['instantie0', 'w2', 'w0']);
    expect(await namen({ status: 'klaar' }, 1)).toEqual(['instantie0', 'w2']); // one more tells that there is a next page
    expect(await namen({ status: 'klaar', voorId: '3' })).toEqual(['w0']);
    expect(await inTx((tx) => vragen.tellingen(tx))).toEqual({ open: 1, dood: 1 });
  });
});
