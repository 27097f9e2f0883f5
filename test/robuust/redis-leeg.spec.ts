import { testConfig, testSleutelbos } from '#config/test';
import { maakDataSource, Transactie } from '#database';
import { Bode } from '#wachtrij';
import { jest } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Redis } from 'ioredis';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { Keten } from '../scenario/keten.js';
import { eindstand, maakLeeg, type Eindstand } from './eindstand.js';
import { nacht, NACHTEN, stuurBestand, vraagControle, type Nacht } from './nacht.js';
import { ROBUUSTREGIO } from './regio.js';
import { totAllesKlaar } from './wachten.js';

const REDIS = process.env['TEST_REDIS_URL'];
const nodig = REDIS !== undefined || process.env['CI'] === 'true';
if (!nodig) process.stdout.write('FLUSHALL between upload and processing is not tested: set TEST_REDIS_URL.\n');
const redisUrl = REDIS ?? 'redis://127.0.0.1:6379';
/** Sweeps so far apart that within the test only the first one comes. */
const NOOIT = 3_600_000;

(nodig ? describe : describe.skip)('Redis that forgets everything', () => {
  let keten: Keten;
  let beheer: Redis;
  let verwacht: Eindstand;
  const sleutelbos = testSleutelbos();
  const werkers: INestApplicationContext[] = [];

  beforeAll(async () => {
    keten = await Keten.start(NACHTEN[0]?.op ?? '', ROBUUSTREGIO, { sleutelbos, redisUrl });
    beheer = new Redis(redisUrl);
    for (const n of NACHTEN) await nacht(keten, n);
    verwacht = await eindstand(keten.api.db);
    await maakLeeg(keten.api.db);
    await keten.api.app.get(Bode).leeg();
    await wisAlles();
  });
  afterAll(async () => {
    for (const werker of werkers) await werker.close();
    await wisAlles();
    beheer.disconnect();
    await keten.sluit();
  });

  const sleutels = (): Promise<string[]> => beheer.keys(`{sluitend-${new URL(keten.api.db.url).pathname.slice(1)}}*`);

  /** What FLUSHALL does, to the keys of this database alone: other specs use the same Redis. */
  async function wisAlles(): Promise<void> {
    const alle = await sleutels();
    if (alle.length > 0) await beheer.del(...alle);
  }

  /** A worker that listens to the bells on Redis, with this long between its sweeps. */
  async function startWerker(rondeMs: number): Promise<INestApplicationContext> {
    const { db, klok } = keten.api;
    const bron = await maakDataSource({ url: db.url, verbindingen: 10, naam: 'sluitend-worker' }).initialize();
    const opening = { bron, transactie: new Transactie(bron, 'sluitend_worker'), sleutelbos };
    const config = testConfig({ DATABASE_URL: db.url, REDIS_URL: redisUrl });
    const module = WorkerModule.met({ config, opening, klok, instellingen: { rondeMs } });
    const werker = await Test.createTestingModule({ imports: [module] }).compile();
    werker.useLogger(false);
    werkers.push(werker);
    return werker.init();
  }

  async function stuur({ op, bestanden }: Nacht): Promise<void> {
    keten.api.klok.zet(op);
    for (const bestand of bestanden) expect(await stuurBestand(keten, bestand)).toBe(202);
  }

  it('between upload and processing, before a worker and under one: nothing lost, nothing twice', async () => {
    const [eerste, tweede, derde] = NACHTEN;
    if (eerste === undefined || tweede === undefined || derde === undefined)
      throw new Error('Three nights are needed.');
    const { app, db } = keten.api;

    await stuur(eerste);
    await app.get(Bode).leeg();
    expect((await sleutels()).length).toBeGreaterThan(0);
    await wisAlles();
    expect(await sleutels()).toEqual([]);
    const geduldig = await startWerker(NOOIT);
    await totAllesKlaar(db); // by the sweep with which it starts
    await vraagControle(keten);
    await totAllesKlaar(db); // by bells
    await geduldig.close();
    werkers.length = 0;

    await startWerker(100);
    await wisAlles(); // also what the worker itself keeps there
    const stil = jest.spyOn(app.get(Bode), 'lui').mockImplementation(() => undefined);
    await stuur(tweede);
    await totAllesKlaar(db); // by a sweep: no bell of these uploads ever rang
    await vraagControle(keten);
    await totAllesKlaar(db);
    stil.mockRestore();

    await stuur(derde);
    await wisAlles();
    await totAllesKlaar(db);
    await vraagControle(keten);
    await wisAlles();
    await totAllesKlaar(db);
    expect(await eindstand(db)).toEqual(verwacht);
  }, 180_000);
});
