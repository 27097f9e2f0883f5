import { type Config, laadSleutelbos, maakSleutelbestand, StartFout, vulSleutelbestandAan } from '#config';
import {
  isLeeg,
  keurInstantie,
  leesInstantie,
  legInstantieVast,
  migreer,
  openDatabase,
  openMigraties,
  startCluster,
  verbind,
  weigerProductie,
  type Opening,
} from '#database';
import { migreerBellen } from '#wachtrij';
import { existsSync } from 'node:fs';
import type { DataSource } from 'typeorm';

/** What bringing a database up to date did. */
export interface Bijgewerkt {
  migraties: string[];
  /** Whether no region was ever set up here. */
  leeg: boolean;
}

/**
 * Brings a database up to date and, the first time, decides what the instance is and makes its key ring.
 * @param url Of the owner of the schema.
 * @throws StartFout when it would become something that may not start, or its key ring is missing.
 */
export async function bereidVoor(config: Config, url: string): Promise<Bijgewerkt> {
  const bron = await verbind(url, 'sluitend-migreer', 2);
  try {
    const nieuw = await isNieuw(bron);
    if (nieuw) await maakKlaarVoorEersteKeer(config);
    else await vulSleutelsAan(config, bron);
    const migraties = await migreer(bron);
    if (config.redisUrl === undefined) await migreerBellen(url, config.databaseUrl ?? url);
    if (nieuw) await legInstantieVast(bron, config.instantie);
    await keurInstantie(config, bron);
    await laadSleutelbos(config);
    return { migraties, leeg: await isLeeg(bron) };
  } finally {
    await bron.destroy();
  }
}

async function isNieuw(bron: DataSource): Promise<boolean> {
  const open = await openMigraties(bron);
  // The table that says so is made by the very first migration.
  if (open.length === bron.migrations.length) return true;
  return (await leesInstantie(bron)) === undefined;
}

async function maakKlaarVoorEersteKeer(config: Config): Promise<void> {
  if (config.instantie === 'productie') weigerProductie();
  if (existsSync(config.sleutelsPad)) return;
  if (config.sleutelsGezet && config.instantie !== 'proef') {
    throw new StartFout(
      `SLEUTELS wijst naar ${config.sleutelsPad}, maar dat bestand is er niet; zet de sleutelbos daar neer.`,
    );
  }
  await maakSleutelbestand(config.sleutelsPad);
}

/** A trial that comes from before a purpose of the key ring gets its key with the migration that first needs it. */
async function vulSleutelsAan(config: Config, bron: DataSource): Promise<void> {
  if ((await leesInstantie(bron)) !== 'proef') return;
  if (!(await openMigraties(bron)).includes(EERSTE_MET_DOSSIER)) return;
  await vulSleutelbestandAan(config.sleutelsPad, ['dossier']);
}

/** Before it nothing was closed with this key. */
const EERSTE_MET_DOSSIER = 'Casuswerk1795000000023';

/**
 * Runs work with the database of this instance, as the CLI finds it: DATABASE_URL, else the embedded database, which is
 * started for as long as the work takes when it does not run.
 */
export async function metDatabase<T>(config: Config, werk: (opening: Opening) => Promise<T>): Promise<T> {
  const cluster = config.embedded ? await startCluster({ map: config.dataDir }) : undefined;
  try {
    if (cluster !== undefined) await bereidVoor(config, cluster.url);
    const opening = await openDatabase(config, { rol: 'sluitend_worker', naam: 'sluitend-cli', verbindingen: 4 });
    try {
      return await werk(opening);
    } finally {
      // services that were put together for this work close their database with them
      if (opening.bron.isInitialized) await opening.bron.destroy();
    }
  } finally {
    await cluster?.stop();
  }
}
