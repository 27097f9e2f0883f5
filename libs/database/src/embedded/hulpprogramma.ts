import { omgevingVoorHulpprogramma } from '#config';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Gebruiker } from './gebruiker.js';

export interface HulpprogrammaOpties {
  /** Runs as this user; only root can ask for it. */
  als?: Gebruiker | undefined;
  /** Working folder; must be one that the user can enter. */
  map?: string;
  omgeving?: Readonly<Record<string, string>>;
}

/** How a helper program ended. `code` is -1 when it could not be started at all. */
export interface Uitkomst {
  code: number;
  /** What it wrote, stdout and stderr together. */
  tekst: string;
}

/** Runs a program to its end. Never rejects: a program that cannot start is an outcome as well. */
export function voerUit(
  programma: string,
  argumenten: readonly string[],
  opties: HulpprogrammaOpties = {},
): Promise<Uitkomst> {
  return new Promise((klaar) => {
    const kind = spawn(programma, argumenten, {
      cwd: opties.map ?? '/',
      env: omgevingVoorHulpprogramma(opties.omgeving ?? {}),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...opties.als,
    });
    const stukken: Buffer[] = [];
    kind.stdout.on('data', (stuk: Buffer) => stukken.push(stuk));
    kind.stderr.on('data', (stuk: Buffer) => stukken.push(stuk));
    kind.once('error', (fout) => klaar({ code: -1, tekst: fout.message }));
    kind.once('close', (code) => klaar({ code: code ?? -1, tekst: Buffer.concat(stukken).toString('utf8').trim() }));
  });
}

/** The error code that Node gives to a failed system call. No `instanceof`: Jest runs code beside Node's own realm. */
export function foutcode(fout: unknown): string | undefined {
  return typeof fout === 'object' && fout !== null && 'code' in fout && typeof fout.code === 'string'
    ? fout.code
    : undefined;
}

/** The text of a file, or nothing when there is no such file. */
export async function leesAlsErIets(pad: string): Promise<string | undefined> {
  try {
    return await readFile(pad, 'utf8');
  } catch (fout) {
    if (foutcode(fout) === 'ENOENT' || foutcode(fout) === 'ENOTDIR') return undefined;
    throw fout;
  }
}

export function wacht(milliseconden: number): Promise<void> {
  return new Promise((klaar) => setTimeout(klaar, milliseconden));
}
