import pg from 'pg';

const BESTAAT_AL = new Set(['42P04', '23505']);

/** Makes the database on this server unless it is there. Safe to run from several processes at once. */
export async function zorgVoorDatabase(beheerUrl: string, naam: string): Promise<void> {
  const client = new pg.Client({ connectionString: beheerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [naam]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(naam)}`);
  } catch (fout) {
    if (!(fout instanceof pg.DatabaseError) || !BESTAAT_AL.has(fout.code ?? '')) throw fout;
  } finally {
    await client.end();
  }
}
