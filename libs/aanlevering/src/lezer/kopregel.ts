import { isUtf8 } from 'node:buffer';
import type { Aanvulling } from '../formaten/aanvulling.js';
import { KOLOMMEN, kolomVan, type Kolom } from '../kolommen.js';
import { SCHEIDINGSTEKENS, type Scheidingsteken } from './regels.js';
import { Snijder } from './snijder.js';

/** The header of a file: which field holds which column. */
export interface Kopregel {
  scheiding: Scheidingsteken;
  /** Per field of a record its column, or null when it is not used. */
  velden: readonly (Kolom | null)[];
  /** The columns that are used, in the order of the file. */
  kolommen: readonly Kolom[];
  /** Names that are not in the contract. */
  onbekend: readonly string[];
  /** Of rows that only add to enrolments that are known. */
  aanvulling?: Aanvulling;
}

/** Why a file is rejected whole. */
export type AfkeurCode =
  | 'leegBestand'
  | 'geenKopregel'
  | 'kolomOntbreekt'
  | 'kolomDubbel'
  | 'tekensetOnleesbaar'
  | 'teVeelFouten'
  | 'zipKapot'
  | 'zipTeGroot'
  | 'teVeelGegevens'
  | 'xmlKapot'
  | 'excelOud'
  | 'excelWachtwoord'
  | 'excelKoppelingen'
  | 'formaatOnbekend'
  | 'formaatAnders'
  | 'schoolAnders'
  | 'alleenMutaties';

/** The file cannot be used at all. `kolommen` names the columns that it is about. */
export class Afkeuring extends Error {
  constructor(
    readonly code: AfkeurCode,
    readonly kolommen: readonly string[] = [],
  ) {
    super(code);
    this.name = 'Afkeuring';
  }
}

/**
 * Reads a header line. The separator is the one that gives the most known column names.
 * @throws Afkeuring when a required column is missing, one stands twice, or nothing in it is known.
 */
export function leesKopregel(regel: Buffer): Kopregel {
  if (regel.includes(0)) throw new Afkeuring('tekensetOnleesbaar');
  const kandidaten = SCHEIDINGSTEKENS.map((scheiding) => ({ scheiding, namen: knip(regel, scheiding) }));
  let beste: { scheiding: Scheidingsteken; namen: string[]; bekend: number } | undefined;
  for (const { scheiding, namen } of kandidaten) {
    const bekend = namen.filter((naam) => kolomVan(naam.replace(/^#\s*/, '')) !== undefined).length;
    if (bekend > (beste?.bekend ?? 0)) beste = { scheiding, namen, bekend };
  }
  if (beste === undefined) throw new Afkeuring('geenKopregel');
  return kopVan(beste.namen, beste.scheiding);
}

/** The header that these names make. @throws Afkeuring as `leesKopregel`. */
export function kopVan(geschreven: readonly string[], scheiding: Scheidingsteken = ';'): Kopregel {
  const namen = geschreven.map((naam, i) => (i === 0 ? naam.replace(/^#\s*/, '') : naam));
  const velden = namen.map((naam) => kolomVan(naam) ?? null);
  const kolommen = velden.filter((kolom) => kolom !== null);
  const dubbel = kolommen.filter((kolom, i) => kolommen.indexOf(kolom) !== i);
  if (dubbel.length > 0) throw new Afkeuring('kolomDubbel', [...new Set(dubbel.map((kolom) => kolom.naam))]);
  const ontbreekt = KOLOMMEN.filter((kolom) => kolom.verplicht === true && !kolommen.includes(kolom));
  if (ontbreekt.length > 0) {
    const code =
      ontbreekt.some((kolom) => kolom.naam === 'leerlingnummer') && kolommen.length < 3
        ? 'geenKopregel'
        : 'kolomOntbreekt';
    throw new Afkeuring(code, code === 'geenKopregel' ? [] : ontbreekt.map((kolom) => kolom.naam));
  }
  const onbekend = namen.filter((naam, i) => naam !== '' && velden[i] === null);
  return { scheiding, velden, kolommen, onbekend };
}

function knip(regel: Buffer, scheiding: Scheidingsteken): string[] {
  const snijder = new Snijder(scheiding);
  if (snijder.snijd(regel, 0, true) !== 'heel') return [];
  const codering = isUtf8(regel) ? 'utf8' : 'latin1';
  return Array.from({ length: Math.min(snijder.aantal, snijder.van.length) }, (_, i) =>
    regel.toString(codering, snijder.van[i], snijder.tot[i]).trim(),
  );
}
