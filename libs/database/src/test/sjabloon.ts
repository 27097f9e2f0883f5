import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { maakDataSource } from '../data-source.js';
import { migreer } from '../migreer.js';

/** Any fixed number: workers that make the template at once wait for each other on it. */
const SJABLOONSLOT = 7_584_837;

/** The same server, another database. */
export function metDatabase(url: string, naam: string): string {
  const adres = new URL(url);
  adres.pathname = `/${naam}`;
  return adres.href;
}

/** Runs SQL on the server outside any transaction, as `create database` asks. */
export async function opServer<T>(url: string, doe: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: url, application_name: 'sluitend-test' });
  await server.connect();
  try {
    return await doe(server);
  } finally {
    await server.end();
  }
}

/**
 * Name of a database on this server with every migration run and nothing else, made once.
 * The name carries a hash of the migrations, so a server that outlives the run never serves an old schema.
 */
export async function sjabloon(url: string): Promise<string> {
  const naam = `sluitend_sjabloon_${await hashVanMigraties()}`;
  await opServer(url, async (server) => {
    await server.query('select pg_advisory_lock($1)', [SJABLOONSLOT]);
    const { rowCount } = await server.query('select from pg_database where datname = $1', [naam]);
    if (rowCount !== 0) return;
    const bouw = `${naam}_bouw`;
    await server.query(`drop database if exists "${bouw}" with (force)`);
    await server.query(
      `create database "${bouw}" template template0 encoding 'UTF8' locale 'C' ${await lokaal(server)}`,
    );
    await migreerIn(metDatabase(url, bouw));
    // Renamed only when complete: a build that was killed half-way is never taken for a template.
    await server.query(`alter database "${bouw}" rename to "${naam}"`);
    await server.query(`alter database "${naam}" allow_connections false`);
  });
  return naam;
}

/** The locale of the embedded cluster (PostgreSQL 17 and later); an older server falls back to plain C. */
async function lokaal(server: pg.Client): Promise<string> {
  const { rows } = await server.query<{ versie: number }>(
    `select current_setting('server_version_num')::int as versie`,
  );
  return (rows[0]?.versie ?? 0) >= 170_000 ? `locale_provider builtin builtin_locale 'C.UTF-8'` : '';
}

async function migreerIn(url: string): Promise<void> {
  const bron = await maakDataSource({ url, verbindingen: 2, naam: 'sluitend-test-migraties' }).initialize();
  try {
    await migreer(bron);
  } finally {
    await bron.destroy();
  }
}

async function hashVanMigraties(): Promise<string> {
  const map = join(import.meta.dirname, '..', 'migraties');
  const hash = createHash('sha256');
  for (const naam of (await readdir(map)).sort()) hash.update(naam).update(await readFile(join(map, naam)));
  return hash.digest('hex').slice(0, 12);
}
