/** How a number is shown: as it is, as a date, or with zeros in front up to this many digits. */
export type Weergave = 'getal' | 'datum' | number;

/** Number formats of ECMA-376 18.8.30 that show a date; what shows only a time is none. */
const DATUMFORMATEN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** What a number format makes of a number. @param code the format's own code, where the file has one. */
export function weergaveVan(nummer: number, code: string | undefined): Weergave {
  if (code === undefined) return DATUMFORMATEN.has(nummer) ? 'datum' : 'getal';
  const kaal = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';', 1)[0] ?? '';
  if (/^0{2,}$/.test(kaal.trim())) return kaal.trim().length;
  return /[dy]/i.test(kaal) ? 'datum' : 'getal';
}

/** A number cell as text. */
export function alsTekst(waarde: string, weergave: Weergave, vanaf1904: boolean): string {
  const getal = Number(waarde);
  if (waarde === '' || !Number.isFinite(getal)) return waarde;
  if (weergave === 'datum') return datumVan(Math.floor(getal), vanaf1904) ?? waarde;
  const kaal = Number.isSafeInteger(getal) ? getal.toFixed(0) : String(getal);
  return typeof weergave === 'number' && /^\d+$/.test(kaal) ? kaal.padStart(weergave, '0') : kaal;
}

/** A day number as jjjj-mm-dd; undefined outside the calendar. Day 60 of 1900 never was (a fault of Lotus 1-2-3). */
function datumVan(dag: number, vanaf1904: boolean): string | undefined {
  if (dag < 1 || dag > 2_958_465) return undefined;
  // Days from 1 March of the year 0, so that the leap day is the last of its year (H. Hinnant, days_from_civil).
  const z = dag + (vanaf1904 ? 695_361 : dag < 60 ? 693_900 : 693_899);
  const eeuw = Math.floor(z / 146_097);
  const rest = z - eeuw * 146_097;
  const jaar = Math.floor(
    (rest - Math.floor(rest / 1460) + Math.floor(rest / 36_524) - Math.floor(rest / 146_096)) / 365,
  );
  const inJaar = rest - (365 * jaar + Math.floor(jaar / 4) - Math.floor(jaar / 100));
  const maart = Math.floor((5 * inJaar + 2) / 153);
  const dagnr = inJaar - Math.floor((153 * maart + 2) / 5) + 1;
  const maand = maart < 10 ? maart + 3 : maart - 9;
  const vol = (getal: number, lengte: number): string => String(getal).padStart(lengte, '0');
  return `${vol(jaar + eeuw * 400 + (maand <= 2 ? 1 : 0), 4)}-${vol(maand, 2)}-${vol(dagnr, 2)}`;
}

/** Column of a cell reference, from 0: `C7` is 2; -1 when it is none. */
export function kolomVanCel(verwijzing: string): number {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(verwijzing)?.[1];
  if (letters === undefined) return -1;
  return [...letters].reduce((nr, letter) => nr * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Text as it is shown: Excel writes a character that XML cannot hold as `_x000D_`. */
export function zonderCodes(tekst: string): string {
  return tekst.includes('_x')
    ? tekst.replaceAll(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : tekst;
}
