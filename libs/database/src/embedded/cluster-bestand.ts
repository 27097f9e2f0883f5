import { leeft, StartFout } from '#config';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kanNaar, type Gebruiker } from './gebruiker.js';
import { foutcode, leesAlsErIets, voerUit } from './hulpprogramma.js';
import { nieuwePlaatsElders } from './plaats.js';
import type { Programma } from './programma.js';

/** The cluster of one DATA_DIR. */
export interface Cluster {
  /** Carried by its postmaster as `cluster_name`; survives a rename of DATA_DIR. */
  naam: string;
  /** Of the one role, `sluitend`. */
  wachtwoord: string;
  /** Folder with `data` and `log`: DATA_DIR/postgres, or elsewhere when the account of PostgreSQL cannot get there. */
  huis: string;
}

export const ROL = 'sluitend';

export function dataVan({ huis }: Cluster): string {
  return join(huis, 'data');
}

export function logVan({ huis }: Cluster): string {
  return join(huis, 'log', 'postgres.log');
}

function hoofdmap(map: string): string {
  return join(map, 'postgres');
}

/** Folder in which the users of the cluster announce themselves. */
export function gebruikVan(map: string): string {
  return join(hoofdmap(map), 'gebruik');
}

/** @throws StartFout when the description is damaged or belongs to another account. */
export async function leesCluster(map: string): Promise<Cluster | undefined> {
  const pad = join(hoofdmap(map), 'cluster.json');
  let gelezen: unknown;
  try {
    const tekst = await leesAlsErIets(pad);
    if (tekst === undefined) return undefined;
    gelezen = JSON.parse(tekst);
  } catch (fout) {
    const reden =
      foutcode(fout) === 'EACCES' ? 'is van een andere gebruiker; start als die gebruiker' : 'is beschadigd';
    throw new StartFout(`Het bestand ${pad} ${reden} of kies een andere DATA_DIR.`, { cause: fout });
  }
  const { naam, wachtwoord, huis }: Record<string, unknown> = { ...(typeof gelezen === 'object' ? gelezen : {}) };
  if (typeof naam !== 'string' || typeof wachtwoord !== 'string' || !(huis === undefined || typeof huis === 'string')) {
    throw new StartFout(`Het bestand ${pad} is beschadigd; zet het terug of kies een andere DATA_DIR.`);
  }
  return { naam, wachtwoord, huis: huis ?? hoofdmap(map) };
}

/** What a new cluster needs. */
export interface Bouw {
  map: string;
  als: Gebruiker | undefined;
  programma: Programma;
  fsync: boolean;
}

/**
 * Makes the cluster of this DATA_DIR. It is built beside its place and moved there in one step, so that a crash leaves
 * no half cluster, and of two builders at once one wins and both use its cluster.
 */
export async function maakCluster(bouw: Bouw): Promise<Cluster> {
  const { map, als } = bouw;
  await ruimOp(map);
  const concept = join(map, `postgres.nieuw-${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(concept, { mode: 0o711 });
  await chmod(concept, 0o711);
  const elders = (await kanNaar(concept, als)) ? undefined : await nieuwePlaatsElders(map);
  const naam = `sluitend-${randomBytes(6).toString('hex')}`;
  const wachtwoord = randomBytes(24).toString('base64url');
  const beschrijving = JSON.stringify(elders === undefined ? { naam, wachtwoord } : { naam, wachtwoord, huis: elders });
  await writeFile(join(concept, 'cluster.json'), `${beschrijving}\n`, { mode: 0o600 });
  try {
    await initdb(bouw, elders ?? concept, wachtwoord);
    await rename(concept, hoofdmap(map));
  } catch (fout) {
    await Promise.all(
      [concept, ...(elders === undefined ? [] : [elders])].map((m) => rm(m, { recursive: true, force: true })),
    );
    if (foutcode(fout) !== 'ENOTEMPTY' && foutcode(fout) !== 'EEXIST') throw fout;
  }
  const cluster = await leesCluster(map);
  if (cluster === undefined)
    throw new StartFout(`De map ${hoofdmap(map)} is geen database van Sluitend; kies een andere DATA_DIR.`);
  return cluster;
}

async function initdb({ als, programma, fsync }: Bouw, huis: string, wachtwoord: string): Promise<void> {
  await mkdir(huis, { recursive: true, mode: 0o711 });
  const wachtwoordBestand = join(huis, 'wachtwoord');
  await writeFile(wachtwoordBestand, wachtwoord, { mode: 0o600 });
  for (const naam of ['data', 'log']) await mkdir(join(huis, naam), { mode: 0o700 });
  if (als !== undefined) {
    for (const naam of ['data', 'log', 'wachtwoord']) await chown(join(huis, naam), als.uid, als.gid);
  }
  const vlaggen = [
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--encoding=UTF8',
    '--no-instructions',
  ];
  if (!fsync) vlaggen.push('--no-sync');
  const { code, tekst } = await voerUit(
    programma.initdb,
    ['-D', join(huis, 'data'), '-U', ROL, `--pwfile=${wachtwoordBestand}`, '-A', 'scram-sha-256', ...vlaggen],
    { als, map: huis },
  );
  await rm(wachtwoordBestand, { force: true });
  if (code !== 0) throw new StartFout(`De ingebouwde database is niet te maken: ${laatsteRegel(tekst)}`);
}

export function laatsteRegel(tekst: string): string {
  return (
    tekst
      .trim()
      .split('\n')
      .findLast((regel) => /error|fatal|panic/i.test(regel)) ??
    tekst.trim().split('\n').at(-1) ??
    ''
  );
}

/** Removes what builders left that were killed half-way. */
async function ruimOp(map: string): Promise<void> {
  for (const naam of await readdir(map)) {
    const pid = /^postgres\.nieuw-(\d+)-/.exec(naam)?.[1];
    if (pid === undefined || leeft(Number(pid))) continue;
    const tekst = await leesAlsErIets(join(map, naam, 'cluster.json'));
    const huis = /"huis":"(\/var\/lib\/sluitend\/[0-9a-f-]+)"/.exec(tekst ?? '')?.[1];
    if (huis !== undefined) await rm(huis, { recursive: true, force: true });
    await rm(join(map, naam), { recursive: true, force: true });
  }
}

/** Removes a stopped cluster for good, wherever it lies. */
export async function verwijderCluster(map: string): Promise<void> {
  const cluster = await leesCluster(map);
  if (cluster !== undefined) await rm(cluster.huis, { recursive: true, force: true });
  await rm(hoofdmap(map), { recursive: true, force: true });
}
