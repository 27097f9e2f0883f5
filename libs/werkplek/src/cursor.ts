import { DomeinFout } from '#kern';

/** The cursor is one of ours by its form, but its values are not those of this list. */
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
