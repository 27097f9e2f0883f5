import { proefnummers } from '#kern';
import { LEERLINGEN, MOMENTEN, type Leerling, type Levering, type Moment } from './leerlingen.js';

/** One export: what a school uploads on a date. */
export interface Bestand {
  school: string;
  client: string;
  peildatum: string;
  csv: string;
}

/** The schools that have something new to say on a moment each deliver their whole file. */
export function bestandenVan(moment: Moment): Bestand[] {
  const scholen = [...new Set(LEERLINGEN.flatMap((l) => [l.school, ...(l.bij === undefined ? [] : [l.bij])]))];
  return scholen
    .filter((school) => LEERLINGEN.some((l) => heeftNieuws(l, school, moment)))
    .map((school) => ({
      school,
      client: `school-${school.slice(0, 4)}`,
      peildatum: moment,
      csv: alsCsv(LEERLINGEN.flatMap((l, nr) => rijen(l, nr, school, moment))),
    }));
}

function heeftNieuws(l: Leerling, school: string, moment: Moment): boolean {
  if (school === l.school && moment === MOMENTEN[0]) return true;
  return (
    (school === l.school && l.kandidaat?.[moment] !== undefined) ||
    (school === l.bij && l.aanmelding?.[moment] !== undefined)
  );
}

function rijen(l: Leerling, nr: number, school: string, moment: Moment): Levering[] {
  if (school === l.school) {
    const stand = laatste(l.kandidaat, moment);
    return stand === null ? [] : [{ ...wie(l, nr), ...alsKandidaat(l), ...stand }];
  }
  if (school !== l.bij) return [];
  const stand = laatste(l.aanmelding, moment) ?? [];
  return (Array.isArray(stand) ? stand : [stand]).map((rij) => ({ ...wie(l, nr), ...alsStudent(), ...rij }));
}

/** What was last said up to and including this moment; undefined when nothing yet. */
function laatste<T>(standen: Readonly<Partial<Record<Moment, T>>> | undefined, moment: Moment): T | undefined {
  return MOMENTEN.filter((m) => m <= moment).reduce<T | undefined>(
    (eerder, m) => (standen?.[m] === undefined ? eerder : standen[m]),
    undefined,
  );
}

function wie({ nr: leerlingnummer, geboren, gemeente = '0796' }: Leerling, nr: number): Levering {
  return {
    leerlingnummer,
    pgn: PGNS[nr] ?? '',
    achternaam: `Proefpersoon${leerlingnummer}`,
    roepnaam: `Roepnaam${leerlingnummer}`,
    geboortedatum: geboren,
    gemeentecode: gemeente,
    postcode: '5211AB',
  };
}

function alsKandidaat({ school }: Leerling): Levering {
  const soort: Levering =
    school === '99AP00' ? { onderwijssoort: 'pro' } : { onderwijssoort: 'vmbo', leerweg: 'tl', uitslag: 'onbekend' };
  return { ...soort, status: 'ingeschreven', begindatum: '2022-08-22', examenkandidaat: 'J' };
}

function alsStudent(): Levering {
  return { onderwijssoort: 'mbo', leerweg: 'bol', niveau: '4', opleidingscode: '25605', begindatum: '2026-08-24' };
}

function alsCsv(leveringen: Levering[]): string {
  const kolommen = [...new Set(leveringen.flatMap((l) => Object.keys(l)))];
  return [kolommen.join(';'), ...leveringen.map((l) => kolommen.map((k) => l[k] ?? '').join(';'))].join('\r\n');
}

/** Of the pupils, in their order. */
const REEKS = proefnummers(99_998_000);
const PGNS = LEERLINGEN.map(() => REEKS.next().value ?? '');
