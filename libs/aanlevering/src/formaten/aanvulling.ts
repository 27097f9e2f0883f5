import { kolomVan, type Kolom } from '../kolommen.js';
import type { Kopregel } from '../lezer/kopregel.js';
import type { Tekenset } from '../lezer/regels.js';
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

/** What the sender said about the text, and who that is. */
export interface Lezing {
  tekenset: Tekenset;
  school: string | undefined;
}

/** Whether a BRIN in a file is that of the school that delivers it; where either is silent nothing contradicts. */
export function isVanSchool(brin: string, school: string | undefined): boolean {
  const vier = (waarde: string): string => waarde.trim().slice(0, 4).toUpperCase();
  return school === undefined || brin.trim() === '' || vier(brin) === vier(school);
}

/** The header of rows in such a format. @param namen columns of the contract. */
export function kopVanAanvulling(namen: readonly string[], aanvulling: Aanvulling): Kopregel {
  const kolommen = namen.map((naam) => kolomVan(naam)).filter((kolom): kolom is Kolom => kolom !== undefined);
  return { scheiding: ';', velden: kolommen, kolommen, onbekend: [], aanvulling };
}
