import { hash } from 'node:crypto';
import type { Tekenset } from './regels.js';
import type { Gesneden } from './snijder.js';

const SLEUTEL = 32;
/** Bytes that are kept: enough to tell a school's rows apart, and what fits a bigint. */
export const AFDRUK = 8;
const BEGIN = 4096;

/**
 * Keyed fingerprint of a record as it stands in the file. Equal fingerprints mean that nothing in the record changed,
 * nor in how it would be read: `context` holds all else that decides on that. The key keeps whoever sees the database
 * from trying numbers until a fingerprint fits.
 */
export class Afdruk {
  private bytes = Buffer.allocUnsafe(BEGIN);

  /** @param sleutel 32 bytes. */
  constructor(sleutel: Buffer, context: string) {
    this.bytes.write(hash('sha256', Buffer.concat([sleutel, Buffer.from(context)]), 'hex'), 'hex');
  }

  /** The fingerprint of the record in `snede`: 16 hexadecimal digits. */
  van(bron: Buffer, snede: Gesneden, tekenset: Tekenset): string {
    const begin = snede.van[0] as number;
    // without its line end: the last line of a file may have none
    const tot = snede.tot[snede.aantal - 1] as number;
    const einde = SLEUTEL + 1 + tot - begin;
    if (einde > this.bytes.length) {
      const groter = Buffer.allocUnsafe(einde * 2);
      this.bytes.copy(groter, 0, 0, SLEUTEL);
      this.bytes = groter;
    }
    // Until a byte above 127 comes both charsets read the same.
    this.bytes[SLEUTEL] = snede.hoog && tekenset === 'windows1252' ? 1 : 0;
    bron.copy(this.bytes, SLEUTEL + 1, begin, tot);
    // hex: as a string it comes several times faster than as a buffer
    return hash('sha256', this.bytes.subarray(0, einde), 'hex').slice(0, 2 * AFDRUK);
  }
}
