import { StartFout } from '#config';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import {
  dataVan,
  gebruikVan,
  laatsteRegel,
  leesCluster,
  logVan,
  maakCluster,
  ROL,
  type Cluster,
} from './cluster-bestand.js';
import { zorgVoorDatabase } from './database.sql.js';
import { Gebruik } from './gebruik.js';
import { postgresGebruiker, type Gebruiker } from './gebruiker.js';
import { leesAlsErIets, voerUit, wacht } from './hulpprogramma.js';
import { wereldMap } from './plaats.js';
import { standVan } from './postmaster.js';
import { vindProgramma, type Programma } from './programma.js';

export interface ClusterOpties {
  /** DATA_DIR: the cluster lives in it, or is found from it. */
  map: string;
  /** `false` for a throw-away cluster: much faster, lost when the machine stops. */
  fsync?: boolean;
}

/** A cluster that answers. */
export interface GevondenCluster {
  url: string;
  port: number;
}

export interface DraaiendCluster extends GevondenCluster {
  /** Whether it was running already: started by another process, or the survivor of one that was killed. */
  geadopteerd: boolean;
  /** Folder of its data and log: below DATA_DIR, or elsewhere when its account cannot get there. */
  huis: string;
  /** Ends this use. The cluster itself stops when nobody else uses it. */
  stop(): Promise<void>;
}

const DATABASE = 'sluitend';
const POORTPOGINGEN = 5;
const GEDULD_MS = 60_000;
const GROOT_LOG = 5 * 1024 * 1024;

/**
 * Starts the embedded PostgreSQL of this folder, made when it is not there; or adopts the one that runs. Several
 * processes may do so at once: there is never a second cluster.
 * @throws StartFout when it cannot run here, with what to do.
 */
