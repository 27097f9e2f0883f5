import { kolomVan, type Kolom } from '../kolommen.js';
import type { Kopregel } from '../lezer/kopregel.js';
import type { Formaat } from './formaat.js';

/**
 * A format that does not say enough to make an enrolment. Its rows only add to enrolments that the school delivered in
 * the contract's own format: found by PGN or leerlingnummer, with the date of birth.
 */
export interface Aanvulling {
  formaat: Formaat;
  /** As people call it. */
  naam: string;
  sleutel: 'pgn' | 'leerlingnummer';
  /** Columns of the contract that a school might look for, and that this format does not have. */
  mist: readonly string[];
}

/** The header of rows in such a format. @param namen columns of the contract. */
export function kopVanAanvulling(namen: readonly string[], aanvulling: Aanvulling): Kopregel {
  const kolommen = namen.map((naam) => kolomVan(naam)).filter((kolom): kolom is Kolom => kolom !== undefined);
  return { scheiding: ';', velden: kolommen, kolommen, onbekend: [], aanvulling };
}
