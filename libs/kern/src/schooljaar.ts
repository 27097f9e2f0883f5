import type { Datum } from './datum.js';

/** A schooljaar by the year it starts in: 2025 is «2025-2026», 1 August 2025 to 31 July 2026. */
export type Schooljaar = number;

/** The schooljaar in which a date falls (it turns on 1 August). */
export function schooljaarVan(datum: Datum): Schooljaar {
  const jaar = Number(datum.slice(0, 4));
  return datum.slice(5) >= '08-01' ? jaar : jaar - 1;
}

export function schooljaarTekst(schooljaar: Schooljaar): string {
  return `${schooljaar}-${schooljaar + 1}`;
}

/** Reads «2025-2026»; null when the text is something else or the years don't follow each other. */
export function leesSchooljaar(tekst: string): Schooljaar | null {
  const delen = /^(\d{4})-(\d{4})$/.exec(tekst);
  if (delen === null) return null;
  const van = Number(delen[1]);
  return Number(delen[2]) === van + 1 && van >= 2000 && van <= 2100 ? van : null;
}
