import {
  AANHALING,
  byteklassen,
  BYTE_LF,
  CR,
  HOOG,
  LANGSTE_REGEL,
  LF,
  SCHEIDING,
  type Scheidingsteken,
  STUUR,
} from './regels.js';

/** More fields than this are counted but not kept; no header has as many. */
const MEESTE_VELDEN = 1024;

/** Where the fields of one record stand. */
export interface Gesneden {
  readonly van: Int32Array;
  readonly tot: Int32Array;
  /** 1 where the field holds doubled quotes that stand for one. */
  readonly dubbel: Uint8Array;
  /** Number of fields, also beyond those kept. */
  readonly aantal: number;
  /** Where the next record begins. */
  readonly eind: number;
  /** Whether a byte above 127 stands in it. */
  readonly hoog: boolean;
}

/** What came of one look for a record. */
export type Snede = 'heel' | 'onaf' | 'misvormd' | 'teLang';

/**
 * Cuts one record out of a buffer, as RFC 4180 says: fields between separators, quotes around a field that holds a
 * separator, a quote (doubled) or a line break; a record ends at LF, CRLF or CR. Its outcome depends only on the bytes
 * from the start of the record, never on where the buffer happens to end. One object is reused for all records.
 */
export class Snijder implements Gesneden {
  readonly van = new Int32Array(MEESTE_VELDEN);
  readonly tot = new Int32Array(MEESTE_VELDEN);
  readonly dubbel = new Uint8Array(MEESTE_VELDEN);
  aantal = 0;
  eind = 0;
  /** Line breaks inside quoted fields. */
  regeleinden = 0;
  hoog = false;
  /** The first control character in it, or -1. */
  stuur = -1;

  private readonly klassen: Uint8Array;

  constructor(scheiding: Scheidingsteken) {
    this.klassen = byteklassen(scheiding);
  }

  /**
   * Looks for the record that begins at `begin`.
   * @param laatste whether the buffer ends where the file ends.
   * @returns `onaf` when more bytes are needed; `misvormd` on a quote where RFC 4180 has none (or none where it must be);
   * `teLang` when it does not end within the longest line.
   */
  snijd(bron: Uint8Array, begin: number, laatste: boolean): Snede {
    this.aantal = 0;
    this.regeleinden = 0;
    this.hoog = false;
    this.stuur = -1;
    const grens = Math.min(bron.length, begin + LANGSTE_REGEL + 1);
    let i = begin;
    for (;;) {
      if (bron[i] === 0x22 && i < grens) {
        const na = this.metAanhaling(bron, i, grens, laatste);
        if (na < 0) return this.tekort(bron, begin, laatste, na === MISVORMD);
        i = na;
      } else {
        i = this.zonderAanhaling(bron, i, grens);
        if (i < 0) return 'misvormd';
      }
      if (i >= grens) return this.aanHetEinde(bron, begin, i, laatste);
      const klasse = this.klassen[bron[i] as number];
      if (klasse === SCHEIDING) {
        i += 1;
        continue;
      }
      if (klasse === CR) {
        // Only the next byte tells whether this is CRLF.
        if (i + 1 >= bron.length && !laatste) return 'onaf';
        this.eind = bron[i + 1] === BYTE_LF ? i + 2 : i + 1;
      } else {
        this.eind = i + 1;
      }
      return 'heel';
    }
  }

  /** Reads a plain field up to its separator or line end; -1 on a quote in the middle. */
  private zonderAanhaling(bron: Uint8Array, begin: number, grens: number): number {
    const klassen = this.klassen;
    let i = begin;
    for (; i < grens; i += 1) {
      const klasse = klassen[bron[i] as number] as number;
      if (klasse === 0) continue;
      if (klasse === HOOG) this.hoog = true;
      else if (klasse === STUUR) this.noteerStuur(bron[i] as number);
      else if (klasse === AANHALING) return -1;
      else break;
    }
    this.bewaar(begin, i, 0);
    return i;
  }

  /** Reads a quoted field; gives the place after its closing quote, TEKORT or MISVORMD. */
  private metAanhaling(bron: Uint8Array, opening: number, grens: number, laatste: boolean): number {
    const klassen = this.klassen;
    let dubbel = 0;
    let i = opening + 1;
    for (; i < grens; i += 1) {
      const klasse = klassen[bron[i] as number] as number;
      if (klasse === 0 || klasse === SCHEIDING) continue;
      if (klasse === HOOG) this.hoog = true;
      else if (klasse === STUUR) this.noteerStuur(bron[i] as number);
      else if (klasse === LF) this.regeleinden += 1;
      else if (klasse === CR) {
        if (bron[i + 1] !== BYTE_LF) this.regeleinden += 1;
      } else if (bron[i + 1] === 0x22 && i + 1 < grens) {
        dubbel = 1;
        i += 1;
      } else break;
    }
    if (i >= grens) return TEKORT;
    if (i + 1 >= bron.length && !laatste) return TEKORT;
    const na = i + 1 < bron.length ? (this.klassen[bron[i + 1] as number] as number) : LF;
    if (na !== SCHEIDING && na !== LF && na !== CR) return MISVORMD;
    this.bewaar(opening + 1, i, dubbel);
    return i + 1;
  }

  private aanHetEinde(bron: Uint8Array, begin: number, i: number, laatste: boolean): Snede {
    if (i - begin > LANGSTE_REGEL) return 'teLang';
    if (!laatste) return 'onaf';
    this.eind = bron.length;
    return 'heel';
  }

  private tekort(bron: Uint8Array, begin: number, laatste: boolean, misvormd: boolean): Snede {
    if (misvormd) return 'misvormd';
    if (bron.length - begin > LANGSTE_REGEL) return 'teLang';
    return laatste ? 'misvormd' : 'onaf';
  }

  private bewaar(van: number, tot: number, dubbel: number): void {
    const n = this.aantal;
    this.aantal = n + 1;
    if (n >= MEESTE_VELDEN) return;
    this.van[n] = van;
    this.tot[n] = tot;
    this.dubbel[n] = dubbel;
  }

  private noteerStuur(byte: number): void {
    if (this.stuur < 0 || byte === 0) this.stuur = byte;
  }
}

const TEKORT = -1;
const MISVORMD = -2;

/** Where the line that begins at `begin` ends: the place of its LF or CR, or -1 when there is none before `grens`. */
export function regeleinde(bron: Uint8Array, begin: number, grens: number): number {
  for (let i = begin; i < grens; i += 1) {
    const byte = bron[i];
    if (byte === BYTE_LF || byte === 13) return i;
  }
  return -1;
}
