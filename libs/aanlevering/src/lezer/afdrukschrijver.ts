import type { Afdruk } from './afdruk.js';
import { Copybuffer } from './copybuffer.js';
import type { Kopregel } from './kopregel.js';
import type { Ontvanger } from './recordlezer.js';
import type { Bouwfout, Tekenset } from './regels.js';
import type { Afdrukken } from './rijschrijver.js';
import type { Gesneden } from './snijder.js';

const KOLOMMEN = 2;
const RUIMTE = 16;

/** Turns records into rows `(regel, afdruk)` for COPY, and nothing else; a bad line has no fingerprint. */
export class Afdrukschrijver implements Ontvanger {
  readonly buffer = new Copybuffer();
  kopregel: Kopregel | undefined;
  private afdruk: Afdruk | undefined;

  constructor(private readonly afdrukken: Afdrukken) {}

  kop(kop: Kopregel): void {
    this.kopregel = kop;
    this.afdruk = this.afdrukken(kop);
  }

  record(regel: number, bron: Buffer, snede: Gesneden, tekenset: Tekenset): void {
    this.buffer.rij(KOLOMMEN, RUIMTE);
    this.buffer.getal(regel);
    if (this.afdruk === undefined) this.buffer.niets();
    else this.buffer.hex(this.afdruk.van(bron, snede, tekenset));
  }

  slecht(regel: number, _fout: Bouwfout): void {
    this.buffer.rij(KOLOMMEN, RUIMTE);
    this.buffer.getal(regel);
    this.buffer.niets();
  }
}
