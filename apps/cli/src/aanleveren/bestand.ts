import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Gestopt } from './uitkomst.js';

/** A file that can be read as often as it takes to deliver it. */
export interface Bestand {
  naam: string;
  bytes: number;
  soort: 'csv' | 'gzip' | 'xlsx';
  lees(): Readable;
}

/** @throws Gestopt when it cannot be read. */
export async function openBestand(pad: string | null): Promise<Bestand> {
  if (pad === null) return bewaarStdin();
  try {
    const bron = await open(pad);
    try {
      const { size, isFile } = await bron.stat().then((s) => ({ size: s.size, isFile: s.isFile() }));
      if (!isFile) throw new Error('no file');
      const { buffer, bytesRead } = await bron.read(Buffer.alloc(4), 0, 4, 0);
      return {
        naam: pad,
        bytes: size,
        soort: soortVan(buffer.subarray(0, bytesRead)),
        lees: () => createReadStream(pad, { end: Math.max(0, size - 1) }),
      };
    } finally {
      await bron.close();
    }
  } catch {
    throw new Gestopt(`Het bestand ${pad} is niet te lezen; controleer de naam en de rechten.`);
  }
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
  const { size } = await stat(pad);
  const lees = (): Readable => {
    const open = createDecipheriv('aes-256-ctr', sleutel, iv);
    const bron = createReadStream(pad);
    bron.on('error', (fout) => open.destroy(fout));
    return bron.pipe(open);
  };
  return { naam: 'stdin', bytes: size, soort: soortVan(begin), lees };
}

/** By its first bytes: names say less. */
export function soortVan(begin: Buffer): Bestand['soort'] {
  if (begin[0] === 0x1f && begin[1] === 0x8b) return 'gzip';
  return begin.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) ? 'xlsx' : 'csv';
}
