import { isUtf8 } from 'node:buffer';
import { Afkeuring, leesKopregel, type Kopregel } from './kopregel.js';
import { BYTE_DOS_EINDE, type Bouwfout, BYTE_CR, BYTE_LF, LANGSTE_REGEL, type Tekenset } from './regels.js';
import { regeleinde, Snijder, type Gesneden } from './snijder.js';

/** Gets what the record reader finds, in the order of the file. Buffers are only valid during the call. */
export interface Ontvanger {
  kop(kop: Kopregel): void;
  /** A well-formed record; its fields are in `snede`. `regel` counts lines of the file from 1. */
  record(regel: number, bron: Buffer, snede: Gesneden, tekenset: Tekenset): void;
  /** A line that cannot be cut or read. `bron` from `van` to `tot` is the line; nothing when it was too long to keep. */
  slecht(regel: number, fout: Bouwfout, bron: Buffer, van: number, tot: number): void;
}

const NIETS = Buffer.alloc(0);
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
/** Bytes that Windows-1252 leaves undefined. */
const ONBEKEND_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * The one record reader of intake: takes a file in pieces of any size and gives its records. It finds every bad line and
 * never guesses. A quote that is never closed costs its own line, not the pupils on the lines below. Keeps at most one
 * line (1 MiB) and one piece in memory.
 */
export class Recordlezer {
  /** Line of the file on which the next record begins. */
  private regel = 1;
  private rest: Buffer = NIETS;
  private snijder: Snijder | undefined;
  private velden = 0;
  private begonnen = false;
  /** Inside a line that is too long: everything up to its end is dropped. */
  private slaOver = false;
  private readonly genoemd: boolean;

  /**
   * @param tekenset as the sender named it; otherwise the first byte above 127 decides.
   * @param leesDeKop for a table whose header is not that of the contract.
   */
  constructor(
    private readonly ontvanger: Ontvanger,
    private tekenset: Tekenset = 'open',
    private readonly leesDeKop: (regel: Buffer) => Kopregel = leesKopregel,
  ) {
    this.genoemd = tekenset !== 'open';
  }

  /** @throws Afkeuring when the file has no usable header or an unreadable charset. */
  lees(stuk: Buffer): void {
    this.verwerk(this.rest.length === 0 ? stuk : Buffer.concat([this.rest, stuk]), false);
  }

  /** Ends the file. @throws Afkeuring as `lees`, and when there is no row at all. */
  klaar(): void {
    this.verwerk(this.rest, true);
    if (this.snijder === undefined) throw new Afkeuring('leegBestand');
  }

  private verwerk(bron: Buffer, laatste: boolean): void {
    let i = 0;
    if (!this.begonnen) {
      if (bron.length < BOM.length && !laatste) {
        this.rest = Buffer.from(bron);
        return;
      }
      i = this.leesBom(bron);
    }
    if (this.slaOver) i = this.vindEinde(bron, i, laatste);
    while (i < bron.length && !this.slaOver) {
      const na = this.snijder === undefined ? this.leesKop(bron, i, laatste) : this.leesRecord(bron, i, laatste);
      if (na === i) break;
      i = na;
      if (this.slaOver) i = this.vindEinde(bron, i, laatste);
    }
    // A copy: the piece itself must be free to go.
    this.rest = i >= bron.length ? NIETS : Buffer.from(bron.subarray(i));
  }

  private leesBom(bron: Buffer): number {
    this.begonnen = true;
    if ((bron[0] === 0xff && bron[1] === 0xfe) || (bron[0] === 0xfe && bron[1] === 0xff)) {
      throw new Afkeuring('tekensetOnleesbaar');
    }
    if (!bron.subarray(0, BOM.length).equals(BOM)) return 0;
    this.tekenset = 'utf8';
    return BOM.length;
  }

  /** Gives where the next record begins, or `i` itself when more bytes are needed. */
  private leesKop(bron: Buffer, i: number, laatste: boolean): number {
    const einde = regeleinde(bron, i, Math.min(bron.length, i + LANGSTE_REGEL + 1));
    if (einde < 0 && bron.length - i > LANGSTE_REGEL) throw new Afkeuring('geenKopregel');
    if (einde < 0 && !laatste) return i;
    const tot = einde < 0 ? bron.length : einde;
    const na = einde < 0 ? bron.length : this.naRegeleinde(bron, einde, laatste);
    if (na < 0) return i;
    const regel = bron.subarray(i, tot);
    this.regel += 1;
    if (regel.some((byte) => byte > 32 || byte === 0)) {
      this.kiesTekenset(regel);
      const kop = this.leesDeKop(regel);
      this.snijder = new Snijder(kop.scheiding);
      this.velden = kop.velden.length;
      this.ontvanger.kop(kop);
    }
    return na;
  }

