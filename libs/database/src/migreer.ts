import type { DataSource } from 'typeorm';

/** Any fixed number: two processes that migrate at once wait for each other on it. */
const MIGRATIESLOT = 7_584_836;

/**
 * Brings the schema up to date. Safe to run from several processes at once; gives the names of the migrations that ran.
 */
export async function migreer(bron: DataSource): Promise<string[]> {
  const loper = bron.createQueryRunner();
  try {
    await loper.connect();
    await loper.query('select pg_advisory_lock($1)', [MIGRATIESLOT]);
    try {
      const gedaan = await bron.runMigrations({ transaction: 'each' });
      return gedaan.map((m) => m.name);
    } finally {
      await loper.query('select pg_advisory_unlock($1)', [MIGRATIESLOT]);
    }
  } finally {
    await loper.release();
  }
}
