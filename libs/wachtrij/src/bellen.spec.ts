import { Transactie } from '#database';
import type { TestDatabase } from '#database/test';
import { systeem } from '#kern';
import type { INestApplicationContext } from '@nestjs/common';
import { Redis } from 'ioredis';
import { migreerBellen } from './bellen.sql.js';
import { WachtrijGereed } from './gereed.js';
import { Opdrachten } from './opdrachten.js';
import { definieerRooster } from './rooster.js';
import { Ronde } from './ronde.js';
import {
  effecten,
  kort,
  lang,
  ledger,
  maakLeeg,
  proefDatabase,
  proefWorker,
  REGIO,
  tot,
  zet,
  type Gedrag,
} from './test/opstelling.js';

const REDIS = process.env['TEST_REDIS_URL'];
const redisNodig = REDIS !== undefined || process.env['CI'] === 'true';
if (!redisNodig) process.stdout.write('The queue on Redis is not tested: set TEST_REDIS_URL.\n');

const stappen = [
  ['PostgreSQL', undefined] as const,
  ...(redisNodig ? [['Redis', REDIS ?? 'redis://127.0.0.1:6379'] as const] : []),
];

/** No round within the test but the first: what happens, happens by bells. */
const GEDULD = 30_000;
const STILLE_RONDE = { rondeMs: 3_600_000 };

/** What FLUSHALL does, to the keys of this database alone: other specs use the same Redis. Gives how many there were. */
async function wisAlles(redisUrl: string, databaseUrl: string): Promise<number> {
  const beheer = new Redis(redisUrl);
  try {
    const sleutels = await beheer.keys(`{sluitend-${new URL(databaseUrl).pathname.slice(1)}}*`);
    return sleutels.length === 0 ? 0 : await beheer.del(...sleutels);
  } finally {
    beheer.disconnect();
  }
}

