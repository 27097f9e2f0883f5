import type { Kopregel } from '../lezer/kopregel.js';
import type { Ontvanger } from '../lezer/recordlezer.js';
import { LANGSTE_REGEL, type Bouwfout } from '../lezer/regels.js';

const NIETS = Buffer.alloc(0);
const GRENS = 0x1f;

/** Gives rows that an adapter took from another format to what takes the records of a CSV file. */
export class Rijgever {
  private buffer = Buffer.allocUnsafe(64 * 1024);
  private readonly van = new Int32Array(1024);
  private readonly tot = new Int32Array(1024);
  private readonly dubbel = new Uint8Array(1024);
  private nummerPlaats = 0;
  private breedte = 0;

  constructor(private readonly ontvanger: Ontvanger) {}

  kop(kop: Kopregel): void {
    this.breedte = kop.velden.length;
    this.nummerPlaats = kop.velden.findIndex((kolom) => kolom?.naam === 'leerlingnummer');
    this.ontvanger.kop({ ...kop, scheiding: ';' });
  }

  /** @param waarden one for each field of the header; what is left out is empty. */
  rij(regel: number, waarden: readonly (string | undefined)[]): void {
    let nodig = 0;
    for (let i = 0; i < this.breedte; i += 1) nodig += (waarden[i]?.length ?? 0) * 3 + 1;
    if (nodig > 3 * LANGSTE_REGEL) return this.slecht(regel, 'regelTeLang', '');
    if (nodig > this.buffer.length) this.buffer = Buffer.allocUnsafe(nodig);
    let n = 0;
    for (let i = 0; i < this.breedte; i += 1) {
      this.van[i] = n;
      const waarde = waarden[i];
      if (waarde !== undefined && waarde !== '') n += this.buffer.write(waarde, n, 'utf8');
      this.tot[i] = n;
      // Fields keep apart, also for who looks at the record as a whole.
      this.buffer[n] = GRENS;
      n += 1;
    }
    const { van, tot, dubbel, breedte } = this;
    this.ontvanger.record(regel, this.buffer, { van, tot, dubbel, aantal: breedte, eind: n, hoog: false }, 'utf8');
  }

  /** A row that cannot be read. */
  slecht(regel: number, fout: Bouwfout, leerlingnummer: string): void {
    const bron =
      this.nummerPlaats < 0 ? NIETS : Buffer.from(';'.repeat(this.nummerPlaats) + leerlingnummer.replaceAll(';', ''));
    this.ontvanger.slecht(regel, fout, bron, 0, bron.length);
  }
}
