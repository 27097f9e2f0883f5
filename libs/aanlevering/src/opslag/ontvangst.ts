import { DomeinFout } from '#kern';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { uploadGestopt, uploadTeTraag } from '../upload.weigeringen.js';
import { BLOK } from './blokken.repository.js';

/** Upload limits (toegang.md 6). */
export const GRENZEN = {
  /** Bytes on the wire. */
  draad: 512 * 1024 * 1024,
  /** Bytes unpacked. */
  uitgepakt: 1024 * 1024 * 1024,
  /** How many times a packed file may grow; the first mebibyte is free, since small files pack well. */
  verhouding: 100,
  /** Milliseconds without a single byte after which the sender is taken for gone. */
  stilteMs: 60_000,
  /** A sender is waited for this long in all for each `tempoBytes`: 8 KiB a second passes, one byte a minute does not. */
  tempoMs: 60_000,
  tempoBytes: 480 * 1024,
} as const;

export type Grenzen = { [naam in keyof typeof GRENZEN]: number };

const GZIP = Buffer.from([0x1f, 0x8b, 8]);

/** What was received. */
export interface Ontvangen {
  /** Of the unpacked file: packed or not, the same file is the same. */
  sha256: Buffer;
  bytes: number;
}

/**
 * Takes in an upload: counts, unpacks, hashes and hands it out in blocks. Never holds more than a block and what the
 * stream buffers. The stream itself is left open on a refusal, so that the sender can still be told why.
 * @param gezegd whether the sender said that it is gzip; otherwise its first bytes tell.
 * @param opBlok gets each block in order; the buffer is reused after it resolves.
 * @throws DomeinFout bestandTeGroot, gzipKapot, uploadGestopt or uploadTeTraag.
 */
export async function ontvang(
  bron: Readable,
  gezegd: boolean,
  opBlok: (blok: Buffer, volgnummer: number) => Promise<void>,
  grenzen: Grenzen = GRENZEN,
): Promise<Ontvangen> {
  const teller = { draad: 0, bytes: 0 };
  const hash = createHash('sha256');
  const { invoer, gzip } = await kijkVooruit(stukken(bron, grenzen, teller), gezegd);
  const verzamel = async (uitgepakt: AsyncIterable<Buffer>): Promise<void> => {
    const blok = Buffer.allocUnsafe(BLOK);
    let gevuld = 0;
    let volgnummer = 0;
    for await (const stuk of uitgepakt) {
      teller.bytes += stuk.length;
      keurUitgepakt(teller, gzip, grenzen);
      hash.update(stuk);
      for (let i = 0; i < stuk.length;) {
        const aantal = stuk.copy(blok, gevuld, i);
        gevuld += aantal;
        i += aantal;
        if (gevuld < BLOK) continue;
        await opBlok(blok, volgnummer);
        volgnummer += 1;
        gevuld = 0;
      }
    }
    if (gevuld > 0) await opBlok(blok.subarray(0, gevuld), volgnummer);
  };
  if (!gzip) await verzamel(invoer);
  else await pakUit(invoer, verzamel);
  return { sha256: hash.digest(), bytes: teller.bytes };
}

/** A file that was packed is unpacked, also when its sender did not say so: no text begins with these bytes. */
async function kijkVooruit(
  bron: AsyncGenerator<Buffer>,
  gezegd: boolean,
): Promise<{ invoer: AsyncIterable<Buffer>; gzip: boolean }> {
  if (gezegd) return { invoer: bron, gzip: true };
  let begin: Buffer = Buffer.alloc(0);
  while (begin.length < GZIP.length) {
    const { value, done } = await bron.next();
    if (done === true) break;
    begin = begin.length === 0 ? value : Buffer.concat([begin, value]);
  }
  const invoer = async function* (): AsyncGenerator<Buffer> {
    if (begin.length > 0) yield begin;
    begin = Buffer.alloc(0);
    yield* bron;
  };
  return { invoer: invoer(), gzip: begin.subarray(0, GZIP.length).equals(GZIP) };
}

async function pakUit(
  invoer: AsyncIterable<Buffer>,
  verzamel: (u: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  try {
    await pipeline(invoer, createGunzip(), verzamel);
  } catch (fout) {
    if (!isZlibFout(fout)) throw fout;
    throw new DomeinFout(
      'ongeldig',
      'gzipKapot',
      'Het ingepakte bestand (gzip) is beschadigd of niet compleet. Pak het opnieuw in en lever het nog een keer aan.',
    );
  }
}

/** Watches how fast a sender sends. Only time in which we wait for it counts, not what we need to store a block. */
class Tempo {
  private wachtMs = 0;
  private bytes = 0;

  constructor(private readonly grenzen: Grenzen) {}

  /** @throws DomeinFout uploadTeTraag */
  tel(bytes: number, wachtMs: number): void {
    this.wachtMs += wachtMs;
    this.bytes += bytes;
    if (this.wachtMs < this.grenzen.tempoMs) return;
    if (this.bytes < this.grenzen.tempoBytes) throw uploadTeTraag();
    this.wachtMs = 0;
    this.bytes = 0;
  }
}

async function* stukken(bron: Readable, grenzen: Grenzen, teller: { draad: number }): AsyncGenerator<Buffer> {
  const lezer: AsyncIterator<Buffer> = bron.iterator({ destroyOnReturn: false });
  const tempo = new Tempo(grenzen);
  for (;;) {
    const vanaf = performance.now();
    const volgende = await volgendStuk(lezer, grenzen.stilteMs);
    if (volgende.done === true) break;
    tempo.tel(volgende.value.length, performance.now() - vanaf);
    teller.draad += volgende.value.length;
    if (teller.draad > grenzen.draad) throw teGroot(`groter dan ${grenzen.draad / 1024 / 1024} MB`);
    yield volgende.value;
  }
  if (bron.errored !== null || bron.readableAborted) throw uploadGestopt();
}

/**
 * A promise of its own for each piece: in a race against one that lasts as long as the upload, that one would hold on to
 * every piece until the end.
 */
async function volgendStuk(lezer: AsyncIterator<Buffer>, stilteMs: number): Promise<IteratorResult<Buffer>> {
  let stil: NodeJS.Timeout | undefined;
  try {
    return await new Promise((klaar, weiger) => {
      stil = setTimeout(() => weiger(uploadGestopt()), stilteMs);
      lezer.next().catch(breuk).then(klaar, weiger);
    });
  } finally {
    clearTimeout(stil);
  }
}

function keurUitgepakt(teller: { draad: number; bytes: number }, gzip: boolean, grenzen: Grenzen): void {
  if (teller.bytes > grenzen.uitgepakt) throw teGroot(`uitgepakt groter dan ${grenzen.uitgepakt / 1024 / 1024} MB`);
  if (gzip && teller.bytes > Math.max(BLOK, grenzen.verhouding * teller.draad)) {
    throw teGroot(`uitgepakt meer dan ${grenzen.verhouding} keer zo groot als ingepakt`);
  }
}

function teGroot(wat: string): DomeinFout {
  return new DomeinFout(
    'teGroot',
    'bestandTeGroot',
    `Het bestand is ${wat}. Lever het aan in delen (modus=mutaties), of vraag uw beheerder om hulp.`,
  );
}

/** The connection broke: no fault of ours. */
function breuk(): never {
  throw uploadGestopt();
}

function isZlibFout(fout: unknown): boolean {
  const code: unknown = typeof fout === 'object' && fout !== null ? Reflect.get(fout, 'code') : undefined;
  return typeof code === 'string' && /^(Z_|ERR_ZLIB|ERR_BUFFER_TOO)/.test(code);
}
