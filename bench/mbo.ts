import 'reflect-metadata';
import { startCluster, verwijderCluster } from '#database';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { mboRegels, regels } from './intake-bestand.js';
import { rond } from './meten.js';
import { lever, MBO, metDatabase, startIntake, tijd, VO } from './opzet.js';

/** Seconds. */
export interface Uitkomst {
  rijen: number;
  /** The least: COPY of the file into a table of texts. */
  copy: number;
  eersteKeer: number;
  /** Bar: at most 6. */
  verhouding: number;
  weer: number;
  verhoudingWeer: number;
  /** Highest RSS of this process, which is api and worker at once, in MB. */
  rss: number;
}

/** Intake of an mbo file of which 1 % is about candidates that we follow, beside COPY of the file. */
export async function benchMbo(rijen = 100_000): Promise<Uitkomst> {
  const map = await mkdtemp(join(tmpdir(), 'sluitend-bench-'));
  const cluster = await startCluster({ map });
  const [vo, mbo] = [join(map, 'vo.csv'), join(map, 'mbo.csv')];
  const uit = { copy: 0, eersteKeer: 0, weer: 0 };
  try {
    await pipeline(Readable.from(regels(rijen / 100)), createWriteStream(vo));
    await pipeline(Readable.from(mboRegels(rijen)), createWriteStream(mbo));
    await metDatabase(cluster.url, 'bench_mbo', async (url) => {
      uit.copy = await tijd(() => kopieer(url, mbo));
      const app = await startIntake(url, map);
      try {
        await lever(app, vo, { school: VO, peildatum: '2026-03-13' });
        [uit.eersteKeer] = await lever(app, mbo, { school: MBO, peildatum: '2026-03-14' });
        [uit.weer] = await lever(app, mbo, { school: MBO, peildatum: '2026-03-15' });
      } finally {
        await app.close();
      }
    });
  } finally {
    await cluster.stop();
    await verwijderCluster(map);
    await rm(map, { recursive: true, force: true });
  }
  return {
    ...{ rijen, copy: rond(uit.copy), eersteKeer: rond(uit.eersteKeer), weer: rond(uit.weer) },
    ...{ verhouding: rond(uit.eersteKeer / uit.copy), verhoudingWeer: rond(uit.weer / uit.copy) },
    rss: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

async function kopieer(url: string, bestand: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const kolommen = Array.from({ length: 16 }, (_, n) => `k${n} text`).join(', ');
    await client.query(`create unlogged table inname.kopie (${kolommen})`);
    const copy = client.query(copyFrom(`copy inname.kopie from stdin with (format csv, delimiter ';', header true)`));
    await pipeline(createReadStream(bestand, { highWaterMark: 1024 * 1024 }), copy);
    await client.query('drop table inname.kopie');
  } finally {
    await client.end();
  }
}

if (import.meta.filename === process.argv[1]) {
  process.stdout.write(`${JSON.stringify(await benchMbo(Number(process.argv[2] ?? 100_000)), null, 2)}\n`);
}
