import { Transactie } from '#database';
import type { TestDatabase } from '#database/test';
import { systeem } from '#kern';
import type { INestApplicationContext } from '@nestjs/common';
import { ruimWachtrijOp } from './opruimen.js';
import { Opdrachten } from './opdrachten.js';
import { definieerRooster, periodeVan } from './rooster.js';
import { Roosters } from './roosters.js';
import { werkAf } from './test.js';
import { kort, ledger, maakLeeg, proefDatabase, proefWorker, type ProefData } from './test/opstelling.js';

const NACHT = '30 3 * * *';

function rooster(naam: string, opties: { voor?: 'instantie' | 'elkeRegio'; inhalenUren?: number } = {}) {
  const data = (periode: Date): ProefData => ({ wat: `${naam}.${periode.toISOString()}`, gedrag: 'goed' });
  return definieerRooster({
    naam: `proef.${naam}`,
    patroon: NACHT,
    voor: 'instantie',
    inhalenUren: 12,
    job: kort,
    data,
    ...opties,
  });
}

let db: TestDatabase;
const apps: INestApplicationContext[] = [];
beforeAll(async () => {
  db = await proefDatabase();
}, 60_000);
beforeEach(() => maakLeeg(db));
afterEach(async () => {
  await Promise.all(apps.splice(0).map((a) => a.close()));
});
afterAll(() => db.sluit());

/** A worker that just started: it remembers nothing. */
async function vers(...roosters: ReturnType<typeof rooster>[]): Promise<Roosters> {
  const app = await proefWorker(db.url, { roosters });
  apps.push(app);
  return app.get(Roosters);
}

const gemaakt = async (): Promise<string[]> => (await ledger(db)).map((r) => r.wat).sort();

describe('the period of a moment', () => {
  it.each([
    ['on the tick itself', '2026-11-21T02:30:00.000Z', '2026-11-21T02:30:00.000Z'],
    ['just before it', '2026-11-21T02:29:59.999Z', '2026-11-20T02:30:00.000Z'],
    ['in summer time', '2026-07-01T02:00:00.000Z', '2026-07-01T01:30:00.000Z'],
    ['in the night the clock goes forward', '2026-03-29T05:00:00.000Z', '2026-03-29T01:30:00.000Z'],
    ['in the night the clock goes back', '2026-10-25T05:00:00.000Z', '2026-10-25T02:30:00.000Z'],
  ])('%s', (_, moment, periode) => {
    expect(periodeVan(NACHT, new Date(moment)).toISOString()).toBe(periode);
  });

  it('may not be the hour that the clock skips or repeats', () => {
    const maak = (patroon: string) => () => definieerRooster({ ...rooster('x'), patroon });
    expect(maak('30 2 * * *')).toThrow('from 2 to 3');
    expect(maak('0 * * * *')).not.toThrow();
    expect(maak('elke nacht')).toThrow();
  });
});

describe('a schedule', () => {
  const dag = (d: number, tijd: string): Date => new Date(`2026-11-${d}T${tijd}Z`);

  it('is made once per period, by whichever worker and however often', async () => {
    const [a, b, c] = await Promise.all([vers(rooster('a')), vers(rooster('a')), vers(rooster('a'))]);
    await a.zorg(dag(20, '12:00:00')); // first seen: that night did not exist for it
    expect(await gemaakt()).toEqual([]);
    await Promise.all([a, b, c, a].map((r) => r.zorg(dag(21, '02:30:01'))));
    await b.zorg(dag(21, '20:00:00'));
    expect(await gemaakt()).toEqual(['a.2026-11-21T02:30:00.000Z']);
    await werkAf(apps[0] as INestApplicationContext);
    await (await vers(rooster('a'))).zorg(dag(21, '23:00:00')); // done, and still not made again
    await c.zorg(dag(22, '02:31:00'));
    expect(await gemaakt()).toEqual(['a.2026-11-21T02:30:00.000Z', 'a.2026-11-22T02:30:00.000Z']);
  });

  it('is made up for once after everything was down, when it still makes sense', async () => {
    const roosters = [rooster('wel'), rooster('niet', { inhalenUren: 0 })];
    await (await vers(...roosters)).zorg(dag(18, '12:00:00'));
    const na = await vers(...roosters);
    await na.zorg(dag(21, '08:00:00')); // three nights later
    expect(await gemaakt()).toEqual(['wel.2026-11-21T02:30:00.000Z']);
  });

  it('is not made up for when it is too late', async () => {
    await (await vers(rooster('a'))).zorg(dag(18, '12:00:00'));
    await (await vers(rooster('a'))).zorg(dag(21, '15:00:00'));
    expect(await gemaakt()).toEqual([]);
  });

  it('makes one row for each region where it is for each region', async () => {
    const r = await vers(rooster('a', { voor: 'elkeRegio' }));
    await r.zorg(dag(20, '12:00:00'));
    await r.zorg(dag(21, '02:30:00'));
    expect(await db.bron.query('select regio_id from opdracht order by 1')).toEqual([
      { regio_id: 36 },
      { regio_id: 37 },
    ]);
  });
});

describe('cleaning up', () => {
  it('removes what was done two weeks ago, and nothing else', async () => {
    await vers();
    const [app] = apps as [INestApplicationContext];
    await db.bron.query(`
      insert into opdracht (soort, data, klaar_op, dood_op, aangemaakt_op) values
        ('proef.kort', '{"wat": "oud"}', now() - interval '15 days', null, now() - interval '15 days'),
        ('proef.kort', '{"wat": "nieuw"}', now() - interval '13 days', null, now() - interval '13 days'),
        ('proef.kort', '{"wat": "dood"}', null, now() - interval '15 days', now() - interval '15 days');
      insert into werker (id, gezien_op) values ('weg', now() - interval '2 days'), ('hier', now());`);
    await app.get(Transactie).voerUit({ wie: systeem(0) }, (tx) => app.get(Opdrachten).zet(tx, ruimWachtrijOp, 0, {}));
    await werkAf(app, { werkers: 3 });
    expect((await ledger(db)).map((r) => r.wat)).toEqual(['nieuw', 'dood', null]);
    expect(await db.bron.query('select id from werker')).toEqual([{ id: 'hier' }]);
  });
});
