import type { FoutSoort, VeldFout } from '#kern';

/** An error answer in the form of RFC 9457, with our stable code. */
export interface Probleem {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** Path of the request, without query. */
  instance: string;
  code: string;
  fouten?: VeldFout[];
  /** The current state of what the caller tried to change (409, 412). */
  huidig?: unknown;
  /** The versie that the caller had read. */
  gelezenVersie?: number;
}

export const STATUS = {
  ongeldig: 400,
  nietAangemeld: 401,
  verboden: 403,
  nietGevonden: 404,
  conflict: 409,
  duurdeTeLang: 408,
  voorwaardeMislukt: 412,
  teGroot: 413,
  teVeel: 429,
  nietBeschikbaar: 503,
} as const satisfies Record<FoutSoort, number>;

const TITELS: Readonly<Record<number, string>> = {
  400: 'Uw verzoek klopt niet',
  401: 'U bent niet aangemeld',
  403: 'U mag dit niet',
  404: 'Niet gevonden',
  405: 'Dit kan niet op dit adres',
  406: 'Deze vorm kunnen wij niet geven',
  408: 'Het duurde te lang',
  409: 'Er is intussen iets veranderd',
  412: 'Er is intussen iets veranderd',
  413: 'Te groot',
  414: 'Het adres is te lang',
  415: 'Deze soort inhoud kunnen wij niet lezen',
  429: 'Te veel verzoeken',
  431: 'De koppen zijn te groot',
  500: 'Er ging iets mis',
  503: 'Tijdelijk niet bereikbaar',
};

/** Code and explanation for refusals of the framework, by status. */
const STANDAARD: Readonly<Record<number, readonly [code: string, tekst: string]>> = {
  400: ['verzoekOngeldig', 'Wij kunnen uw verzoek niet lezen. Controleer het adres en de inhoud.'],
  401: ['tokenOntbreekt', 'U bent niet aangemeld.'],
  403: ['geenToegang', 'U mag dit niet met uw rol.'],
  404: ['adresOnbekend', 'Dit adres bestaat niet. Kijk op /api/v1/docs welke adressen er zijn.'],
  405: ['methodeNietToegestaan', 'Dit adres bestaat, maar niet met deze methode. De kop «Allow» noemt wat wel kan.'],
  406: ['vormNietBeschikbaar', 'Wij kunnen dit niet geven in de vorm die u vraagt.'],
  408: ['duurdeTeLang', 'Het verzoek duurde te lang. Probeer het opnieuw.'],
  413: ['teGroot', 'De inhoud is te groot. Stuur minder in één keer.'],
  414: ['adresTeLang', 'Het adres is te lang.'],
  415: ['soortNietOndersteund', 'Stuur de inhoud als application/json, een bestand als text/csv.'],
  429: ['teVeelVerzoeken', 'U deed te veel verzoeken achter elkaar. Wacht een minuut en probeer het opnieuw.'],
  431: ['koppenTeGroot', 'De koppen van uw verzoek zijn te groot.'],
  503: ['nietBeschikbaar', 'Sluitend is nu niet bereikbaar. Probeer het over een minuut opnieuw.'],
};

const ONBEKEND = [
  'onbekendeFout',
  'Er ging iets mis bij ons. Probeer het later opnieuw; blijft het fout gaan, meld het dan aan uw beheerder.',
] as const;

export function titelVan(status: number): string {
  return TITELS[status] ?? (status >= 500 ? 'Er ging iets mis' : 'Uw verzoek klopt niet');
}

/** The answer for a status that no rule of ours explains further. */
export function standaardProbleem(status: number, pad: string): Probleem {
  const [code, detail] = STANDAARD[status] ?? (status >= 500 ? ONBEKEND : (STANDAARD[400] ?? ONBEKEND));
  return maakProbleem(status, code, detail, pad);
}

export function maakProbleem(status: number, code: string, detail: string, pad: string): Probleem {
  return { type: `urn:sluitend:fout:${code}`, title: titelVan(status), status, detail, instance: pad, code };
}

/** Path without query: a query may hold what does not belong in an answer or a log. */
export function padVan(url: string | undefined): string {
  return (url ?? '/').split(/[?#]/, 1)[0] ?? '/';
}
