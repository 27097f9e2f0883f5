import type { InstantieSoort } from '#config';
import type { DataSource } from 'typeorm';

/** Names of the migrations that this program has and this database has not. All of them for an empty database. */
export async function openMigraties(bron: DataSource): Promise<string[]> {
  const [{ bestaat } = { bestaat: false }] = await bron.query<{ bestaat: boolean }[]>(
    `select to_regclass('migratie') is not null as bestaat`,
  );
  const gedaan = bestaat ? await bron.query<{ name: string }[]>('select name from migratie') : [];
  const namen = new Set(gedaan.map((m) => m.name));
  return bron.migrations.map((m) => m.name ?? m.constructor.name).filter((naam) => !namen.has(naam));
}

/** What this instance is, or nothing while its database is not initialised. */
export async function leesInstantie(bron: DataSource): Promise<InstantieSoort | undefined> {
  const rijen = await bron.query<{ soort: InstantieSoort }[]>('select soort from instantie');
  return rijen[0]?.soort;
}

/** Writes what this instance is, once and for ever. Of two processes at once the first decides; gives what it is. */
export async function legInstantieVast(bron: DataSource, soort: InstantieSoort): Promise<InstantieSoort> {
  await bron.query('insert into instantie (soort) values ($1) on conflict do nothing', [soort]);
  return (await leesInstantie(bron)) ?? soort;
}

/** Whether no region was ever set up here. */
export async function isLeeg(bron: DataSource): Promise<boolean> {
  const [{ leeg } = { leeg: true }] = await bron.query<{ leeg: boolean }[]>(
    'select not exists (select from regio) as leeg',
  );
  return leeg;
}
