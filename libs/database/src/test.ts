import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { maakDataSource } from './data-source.js';
import { testServer } from './test/cluster.js';
import { metDatabase, opServer, sjabloon } from './test/sjabloon.js';
import { type DatabaseRol, Transactie } from './transactie.js';

export interface TestDatabase {
  /** For a second data source, a raw client or an application under test. Connects as the owner of the schema. */
  url: string;
  /** As the owner: for arranging and for looking past the access rules. */
  bron: DataSource;
  /** As the worker, which may do what any job does. */
  transactie: Transactie;
  /** As the given role. */
  als(rol: DatabaseRol): Transactie;
  /** Closes the connections and removes the database. Call it in afterAll. */
  sluit(): Promise<void>;
}

/**
 * A database of this spec file alone: a copy of the migrated template, empty but for what migrations fill.
 *
 * ```ts
 * let db: TestDatabase;
 * beforeAll(async () => { db = await testDatabase(); });
 * afterAll(() => db.sluit());
 * ```
 * @param opties.verbindingen Connections in the pool; more than the default 10 for specs that run many at once.
 */
export async function testDatabase(opties: { verbindingen?: number } = {}): Promise<TestDatabase> {
  const server = await testServer();
  const basis = await sjabloon(server);
  const naam = `sluitend_test_${randomUUID().slice(0, 8)}_${process.pid}`;
  await opServer(server, (s) => s.query(`create database "${naam}" template "${basis}"`));
  const url = metDatabase(server, naam);
  const bron = await maakDataSource({ url, naam: 'sluitend-test', ...opties }).initialize();
  const als = (rol: DatabaseRol): Transactie => new Transactie(bron, rol);
  return {
    url,
    bron,
    transactie: als('sluitend_worker'),
    als,
    sluit: async () => {
      if (bron.isInitialized) await bron.destroy(); // an application under test closes it with itself
      await opServer(server, (s) => s.query(`drop database if exists "${naam}" with (force)`));
    },
  };
}