export async function startCluster({ map, fsync = true }: ClusterOpties): Promise<DraaiendCluster> {
  // Root's PostgreSQL runs as another account that must pass through here; every secret inside has mode 0600.
  await mkdir(map, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const bestaand = await leesCluster(map);
  const als = await postgresGebruiker(bestaand === undefined ? join(map, 'postgres', 'data') : dataVan(bestaand));
  const programma = await vindProgramma(als, als === undefined ? () => Promise.resolve(map) : wereldMap);
  const cluster = bestaand ?? (await maakCluster({ map, als, programma, fsync }));
  const gebruik = await Gebruik.meld(gebruikVan(map));
  const loper: Loper = { cluster, als, programma, fsync };
  try {
    const { poort, geadopteerd } = await brengOp(loper);
    await zorgVoorDatabase(urlVan(cluster, poort, 'postgres'), DATABASE);
    let gestopt: Promise<void> | undefined;
    return {
      url: urlVan(cluster, poort, DATABASE),
      port: poort,
      geadopteerd,
      huis: cluster.huis,
      stop: () => (gestopt ??= stop(loper, gebruik)),
    };
  } catch (fout) {
    await gebruik.weg();
    throw fout;
  }
}

/** The running cluster of this folder, or nothing. Starts nothing. */
export async function vindCluster(map: string): Promise<GevondenCluster | undefined> {
  const cluster = await leesCluster(map);
  if (cluster === undefined) return undefined;
  const stand = await standVan(dataVan(cluster), cluster.naam);
  return stand.soort === 'klaar' ? { url: urlVan(cluster, stand.poort, DATABASE), port: stand.poort } : undefined;
}

interface Loper {
  cluster: Cluster;
  als: Gebruiker | undefined;
  programma: Programma;
  fsync: boolean;
}

function urlVan({ wachtwoord }: Cluster, poort: number, database: string): string {
  return `postgres://${ROL}:${wachtwoord}@127.0.0.1:${poort}/${database}`;
}

async function brengOp(loper: Loper): Promise<{ poort: number; geadopteerd: boolean }> {
  const data = dataVan(loper.cluster);
  const uiterlijk = Date.now() + GEDULD_MS;
  let poortpogingen = 0;
  for (;;) {
    const stand = await standVan(data, loper.cluster.naam);
    if (stand.soort === 'klaar') return { poort: stand.poort, geadopteerd: true };
    if (stand.soort === 'achtergebleven') await rm(join(data, 'postmaster.pid'), { force: true });
    if (stand.soort !== 'bezig') {
      const poort = await vrijePoort();
      const mislukt = await pgCtlStart(loper, poort);
      if (mislukt === undefined) return { poort, geadopteerd: false };
      if (mislukt.soort === 'poort') poortpogingen += 1;
      if (mislukt.soort === 'anders' || poortpogingen >= POORTPOGINGEN) throw startMislukt(loper, mislukt.regel);
    }
    if (Date.now() > uiterlijk) throw startMislukt(loper, 'hij is na een minuut nog bezig met starten of stoppen.');
    await wacht(50);
  }
}

function startMislukt({ cluster }: Loper, reden: string): StartFout {
  return new StartFout(`De ingebouwde PostgreSQL start niet: ${reden} (log: ${logVan(cluster)})`);
}

interface Mislukt {
  /** `poort`: taken meanwhile. `ander`: somebody else is starting it, or its predecessor is still ending. */
  soort: 'poort' | 'ander' | 'anders';
  regel: string;
}

async function pgCtlStart({ cluster, als, programma, fsync }: Loper, poort: number): Promise<Mislukt | undefined> {
  const log = logVan(cluster);
  const vanaf = await draaiLog(log);
  const { code, tekst } = await voerUit(
    programma.pgCtl,
    [
      'start',
      '--wait',
      '--timeout=60',
      '--silent',
      ...mapArgument(dataVan(cluster)),
      '--log=log/postgres.log',
      `--options=${instellingen(cluster.naam, poort, fsync)}`,
    ],
    { als, map: cluster.huis, omgeving: { PGDATA: dataVan(cluster) } },
  );
  if (code === 0) return undefined;
  const gemeld = ((await leesAlsErIets(log)) ?? '').slice(vanaf);
  const regel = laatsteRegel(gemeld === '' ? tekst : gemeld);
  if (/could not bind|could not create any TCP\/IP sockets|Address already in use/i.test(gemeld))
    return { soort: 'poort', regel };
  if (/postmaster\.pid" already exists|pre-existing shared memory|is empty/i.test(gemeld))
    return { soort: 'ander', regel };
  return { soort: 'anders', regel };
}

/** Shows the folder in `ps`, unless its name would mean something to the shell that pg_ctl starts PostgreSQL with. */
function mapArgument(data: string): string[] {
  return /^[\w./@:+,~ -]+$/.test(data) ? [`--pgdata=${data}`] : [];
}

/** Keeps the log small; gives where its new lines begin. */
async function draaiLog(log: string): Promise<number> {
  const { size } = await stat(log).catch(() => ({ size: 0 }));
  if (size < GROOT_LOG) return size;
  await rename(log, `${log}.1`);
  return 0;
}

function instellingen(naam: string, poort: number, fsync: boolean): string {
  const waarden: Record<string, string | number> = {
    cluster_name: naam,
    listen_addresses: '127.0.0.1',
    port: poort,
    // A socket's path may not exceed some 100 characters; a deep DATA_DIR would break it.
    unix_socket_directories: '',
    // Personal data stays out of the log: no statements, no parameters, no DETAIL with key values.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_timezone: 'UTC',
    timezone: 'UTC',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(waarden)
    .map(([sleutel, waarde]) => `-c ${sleutel}=${waarde}`)
    .join(' ');
}

async function stop({ cluster, als, programma }: Loper, gebruik: Gebruik): Promise<void> {
  try {
    if (!(await gebruik.isLaatste())) return;
    const data = dataVan(cluster);
    const { code, tekst } = await voerUit(
      programma.pgCtl,
      ['stop', '--mode=fast', '--wait', '--timeout=60', '--silent'],
      {
        als,
        map: cluster.huis,
        omgeving: { PGDATA: data },
      },
    );
    if (code === 0) return;
    const stand = await standVan(data, cluster.naam);
    if (stand.soort === 'klaar' || stand.soort === 'bezig') throw new Error(`pg_ctl stop: ${tekst}`);
  } finally {
    await gebruik.weg();
  }
}

function vrijePoort(): Promise<number> {
  return new Promise((klaar, mislukt) => {
    const luisteraar = createServer();
    luisteraar.once('error', mislukt);
    luisteraar.listen(0, '127.0.0.1', () => {
      const adres = luisteraar.address();
      luisteraar.close(() => {
        if (adres === null || typeof adres === 'string') mislukt(new Error('Geen vrije poort op 127.0.0.1.'));
        else klaar(adres.port);
      });
    });
  });
}