describe.each(stappen)('bells on %s', (_, redisUrl) => {
  let db: TestDatabase;
  let app: INestApplicationContext;
  beforeAll(async () => {
    db = await proefDatabase();
    await migreerBellen(db.url);
    app = await proefWorker(db.url, { luister: true, redisUrl, instellingen: STILLE_RONDE });
  }, 60_000);
  beforeEach(() => maakLeeg(db));
  afterAll(async () => {
    await app.close();
    if (redisUrl !== undefined) await wisAlles(redisUrl, db.url);
    await db.sluit();
  });

  const klaar = (n: number) =>
    tot(
      () => ledger(db),
      (rijen) => rijen.length === n && rijen.every((r) => r.stand === 'klaar'),
    );

  it(
    'wake a worker after the commit',
    async () => {
      await zet(app, ['goed', 'goed']);
      await klaar(2);
      expect(await effecten(db)).toEqual({ w0: 1, w1: 1 });
    },
    GEDULD,
  );

  it(
    'ring again while there is more than one batch, short and long',
    async () => {
      await zet(
        app,
        Array.from({ length: 300 }, () => 'goed' as const),
      );
      await zet(app, ['goed', 'goed', 'goed'], { job: lang, naam: 'l' });
      await klaar(303);
      expect(new Set(Object.values(await effecten(db)))).toEqual(new Set([1]));
    },
    GEDULD,
  );

  it(
    'do not ring for work that was rolled back',
    async () => {
      const afgebroken = app.get(Transactie).voerUit({ wie: systeem(REGIO) }, async (tx) => {
        await app.get(Opdrachten).zet(tx, kort, REGIO, { wat: 'nooit', gedrag: 'goed' as Gedrag });
        throw new Error('no');
      });
      await expect(afgebroken).rejects.toThrow('no');
      await zet(app, ['goed']);
      await klaar(1);
    },
    GEDULD,
  );

  it(
    'ring later for work that is put for later, and for a retry',
    async () => {
      await app
        .get(Transactie)
        .voerUit({ wie: systeem(REGIO) }, (tx) =>
          app
            .get(Opdrachten)
            .zet(tx, kort, REGIO, { wat: 'straks', gedrag: 'goed' as Gedrag }, { vanaf: new Date(Date.now() + 300) }),
        );
      await klaar(1);
      await zet(app, ['faal']);
      const [, gefaald] = await tot(
        () => ledger(db),
        (rijen) => rijen[1]?.stand === 'dood',
      );
      expect(gefaald).toMatchObject({ pogingen: 3, foutCode: 'onverwacht' });
    },
    GEDULD,
  );

  it(
    'are not needed: the round finds what no bell told of',
    async () => {
      await db.bron.query(
        `insert into opdracht (regio_id, soort, data) select $1, 'proef.kort', '{"wat": "stil", "gedrag": "goed"}' from generate_series(1, 70)`,
        [REGIO],
      );
      await app.get(Ronde).loop();
      await klaar(70);
    },
    GEDULD,
  );

  it(
    'three workers share the work, each effect once',
    async () => {
      const anderen = await Promise.all(
        [1, 2].map(() => proefWorker(db.url, { luister: true, redisUrl, instellingen: STILLE_RONDE })),
      );
      try {
        await zet(
          app,
          Array.from({ length: 400 }, () => 'goed' as const),
        );
        await klaar(400);
        expect(new Set(Object.values(await effecten(db)))).toEqual(new Set([1]));
      } finally {
        await Promise.all(anderen.map((a) => a.close()));
      }
    },
    GEDULD,
  );

  it(
    'say that they are ready, and not when no worker lives',
    async () => {
      await app.get(Ronde).loop();
      expect(await app.get(WachtrijGereed).controleer()).toEqual({ gereed: true });
      await db.bron.query(`update werker set gezien_op = now() - interval '10 minutes'`);
      expect(await app.get(WachtrijGereed).controleer()).toMatchObject({
        gereed: false,
        reden: expect.stringContaining('worker') as string,
      });
      await db.bron.query('delete from werker');
      expect(await app.get(WachtrijGereed).controleer()).toMatchObject({
        gereed: false,
        reden: expect.stringContaining('Er draait geen worker') as string,
      });
    },
    GEDULD,
  );

  it(
    'ring at a tick of a schedule',
    async () => {
      const elkeSeconde = definieerRooster({
        naam: 'proef.rooster',
        patroon: '* * * * * *',
        voor: 'elkeRegio',
        inhalenUren: 0,
        job: kort,
        data: (periode) => ({ wat: periode.toISOString(), gedrag: 'goed' as Gedrag }),
      });
      const opties = { luister: true, redisUrl, roosters: [elkeSeconde], instellingen: STILLE_RONDE };
      const twee = await Promise.all([proefWorker(db.url, opties), proefWorker(db.url, opties)]);
      try {
        // The first tick a worker sees is noted without work; then one row for each of the two regions per tick.
        await tot(
          () => ledger(db),
          (rijen) => rijen.filter((r) => r.stand === 'klaar').length >= 4,
        );
        const perTik = await db.bron.query<{ n: number }[]>(
          `select count(*)::int as n from opdracht group by data ->> 'wat'`,
        );
        expect(new Set(perTik.map((r) => r.n))).toEqual(new Set([2]));
      } finally {
        await Promise.all(twee.map((a) => a.close()));
      }
    },
    GEDULD,
  );

  if (redisUrl !== undefined) {
    it(
      'are all lost by FLUSHALL, and the round brings the work back',
      async () => {
        // Nobody hears of this row: it is due only when the bells are gone.
        await db.bron.query(
          `insert into opdracht (regio_id, soort, data) values ($1, 'proef.kort', '{"wat": "weg", "gedrag": "goed"}')`,
          [REGIO],
        );
        expect(await wisAlles(redisUrl, db.url)).toBeGreaterThan(0);
        await app.get(Ronde).loop();
        await klaar(1);
        await zet(app, ['goed'], { naam: 'n' });
        await klaar(2);
        expect(await effecten(db)).toEqual({ weg: 1, n0: 1 });
      },
      GEDULD,
    );
  }
});