  private leesRecord(bron: Buffer, i: number, laatste: boolean): number {
    const snede = this.snijder;
    if (snede === undefined) return i;
    const uitkomst = snede.snijd(bron, i, laatste);
    if (uitkomst === 'onaf') return i;
    if (uitkomst !== 'heel') return this.leesSlecht(bron, i, laatste);
    const regel = this.regel;
    this.regel += 1 + snede.regeleinden;
    if (isLeeg(bron, snede)) return snede.eind;
    const fout = this.keur(bron, i, snede);
    if (fout === undefined) this.ontvanger.record(regel, bron, snede, this.tekenset);
    else this.ontvanger.slecht(regel, fout, bron, i, snede.eind);
    return snede.eind;
  }

  private keur(bron: Buffer, i: number, snede: Snijder): Bouwfout | undefined {
    if (snede.stuur === 0) return 'nulTeken';
    if (snede.stuur > 0) return 'stuurteken';
    const fout = snede.hoog ? this.kiesTekenset(bron.subarray(i, snede.eind)) : undefined;
    if (fout !== undefined) return fout;
    return snede.aantal === this.velden ? undefined : 'aantalKolommen';
  }

  /** The first line from here is bad; reading goes on with the line below it. */
  private leesSlecht(bron: Buffer, i: number, laatste: boolean): number {
    const einde = regeleinde(bron, i, Math.min(bron.length, i + LANGSTE_REGEL + 1));
    if (einde < 0 && bron.length - i > LANGSTE_REGEL) {
      this.ontvanger.slecht(this.regel, 'regelTeLang', NIETS, 0, 0);
      this.slaOver = true;
      return i + 1;
    }
    if (einde < 0 && !laatste) return i;
    const na = einde < 0 ? bron.length : this.naRegeleinde(bron, einde, laatste);
    if (na < 0) return i;
    this.ontvanger.slecht(this.regel, 'aanhalingstekens', bron, i, einde < 0 ? bron.length : einde);
    this.regel += 1;
    return na;
  }

  /** Drops the rest of a line that is too long; gives where the next one begins. */
  private vindEinde(bron: Buffer, i: number, laatste: boolean): number {
    const einde = regeleinde(bron, i, bron.length);
    if (einde < 0) return bron.length;
    const na = this.naRegeleinde(bron, einde, laatste);
    if (na < 0) return einde;
    this.slaOver = false;
    this.regel += 1;
    return na;
  }

  /** The place after LF, CRLF or CR; -1 when only the next byte tells which it is. */
  private naRegeleinde(bron: Buffer, einde: number, laatste: boolean): number {
    if (bron[einde] !== BYTE_CR) return einde + 1;
    if (einde + 1 >= bron.length && !laatste) return -1;
    return bron[einde + 1] === BYTE_LF ? einde + 2 : einde + 1;
  }

  /**
   * The running charset check. Up to the first byte above 127 both charsets read the same; that one decides, and what
   * follows must agree with it.
   */
  private kiesTekenset(bytes: Buffer): Bouwfout | undefined {
    const utf8 = isUtf8(bytes);
    if (this.tekenset === 'open') {
      if (bytes.every((byte) => byte < 128)) return undefined;
      this.tekenset = utf8 ? 'utf8' : 'windows1252';
    }
    if (this.tekenset === 'utf8') return utf8 ? undefined : this.genoemd ? 'tekensetAnders' : 'tekenOnleesbaar';
    // Hardly any text of Windows-1252 happens to be UTF-8: whoever named the one sent the other.
    if (utf8 && bytes.some((byte) => byte > 127)) return this.genoemd ? 'tekensetAnders' : 'tekensetWisselt';
    return bytes.some((byte) => ONBEKEND_1252.has(byte)) ? 'tekenOnleesbaar' : undefined;
  }
}

function isLeeg(bron: Buffer, snede: Snijder): boolean {
  if (snede.aantal === 1 && snede.stuur === BYTE_DOS_EINDE && (snede.tot[0] as number) - (snede.van[0] as number) === 1)
    return true;
  const aantal = Math.min(snede.aantal, snede.van.length);
  for (let i = 0; i < aantal; i += 1) {
    for (let j = snede.van[i] as number; j < (snede.tot[i] as number); j += 1) if (bron[j] !== 32) return false;
  }
  return true;
}
