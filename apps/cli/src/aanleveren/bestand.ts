import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Gestopt, Onbereikbaar } from './uitkomst.js';

/** A file that can be read as often as it takes to deliver it. */
export interface Bestand {
  naam: string;
  soort: 'csv' | 'gzip' | 'xlsx';
  /** As it is now: it may have been written anew since. @throws Gestopt when it cannot be read. */
  lees(): Promise<Inhoud>;
}

export interface Inhoud {
  bytes: number;
  /** Throws Gestopt when it cannot be read on, Onbereikbaar when it became shorter meanwhile. */
  stukken: AsyncIterable<Buffer>;
}

/** @throws Gestopt when it cannot be read. */
export async function openBestand(pad: string | null): Promise<Bestand> {
  if (pad === null) return bewaarStdin();
  try {
    const bron = await open(pad);
    try {
      if (!(await bron.stat()).isFile()) throw new Error('no file');
      const { buffer, bytesRead } = await bron.read(Buffer.alloc(4), 0, 4, 0);
      return {
        naam: pad,
        soort: soortVan(buffer.subarray(0, bytesRead)),
        lees: () => leesNu(pad, pad, (bytes) => createReadStream(pad, { end: Math.max(0, bytes - 1) })),
      };
    } finally {
      await bron.close();
    }
  } catch {
    throw onleesbaar(pad);
  }
}

function onleesbaar(naam: string): Gestopt {
  return new Gestopt(`Het bestand ${naam} is niet te lezen; controleer de naam en de rechten.`);
}

async function leesNu(naam: string, pad: string, maak: (bytes: number) => Readable): Promise<Inhoud> {
  const { size: bytes } = await stat(pad).catch(() => {
    throw onleesbaar(naam);
  });
  return { bytes, stukken: stukkenVan(naam, bytes, maak) };
}

async function* stukkenVan(naam: string, bytes: number, maak: (bytes: number) => Readable): AsyncGenerator<Buffer> {
  let gelezen = 0;
  try {
    for await (const stuk of maak(bytes) as AsyncIterable<Buffer>) {
      gelezen += stuk.length;
      yield stuk;
    }
  } catch {
    throw onleesbaar(naam);
  }
  // The other side would wait for the rest.
  if (gelezen < bytes) throw new Onbereikbaar('het bestand werd korter tijdens het lezen');
}

/**
 * Kept on disk, since a second try must send it again; encrypted with a key that only this process has, since it is about
 * pupils and a process may be killed before it cleans up.
 */
async function bewaarStdin(): Promise<Bestand> {
  const map = mkdtempSync(join(tmpdir(), 'sluitend-'));
  process.once('exit', () => rmSync(map, { recursive: true, force: true }));
  const pad = join(map, 'export');
  const [sleutel, iv] = [randomBytes(32), randomBytes(16)];
  let begin = Buffer.alloc(0);
  await pipeline(
    process.stdin,
    async function* (stukken: AsyncIterable<Buffer>) {
      for await (const stuk of stukken) {
        if (begin.length < 4) begin = Buffer.concat([begin, stuk.subarray(0, 4 - begin.length)]);
        yield stuk;
      }
    },
    createCipheriv('aes-256-ctr', sleutel, iv),
    createWriteStream(pad, { mode: 0o600 }),
  );
  const lees = (): Readable => {
    const open = createDecipheriv('aes-256-ctr', sleutel, iv);
    const bron = createReadStream(pad);
    bron.on('error', (fout) => open.destroy(fout));
    return bron.pipe(open);
  };
  return { naam: 'stdin', soort: soortVan(begin), lees: () => leesNu('stdin', pad, lees) };
}

/** By its first bytes: names say less. */
export function soortVan(begin: Buffer): Bestand['soort'] {
  if (begin[0] === 0x1f && begin[1] === 0x8b) return 'gzip';
  return begin.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) ? 'xlsx' : 'csv';
}
