import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from './config.js';
import { nieuweSleutels, Sleutelbos, SLEUTELDOELEN, type SleutelDoel, type SleutelRegel } from './sleutelbos.js';
import { StartFout } from './start-fout.js';

type SleutelPlaats = Pick<Config, 'sleutelsPad' | 'sleutelsGezet'>;

/**
 * The key ring of this instance.
 * @throws StartFout when the file is missing or damaged: without the right ring nobody can read what is stored.
 */
export async function laadSleutelbos(config: SleutelPlaats): Promise<Sleutelbos> {
  const tekst = await leesAlsErIets(config.sleutelsPad);
  if (tekst === undefined) throw new StartFout(ontbreekt(config));
  return new Sleutelbos(keur(tekst, config.sleutelsPad));
}

/**
 * Makes the key ring file (mode 0600) when there is none yet. Only for an instance that is being initialised: beside an
 * existing database a new ring would hide that the old one is lost. Of two processes at once one wins, both use its file.
 */
export async function maakSleutelbestand(pad: string): Promise<void> {
  const concept = `${pad}.${randomUUID()}`;
  await mkdir(dirname(pad), { recursive: true });
  await writeFile(concept, `${JSON.stringify({ sleutels: nieuweSleutels() }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(concept, pad);
  } catch (fout) {
    if (!isCode(fout, 'EEXIST')) throw fout;
  } finally {
    await rm(concept, { force: true });
  }
}

/**
 * Adds a key for each of these purposes that the ring has none for, before anything is closed with it. The ring keeps what
 * it has; a ring that is not there stays away.
 */
export async function vulSleutelbestandAan(pad: string, doelen: readonly SleutelDoel[]): Promise<void> {
  const tekst = await leesAlsErIets(pad);
  if (tekst === undefined) return;
  const regels = keur(tekst, pad);
  const nieuw = doelen.filter((doel) => !regels.some((r) => r.doel === doel));
  if (nieuw.length === 0) return;
  const concept = `${pad}.${randomUUID()}`;
  const inhoud = JSON.stringify({ sleutels: [...regels, ...nieuweSleutels(nieuw)] }, null, 2);
  await writeFile(concept, `${inhoud}\n`, { mode: 0o600, flag: 'wx' });
  await rename(concept, pad);
}

function ontbreekt({ sleutelsPad, sleutelsGezet }: SleutelPlaats): string {
  const waar = sleutelsGezet ? 'SLEUTELS wijst naar' : 'Verwacht op';
  return `De sleutelbos ontbreekt (${waar} ${sleutelsPad}); zet hem terug uit de reservekopie. Zonder sleutels zijn de gegevens niet te lezen.`;
}

async function leesAlsErIets(pad: string): Promise<string | undefined> {
  try {
    return await readFile(pad, 'utf8');
  } catch (fout) {
    if (isCode(fout, 'ENOENT')) return undefined;
    throw new StartFout(`De sleutelbos ${pad} is niet te lezen; controleer de rechten op het bestand.`, {
      cause: fout,
    });
  }
}

function keur(tekst: string, pad: string): SleutelRegel[] {
  let gelezen: unknown;
  try {
    gelezen = JSON.parse(tekst);
  } catch {
    gelezen = undefined;
  }
  const lijst = typeof gelezen === 'object' && gelezen !== null && 'sleutels' in gelezen ? gelezen.sleutels : undefined;
  if (!Array.isArray(lijst) || !lijst.every(isRegel)) {
    throw new StartFout(`De sleutelbos ${pad} is beschadigd; zet hem terug uit de reservekopie.`);
  }
  return lijst;
}

function isRegel(regel: unknown): regel is SleutelRegel {
  if (typeof regel !== 'object' || regel === null) return false;
  const { id, doel, sleutel }: Record<string, unknown> = { ...regel };
  return (
    typeof id === 'string' &&
    /^[0-9a-f]{8}$/.test(id) &&
    SLEUTELDOELEN.some((bekend) => bekend === doel) &&
    typeof sleutel === 'string' &&
    Buffer.from(sleutel, 'base64').length === 32
  );
}

function isCode(fout: unknown, code: string): boolean {
  // No `instanceof`: Jest runs code beside Node's own realm.
  return typeof fout === 'object' && fout !== null && 'code' in fout && fout.code === code;
}
