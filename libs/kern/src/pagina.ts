import { DomeinFout } from './fout.js';

/** One page of a list, in keyset order. `volgende` is a path with an opaque cursor, or null at the end. */
export interface Pagina<T> {
  resultaten: T[];
  volgende: string | null;
  totaal?: number;
}

export const STANDAARD_AANTAL = 50;
export const HOOGSTE_AANTAL = 200;

/** Packs the sort values of the last row on a page into an opaque cursor. */
export function maakCursor(waarden: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(waarden), 'utf8').toString('base64url');
}

/**
 * Unpacks a cursor that holds `lengte` sort values.
 * @throws DomeinFout `cursorOngeldig` when it is not one of ours.
 */
export function leesCursor(cursor: string, lengte: number): (string | number | null)[] {
  try {
    const waarden: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(waarden) && waarden.length === lengte && waarden.every(isSorteerwaarde)) return waarden;
  } catch {
    // falls through to the refusal below
  }
  throw cursorOngeldig();
}

/** The cursor is not one of ours, or its values are not those of this list. */
export function cursorOngeldig(): DomeinFout {
  return new DomeinFout(
    'ongeldig',
    'cursorOngeldig',
    'De waarde van «na» klopt niet. Gebruik het adres uit «volgende» van de vorige bladzijde.',
  );
}

/** An id that a cursor holds. @throws DomeinFout `cursorOngeldig` */
export function alsId(waarde: unknown): string {
  if (typeof waarde === 'string' && /^\d{1,18}$/.test(waarde)) return waarde;
  throw cursorOngeldig();
}

function isSorteerwaarde(waarde: unknown): waarde is string | number | null {
  return waarde === null || typeof waarde === 'string' || typeof waarde === 'number';
}

/**
 * Makes a page from `aantal + 1` rows: the extra row only tells that there is more.
 * @param pad path and filters of this list without cursor, e.g. `/api/v1/signalen?soort=ingetrokken`
 * @param sleutel the sort values of a row, in the order of the query's `order by`
 */
export function maakPagina<R, T>(
  rijen: readonly R[],
  aantal: number,
  pad: string,
  sleutel: (rij: R) => readonly (string | number | null)[],
  vorm: (rij: R) => T,
): Pagina<T> {
  const pagina = rijen.slice(0, aantal);
  const laatste = pagina.at(-1);
  const meer = rijen.length > aantal && laatste !== undefined;
  const teken = pad.includes('?') ? '&' : '?';
  return {
    resultaten: pagina.map(vorm),
    volgende: meer ? `${pad}${teken}na=${maakCursor(sleutel(laatste))}` : null,
  };
}
