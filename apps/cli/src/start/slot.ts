import { ditProces, isProces, leeftNog, procesVan, StartFout, type Proces } from '#config';
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What `sluitend start` tells others about itself, in DATA_DIR. */
export interface StartGegevens {
  proces: Proces;
  /** Its api and worker processes. */
  kinderen: Proces[];
  /** Where the api answers; absent while starting. */
  adres?: string;
}

const BESTAND = 'start.json';
const GEDULD_MS = 30_000;

/**
 * One `sluitend start` per DATA_DIR. The lock is the file that tells where the instance is; one that was left by a
 * killed process is taken over, after that process's children are gone (they end by themselves when it is).
 */
export class StartSlot {
  private schrijven: Promise<void> = Promise.resolve();

  private constructor(
    private readonly pad: string,
    private gegevens: StartGegevens,
  ) {}

  /** @throws StartFout when another start uses this DATA_DIR. */
  static async neem(dataDir: string): Promise<StartSlot> {
    await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    const pad = join(dataDir, BESTAND);
    const slot = new StartSlot(pad, { proces: await ditProces(), kinderen: [] });
    while (!(await slot.leg())) {
      const tekst = await leesTekst(pad);
      const ander = ontleed(tekst);
      if (ander !== undefined && (await leeftNog(ander.proces))) {
        const waar = ander.adres === undefined ? '' : ` op ${ander.adres}`;
        throw new StartFout(
          `Sluitend draait al${waar} met deze gegevens (${dataDir}, proces ${ander.proces.pid}); kies voor een tweede een andere DATA_DIR.`,
        );
      }
      await wachtOpEinde(ander?.kinderen ?? []);
      await ruimOp(pad, tekst);
    }
    return slot;
  }

  /** @param pids Asked when it is written: two children begin at the same moment, and the last word must hold both. */
  meldKinderen(pids: () => readonly number[]): Promise<void> {
    return this.schrijf(async () => ({ kinderen: await Promise.all(pids().map(procesVan)) }));
  }

  meldAdres(adres: string): Promise<void> {
    return this.schrijf(() => Promise.resolve({ adres }));
  }

  async weg(): Promise<void> {
    await rm(this.pad, { force: true });
  }

  private async leg(): Promise<boolean> {
    const concept = await this.concept();
    try {
      await link(concept, this.pad);
      return true;
    } catch (fout) {
      if (typeof fout === 'object' && fout !== null && 'code' in fout && fout.code === 'EEXIST') return false;
      throw fout;
    } finally {
      await rm(concept, { force: true });
    }
  }

  private schrijf(anders: () => Promise<Partial<StartGegevens>>): Promise<void> {
    this.schrijven = this.schrijven.then(async () => {
      this.gegevens = { ...this.gegevens, ...(await anders()) };
      await rename(await this.concept(), this.pad);
    });
    return this.schrijven;
  }

  private async concept(): Promise<string> {
    const concept = `${this.pad}.${randomUUID()}`;
    await writeFile(concept, `${JSON.stringify(this.gegevens)}\n`, { mode: 0o600 });
    return concept;
  }
}

/** The `sluitend start` that runs on this DATA_DIR, or nothing. */
export async function vindStart(dataDir: string): Promise<StartGegevens | undefined> {
  const gegevens = ontleed(await leesTekst(join(dataDir, BESTAND)));
  return gegevens !== undefined && (await leeftNog(gegevens.proces)) ? gegevens : undefined;
}

async function leesTekst(pad: string): Promise<string> {
  return readFile(pad, 'utf8').catch(() => '');
}

function ontleed(tekst: string): StartGegevens | undefined {
  let gelezen: unknown;
  try {
    gelezen = JSON.parse(tekst);
  } catch {
    return undefined;
  }
  const { proces, kinderen, adres }: Record<string, unknown> = { ...(typeof gelezen === 'object' ? gelezen : {}) };
  if (!isProces(proces) || !Array.isArray(kinderen)) return undefined;
  return { proces, kinderen: kinderen.filter(isProces), ...(typeof adres === 'string' ? { adres } : {}) };
}

async function wachtOpEinde(processen: readonly Proces[]): Promise<void> {
  const uiterlijk = Date.now() + GEDULD_MS;
  for (const proces of processen) {
    while (await leeftNog(proces)) {
      if (Date.now() > uiterlijk)
        throw new StartFout(`Proces ${proces.pid} van een vorige start stopt niet; beëindig het en start opnieuw.`);
      await new Promise((klaar) => setTimeout(klaar, 20));
    }
  }
}

/** Takes the old file away, but only that one: another start may have put its own there meanwhile. */
async function ruimOp(pad: string, tekst: string): Promise<void> {
  const opzij = `${pad}.${randomUUID()}`;
  try {
    await rename(pad, opzij);
  } catch {
    return;
  }
  if ((await leesTekst(opzij)) !== tekst) await link(opzij, pad).catch(() => undefined);
  await rm(opzij, { force: true });
}
