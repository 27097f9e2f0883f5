import { isUtf8 } from 'node:buffer';
import type { Kopregel } from '../lezer/kopregel.js';
import { Afkeuring } from '../lezer/kopregel.js';
import { Recordlezer, type Ontvanger } from '../lezer/recordlezer.js';
import type { Bouwfout, Scheidingsteken, Tekenset } from '../lezer/regels.js';
import { Snijder, type Gesneden } from '../lezer/snijder.js';

/** What takes the rows of a table with a header of its own. */
export interface Tabelluisteraar {
  /** The names in the header, as they stand there. */
  kop(namen: readonly string[]): void;
  rij(regel: number, velden: readonly string[]): void;
  slecht(regel: number, fout: Bouwfout): void;
}

const ANSI = new TextDecoder('windows-1252');

/** Reads CSV of which the columns are not those of the contract; the same reader, so the same bad lines. */
export function tabellezer(luisteraar: Tabelluisteraar, scheiding: Scheidingsteken, tekenset: Tekenset): Recordlezer {
  const uit: Ontvanger = {
    kop: () => undefined,
    record: (regel, bron, snede, soort) => luisteraar.rij(regel, velden(bron, snede, soort)),
    slecht: (regel, fout) => luisteraar.slecht(regel, fout),
  };
  const leesKop = (regel: Buffer): Kopregel => {
    const snijder = new Snijder(scheiding);
    if (snijder.snijd(regel, 0, true) !== 'heel') throw new Afkeuring('geenKopregel');
    const namen = velden(regel, snijder, isUtf8(regel) ? 'utf8' : 'windows1252');
    luisteraar.kop(namen);
    return { scheiding, velden: namen.map(() => null), kolommen: [], onbekend: [] };
  };
  return new Recordlezer(uit, tekenset, leesKop);
}

function velden(bron: Buffer, snede: Gesneden, tekenset: Tekenset): string[] {
  const aantal = Math.min(snede.aantal, snede.van.length);
  return Array.from({ length: aantal }, (_, i) => {
    const bytes = bron.subarray(snede.van[i], snede.tot[i]);
    const tekst = tekenset === 'windows1252' ? ANSI.decode(bytes) : bytes.toString('utf8');
    return (snede.dubbel[i] === 1 ? tekst.replaceAll('""', '"') : tekst).trim();
  });
}
