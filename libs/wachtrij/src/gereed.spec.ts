import type { TestDatabase } from '#database/test';
import type { INestApplicationContext } from '@nestjs/common';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Bode } from './bode.js';
import { WachtrijGereed } from './gereed.js';
import { ledger, maakLeeg, proefDatabase, proefWorker, zet } from './test/opstelling.js';

/** Says one thing whatever it is asked: enough of Redis for its INFO. */
class NepRedis {
  private readonly verbindingen = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(beleid: string): Promise<NepRedis> {
    const info = `# Memory\r\nloading:0\r\nmaxmemory_policy:${beleid}\r\n`;
    const server = createServer((verbinding) => {
      nep.verbindingen.add(verbinding);
      verbinding.on('error', () => undefined);
      verbinding.on('data', (stuk) => {
        const vragen = stuk.toString().match(/^\*\d/gm)?.length ?? 0;
        verbinding.write(`$${info.length}\r\n${info}\r\n`.repeat(vragen));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const nep: NepRedis = new NepRedis(server, `redis://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return nep;
  }

  stop(): void {
    this.server.close();
    for (const verbinding of this.verbindingen) verbinding.destroy();
  }
}

let db: TestDatabase;
beforeAll(async () => {
  db = await proefDatabase();
}, 60_000);
beforeEach(async () => {
  await maakLeeg(db);
  await db.bron.query(`insert into werker (id) values ('hier')`);
});
afterAll(() => db.sluit());

async function met<T>(
  redisUrl: string,
  luister: boolean,
  doe: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const app = await proefWorker(db.url, { redisUrl, luister });
  try {
    return await doe(app);
  } finally {
    await app.close();
  }
}

describe('readiness', () => {
  it.each([
    ['noeviction', true],
    ['allkeys-lru', false],
    ['volatile-ttl', false],
  ])('with a Redis that is set to %s: %s', async (beleid, gereed) => {
    const redis = await NepRedis.start(beleid);
    try {
      const stand = await met(redis.url, false, (app) => app.get(WachtrijGereed).controleer());
      expect(stand.gereed).toBe(gereed);
      if (!gereed)
        expect(stand.reden).toBe(
          `Redis gooit bij geheugengebrek gegevens weg (maxmemory-policy is «${beleid}»). Zet maxmemory-policy op «noeviction».`,
        );
    } finally {
      redis.stop();
    }
  });

  it('says so when Redis is away, while work is still taken in, and the worker stops in order', async () => {
    const redis = await NepRedis.start('noeviction');
    redis.stop();
    await met(redis.url, true, async (app) => {
      await zet(app, ['goed']);
      await app.get(Bode).leeg();
      expect((await ledger(db)).map((r) => r.stand)).toEqual(['open']);
      expect(await app.get(WachtrijGereed).controleer()).toMatchObject({
        gereed: false,
        reden: expect.stringContaining('Redis is niet bereikbaar') as string,
      });
    });
  }, 30_000);
});
