import { Afkeuring } from '../lezer/kopregel.js';
import { LANGSTE_VELD } from '../lezer/regels.js';

/** Bytes that texts to look up may take together; no school has nearly as much. */
const RUIMTE = 64 * 1024 * 1024;
/** What an entry costs beside its texts. */
const PER_STUK = 128;

/** Room for what must be remembered of one file. */
export class Ruimte {
  constructor(private over = RUIMTE) {}

  /** @throws Afkeuring teVeelGegevens when there is no more. */
  neem(bytes: number): void {
    this.over -= bytes;
    if (this.over < 0) throw new Afkeuring('teVeelGegevens');
  }
}

/** Texts by key, no longer than any column takes, within the room that a file has. */
export class Naslag {
  private readonly teksten = new Map<string, string>();

  constructor(private readonly ruimte: Ruimte = new Ruimte()) {}

  /** The last one counts. @throws Afkeuring teVeelGegevens */
  bewaar(sleutel: string, tekst: string): void {
    const [van, nieuw] = [kort(sleutel), kort(tekst)];
    const vorig = this.teksten.get(van);
    const bytes = vorig === undefined ? Buffer.byteLength(van) + PER_STUK : -Buffer.byteLength(vorig);
    this.ruimte.neem(bytes + Buffer.byteLength(nieuw));
    this.teksten.set(van, nieuw);
  }

  geef(sleutel: string): string | undefined {
    return this.teksten.get(sleutel.length > LANGSTE_VELD ? kort(sleutel) : sleutel);
  }
}

/**
 * To remember: cut so that it still shows as too long, and a text of its own. What was cut out of a larger text keeps all
 * of that in memory.
 */
export function kort(tekst: string): string {
  return Buffer.from(tekst.slice(0, LANGSTE_VELD + 1)).toString();
}
