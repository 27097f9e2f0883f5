import { Afkeuring } from '../lezer/kopregel.js';
import { Recordlezer, type Ontvanger } from '../lezer/recordlezer.js';
import type { Tekenset } from '../lezer/regels.js';
import { stukken, type Bron } from './bron.js';

/** Reads a CSV file as the contract describes it. Yields whenever what was read may be sent on. */
export async function* leesCsv(bron: Bron, uit: Ontvanger, tekenset: Tekenset): AsyncGenerator<void> {
  const lezer = new Recordlezer(uit, tekenset);
  for await (const blok of stukken(bron)) {
    lezer.lees(blok);
    yield;
  }
  lezer.klaar();
  yield;
}

/** The same for «Unicode text» of a spreadsheet: UTF-16, told by its byte order mark. */
export async function* leesUtf16(bron: Bron, uit: Ontvanger, volgorde: 'le' | 'be'): AsyncGenerator<void> {
  const lezer = new Recordlezer(uit, 'utf8');
  const ontcijfer = new TextDecoder(`utf-16${volgorde}`, { fatal: true });
  const lees = (stuk?: Buffer): void => {
    let tekst: string;
    try {
      tekst = ontcijfer.decode(stuk, { stream: stuk !== undefined });
    } catch {
      throw new Afkeuring('tekensetOnleesbaar');
    }
    lezer.lees(Buffer.from(tekst, 'utf8'));
  };
  for await (const blok of stukken(bron)) {
    lees(blok);
    yield;
  }
  lees();
  lezer.klaar();
  yield;
}
