import type { Tekenset } from './regels.js';

const KOP = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
/** Room for the rows of one block; it grows when they need more. */
const BEGIN = 2_000_000;
const VELDGRENS = 0x1f;
const SPATIE = 32;
const AANHALING = 34;

/** UTF-8 of each Windows-1252 byte, in groups of four: length and up to three bytes. */
const UTF8_VAN_1252 = maakTabel();

/** Gathers rows in PostgreSQL's binary COPY format, so that nothing needs escaping and no row becomes a JS string. */
export class Copybuffer {
  private buffer: Buffer;
  private lengte = 0;
  private maat = 0;
  rijen = 0;

  constructor() {
    this.buffer = Buffer.allocUnsafe(BEGIN);
    this.leeg();
  }

  /** Bytes gathered so far. */
  get omvang(): number {
    return this.lengte;
  }

  /** Completes the COPY stream and gives it. Its bytes are overwritten by what comes after `leeg()`. */
  neem(): Buffer {
    this.ruimte(2);
    this.lengte = this.buffer.writeInt16BE(-1, this.lengte);
    return this.buffer.subarray(0, this.lengte);
  }

  /** Starts a new stream in the same memory. */
  leeg(): void {
    this.lengte = KOP.copy(this.buffer, 0);
    this.rijen = 0;
  }

  /** Begins a row of this many columns. @param bytes room that its values need at most, beside 16 per column. */
  rij(kolommen: number, bytes: number): void {
    this.ruimte(bytes + 16 * kolommen + 2);
    this.lengte = this.buffer.writeInt16BE(kolommen, this.lengte);
    this.rijen += 1;
  }

  getal(waarde: number): void {
    this.lengte = this.buffer.writeInt32BE(4, this.lengte);
    this.lengte = this.buffer.writeInt32BE(waarde, this.lengte);
  }

  niets(): void {
    this.lengte = this.buffer.writeInt32BE(-1, this.lengte);
  }

  bytes(waarde: Buffer): void {
    this.lengte = this.buffer.writeInt32BE(waarde.length, this.lengte);
    this.lengte += waarde.copy(this.buffer, this.lengte);
  }

  /** Bytes that are written in hexadecimal. */
  hex(waarde: string): void {
    this.lengte = this.buffer.writeInt32BE(waarde.length / 2, this.lengte);
    this.lengte += this.buffer.write(waarde, this.lengte, 'hex');
  }

  /** ASCII only. */
  tekst(waarde: string): void {
    this.lengte = this.buffer.writeInt32BE(waarde.length, this.lengte);
    this.lengte += this.buffer.write(waarde, this.lengte, 'latin1');
  }

  /** Begins a text value that is put together by `veld`, `grens` and `ascii`. */
  beginTekst(): void {
    this.maat = this.lengte;
    this.lengte += 4;
  }

  eindTekst(): void {
    this.buffer.writeInt32BE(this.lengte - this.maat - 4, this.maat);
  }

  grens(): void {
    this.buffer[this.lengte] = VELDGRENS;
    this.lengte += 1;
  }

  ascii(waarde: string): void {
    this.lengte += this.buffer.write(waarde, this.lengte, 'latin1');
  }

  /** Adds a field without the white space around it, as UTF-8; a line break or tab inside it becomes a space. */
  veld(bron: Buffer, van: number, tot: number, dubbel: boolean, tekenset: Tekenset): void {
    let i = van;
    let einde = tot;
    while (i < einde && (bron[i] as number) <= SPATIE) i += 1;
    while (einde > i && (bron[einde - 1] as number) <= SPATIE) einde -= 1;
    const doel = this.buffer;
    const ansi = tekenset === 'windows1252';
    let n = this.lengte;
    for (; i < einde; i += 1) {
      const byte = bron[i] as number;
      if (ansi && byte > 127) {
        const plaats = byte * 4;
        const aantal = UTF8_VAN_1252[plaats] as number;
        for (let j = 1; j <= aantal; j += 1) doel[n++] = UTF8_VAN_1252[plaats + j] as number;
        continue;
      }
      doel[n++] = byte < SPATIE ? SPATIE : byte;
      if (dubbel && byte === AANHALING) i += 1;
    }
    this.lengte = n;
  }

  private ruimte(bytes: number): void {
    if (this.buffer.length - this.lengte >= bytes + 2) return;
    const groter = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.lengte + bytes + 2));
    this.buffer.copy(groter, 0, 0, this.lengte);
    this.buffer = groter;
  }
}

function maakTabel(): Uint8Array {
  const tabel = new Uint8Array(256 * 4);
  const lezer = new TextDecoder('windows-1252');
  for (let byte = 128; byte < 256; byte += 1) {
    const utf8 = Buffer.from(lezer.decode(Uint8Array.of(byte)), 'utf8');
    tabel[byte * 4] = utf8.length;
    tabel.set(utf8, byte * 4 + 1);
  }
  return tabel;
}
