import { leesPgn, maskeerPgn } from '../pgn.regels.js';
import type { Afdruk } from './afdruk.js';
import { Copybuffer } from './copybuffer.js';
import type { Kopregel } from './kopregel.js';
import type { Ontvanger } from './recordlezer.js';
import { LANGSTE_VELD, type Bouwfout, type Tekenset } from './regels.js';
import type { Gesneden } from './snijder.js';

/** Keyed hash of nine digits; the key never reaches the database. */
export type PgnHash = (pgn: string) => Buffer;

/** Makes the fingerprints of a file with this header. */
export type Afdrukken = (kop: Kopregel) => Afdruk;

const KOLOMMEN = 6;
const AANHALING = 0x22;
const LEERLINGNUMMER_RE = /^[\x21-\x7e][\x20-\x7e]{0,63}$/;

/**
 * Turns records into rows `(regel, tekst, pgn, pgn_hash, afdruk, bouwfout)` for COPY. `tekst` holds the used fields joined by
 * U+001F, in the order of the header; a valid PGN stands only in its own column, any other number masked.
 */
export class Rijschrijver implements Ontvanger {
  readonly buffer = new Copybuffer();
  kopregel: Kopregel | undefined;
  /** Records so far, bad ones included. */
  records = 0;
  private velden: { plaats: number; isPgn: boolean }[] = [];
  private nummerPlaats = -1;
  private nummerVolgorde = 0;
  private afdruk: Afdruk | undefined;

  /** @param alleen lines to keep; the others are read and dropped. */
  constructor(
    private readonly hash: PgnHash,
    private readonly afdrukken: Afdrukken,
    private readonly alleen?: ReadonlySet<number>,
  ) {}

  kop(kop: Kopregel): void {
    this.kopregel = kop;
    this.afdruk = this.afdrukken(kop);
    this.velden = kop.velden.flatMap((kolom, plaats) =>
      kolom === null ? [] : [{ plaats, isPgn: kolom.naam === 'pgn' }],
    );
    this.nummerPlaats = kop.velden.findIndex((kolom) => kolom?.naam === 'leerlingnummer');
    this.nummerVolgorde = this.velden.findIndex((veld) => veld.plaats === this.nummerPlaats);
  }

  record(regel: number, bron: Buffer, snede: Gesneden, tekenset: Tekenset): void {
    if (this.alleen !== undefined && !this.alleen.has(regel)) return;
    if (this.heeftTeLang(snede)) {
      this.slecht(regel, 'veldTeLang', bron, snede.van[0] as number, snede.eind);
      return;
    }
    this.records += 1;
    const uit = this.buffer;
    uit.rij(
      KOLOMMEN,
      3 * ((snede.tot[snede.aantal - 1] as number) - (snede.van[0] as number) + this.velden.length) + 128,
    );
    uit.getal(regel);
    uit.beginTekst();
    let pgn: string | null = null;
    let eerste = true;
    for (const { plaats, isPgn } of this.velden) {
      if (!eerste) uit.grens();
      eerste = false;
      const van = snede.van[plaats] as number;
      const tot = snede.tot[plaats] as number;
      if (van === tot) continue;
      if (!isPgn) {
        uit.veld(bron, van, tot, snede.dubbel[plaats] === 1, tekenset);
        continue;
      }
      const tekst = bron.toString('latin1', van, tot).trim();
      pgn = leesPgn(tekst);
      if (pgn === null && tekst !== '') uit.ascii(maskeerPgn(tekst));
    }
    uit.eindTekst();
    this.schrijfPgn(pgn);
    if (this.afdruk === undefined) uit.niets();
    else uit.hex(this.afdruk.van(bron, snede, tekenset));
    uit.niets();
  }

  private schrijfPgn(pgn: string | null): void {
    if (pgn === null) {
      this.buffer.niets();
      this.buffer.niets();
      return;
    }
    this.buffer.tekst(pgn);
    this.buffer.bytes(this.hash(pgn));
  }

  /** Of a bad line only the leerlingnummer is used, so that this leerling is not taken for gone. */
  slecht(regel: number, fout: Bouwfout, bron: Buffer, van: number, tot: number): void {
    if (this.alleen !== undefined && !this.alleen.has(regel)) return;
    this.records += 1;
    const nummer = this.zoekNummer(bron, van, tot);
    const uit = this.buffer;
    uit.rij(KOLOMMEN, this.velden.length + nummer.length + 128);
    uit.getal(regel);
    uit.beginTekst();
    for (let i = 0; i < this.velden.length; i += 1) {
      if (i > 0) uit.grens();
      if (i === this.nummerVolgorde) uit.ascii(nummer);
    }
    uit.eindTekst();
    uit.niets();
    uit.niets();
    uit.niets();
    uit.tekst(fout);
  }

  private heeftTeLang(snede: Gesneden): boolean {
    for (const { plaats } of this.velden) {
      if ((snede.tot[plaats] as number) - (snede.van[plaats] as number) > LANGSTE_VELD) return true;
    }
    return false;
  }

  /** Never a guess: after a quote nobody knows where a field begins, and a quote within the number is not of it. */
  private zoekNummer(bron: Buffer, van: number, tot: number): string {
    const scheiding = this.kopregel?.scheiding.charCodeAt(0);
    let begin = van;
    for (let plaats = 0; plaats < this.nummerPlaats; plaats += 1) {
      while (begin < tot && bron[begin] !== scheiding) begin += 1;
      begin += 1;
    }
    if (bron.subarray(van, Math.min(begin, tot)).includes(AANHALING)) return '';
    let einde = begin;
    while (einde < tot && bron[einde] !== scheiding && bron[einde] !== 10 && bron[einde] !== 13) einde += 1;
    const nummer =
      begin < einde
        ? bron
            .toString('latin1', begin, einde)
            .replaceAll(/^ *"|" *$/g, '')
            .trim()
        : '';
    return LEERLINGNUMMER_RE.test(nummer) && !nummer.includes('"') ? nummer : '';
  }
}
