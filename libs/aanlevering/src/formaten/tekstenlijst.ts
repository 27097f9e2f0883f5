import { Afkeuring } from '../lezer/kopregel.js';
import { LANGSTE_VELD } from '../lezer/regels.js';

const BROK = 1024 * 1024;
const MEESTE_BROKKEN = 96;
const MEESTE_TEKSTEN = 8_000_000;

/**
 * Texts by number, kept as bytes: millions of them cost no more than they are long. A text that is longer than any column
 * takes is cut so that it still shows as too long.
 */
export class Tekstenlijst {
  private readonly brokken: Buffer[] = [];
  private plek = BROK;
  private begin = new Uint32Array(1024);
  private lengte = new Uint16Array(1024);
  private aantal = 0;

  /** @throws Afkeuring zipTeGroot when they are more than fit in memory. */
  voegToe(tekst: string): void {
    const kort = tekst.length > LANGSTE_VELD ? tekst.slice(0, LANGSTE_VELD + 1) : tekst;
    const bytes = Buffer.byteLength(kort);
    if (this.plek + bytes > BROK) {
      if (this.brokken.length === MEESTE_BROKKEN) throw new Afkeuring('zipTeGroot');
      this.brokken.push(Buffer.allocUnsafe(BROK));
      this.plek = 0;
    }
    if (this.aantal === this.begin.length) this.groei();
    const brok = this.brokken.length - 1;
    this.begin[this.aantal] = brok * BROK + this.plek;
    this.lengte[this.aantal] = bytes;
    this.brokken[brok]?.write(kort, this.plek);
    this.plek += bytes;
    this.aantal += 1;
  }

  /** Undefined when there is no such text. */
  geef(nummer: number): string | undefined {
    if (!(nummer >= 0 && nummer < this.aantal)) return undefined;
    const begin = this.begin[nummer] as number;
    const van = begin % BROK;
    return this.brokken[Math.floor(begin / BROK)]?.toString('utf8', van, van + (this.lengte[nummer] as number));
  }

  private groei(): void {
    if (this.aantal >= MEESTE_TEKSTEN) throw new Afkeuring('zipTeGroot');
    const begin = new Uint32Array(this.aantal * 2);
    const lengte = new Uint16Array(this.aantal * 2);
    begin.set(this.begin);
    lengte.set(this.lengte);
    this.begin = begin;
    this.lengte = lengte;
  }
}
