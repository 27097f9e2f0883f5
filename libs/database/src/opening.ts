import { type Config, laadSleutelbos, type Sleutelbos, StartFout } from '#config';
import type { DataSource } from 'typeorm';
import { maakDataSource } from './data-source.js';
import { vindCluster } from './embedded/index.js';
import { leesInstantie, openMigraties } from './instantie.sql.js';
import { type DatabaseRol, type MeldFout, Transactie } from './transactie.js';

/** What a process needs to work with the database of its instance. */
export interface Opening {
  /** Address of the database; holds its password. */
  url: string;
  bron: DataSource;
  transactie: Transactie;
  sleutelbos: Sleutelbos;
}

export interface OpeningOpties {
  rol: DatabaseRol;
  /** Shown in pg_stat_activity: `sluitend-api`, `sluitend-worker` … */
  naam: string;
  verbindingen?: number;
  meldFout?: MeldFout;
}

/**
 * Connects to the database of this instance and checks that this program may work with it.
 * @throws StartFout when it does not run, is behind, or is not what the configuration takes it for.
 */
export async function openDatabase(config: Config, opties: OpeningOpties): Promise<Opening> {
  const url = await databaseUrlVan(config);
  const bron = await verbind(url, opties.naam, opties.verbindingen);
  try {
    await keurInstantie(config, bron);
    return {
      url,
      bron,
      transactie: new Transactie(bron, opties.rol, opties.meldFout),
      sleutelbos: await laadSleutelbos(config),
    };
  } catch (fout) {
    await bron.destroy();
    throw fout;
  }
}

/** @throws StartFout when there is no DATABASE_URL and the embedded database does not run. */
export async function databaseUrlVan(config: Config): Promise<string> {
  const url = config.databaseUrl ?? (await vindCluster(config.dataDir))?.url;
  if (url !== undefined) return url;
  throw new StartFout(
    `De database in ${config.dataDir} draait niet; start Sluitend met npm start of geef DATABASE_URL.`,
  );
}

/** @throws StartFout when the server does not answer or does not let us in; tells which, not with what. */
export async function verbind(url: string, naam: string, verbindingen?: number): Promise<DataSource> {
  const bron = maakDataSource({ url, naam, ...(verbindingen === undefined ? {} : { verbindingen }) });
  try {
    return await bron.initialize();
  } catch (fout) {
    const { hostname, port, pathname } = new URL(url);
    const reden = redenVan(fout);
    throw new StartFout(
      `Geen verbinding met de database${pathname} op ${hostname}:${port || '5432'} (${reden}); controleer DATABASE_URL en of de server draait.`,
      { cause: fout },
    );
  }
}

function redenVan(fout: unknown): string {
  if (typeof fout !== 'object' || fout === null) return 'onbekend';
  if ('code' in fout && typeof fout.code === 'string') return fout.code;
  return 'message' in fout && typeof fout.message === 'string' ? fout.message : 'onbekend';
}

/**
 * Checks that the database is up to date and that the configuration fits what the instance is.
 * @throws StartFout
 */
export async function keurInstantie(config: Config, bron: DataSource): Promise<void> {
  const open = await openMigraties(bron);
  if (open.length > 0) {
    throw new StartFout(
      `De database loopt ${open.length} migraties achter; voer eerst uit: npm run -s sluitend -- migreer`,
    );
  }
  const soort = await leesInstantie(bron);
  if (soort === undefined)
    throw new StartFout('De database is nog niet ingericht; voer eerst uit: npm run -s sluitend -- migreer');
  if (soort === 'productie') weigerProductie();
}

/** Need-to-know (row-level security, policies) comes in its own issue; until then real youngsters are not safe here. */
export function weigerProductie(): never {
  throw new StartFout(
    'Een instantie van soort productie start nog niet: afscherming per persoon is nog niet gebouwd. Geef INSTANTIE=proef voor een proef zonder echte leerlingen.',
  );
}
