import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import { opServer } from './sjabloon.js';

/** Set by Jest's globalSetup: a folder of this run, in which the first spec that needs a database starts one. */
const MAP = 'SLUITEND_TEST_MAP';

/**
 * The database server of this test run: TEST_DATABASE_URL when given, otherwise an embedded PostgreSQL without fsync.
 * Started by whoever comes first, so a run of unit specs never pays for it; stopped by Jest's globalTeardown.
 */
export async function testServer(): Promise<string> {
  const gegeven = process.env['TEST_DATABASE_URL'];
  if (gegeven) return gegeven;
  const map = process.env[MAP];
  if (!map) throw new Error(`${MAP} is not set: run the specs with npm test, whose globalSetup sets it.`);
  const adres = join(map, 'url');
  return (
    (await leesAdres(adres)) ??
    (await metSlot(join(map, 'slot'), async () => {
      const anders = await leesAdres(adres);
      if (anders !== undefined) return anders;
      // Only here: a run against a given server never loads it.
      const { startCluster } = await import('../embedded/index.js');
      const { url } = await startCluster({ map: join(map, 'cluster'), fsync: false });
      await writeFile(join(map, 'datamap'), await datamap(url)); // tells the teardown what to stop and remove
      await writeFile(adres, url, { mode: 0o600 });
      return url;
    }))
  );
}

async function datamap(url: string): Promise<string> {
  return opServer(url, async (server) => {
    const { rows } = await server.query<{ map: string }>(`select current_setting('data_directory') as map`);
    return rows[0]?.map ?? '';
  });
}

async function leesAdres(pad: string): Promise<string | undefined> {
  return readFile(pad, 'utf8').then(
    (url) => url || undefined,
    () => undefined,
  );
}

/** One Jest worker at a time. A folder is made by one process only, which a look followed by a write would not give. */
async function metSlot<T>(slot: string, doe: () => Promise<T>): Promise<T> {
  const uiterlijk = Date.now() + 60_000;
  while (!(await neem(slot))) {
    if (Date.now() > uiterlijk) throw new Error(`Another worker has held ${slot} for a minute.`);
    await wacht(25);
  }
  try {
    return await doe();
  } finally {
    await rm(slot, { recursive: true, force: true });
  }
}

async function neem(slot: string): Promise<boolean> {
  try {
    await mkdir(slot);
    return true;
  } catch (fout) {
    if (
      await stat(slot).then(
        () => true,
        () => false,
      )
    )
      return false;
    if ((fout as NodeJS.ErrnoException).code === 'EEXIST') return false; // released between the two looks
    throw fout;
  }
}
