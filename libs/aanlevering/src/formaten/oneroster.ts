import type { Ontvanger } from '../lezer/recordlezer.js';
import type { Bouwfout } from '../lezer/regels.js';
import { kopVanAanvulling, type Aanvulling } from './aanvulling.js';
import { Naslag, Ruimte } from './naslag.js';
import { Rijgever } from './rijgever.js';
import { tabellezer } from './tabel.js';
import type { Zip } from './zip.js';

const ONEROSTER: Aanvulling = {
  ...{ formaat: 'oneroster', naam: 'OneRoster', sleutel: 'leerlingnummer' },
  mist: ['pgn', 'onderwijssoort', 'leerweg', 'status', 'examenkandidaat', 'uitslag', 'vervolgkeuze'],
};
const KOLOMMEN = [
  'leerlingnummer',
  'achternaam',
  'roepnaam',
  'geboortedatum',
  'geslacht',
  'groep',
  'telefoon',
  'email',
];
const GESLACHT: Readonly<Record<string, string>> = { male: 'M', female: 'V', other: 'X', unspecified: 'O' };

type Veld = (naam: string) => string;

/**
 * Reads a OneRoster 1.1 bundle of CSV files: a row per user who is a student, with the date of birth of demographics and
 * the title of the last class. Lines are those of users.csv.
 */
export async function* leesOneroster(zip: Zip, uit: Ontvanger): AsyncGenerator<void> {
  const ruimte = new Ruimte();
  const [personen, klassen, groepen] = [new Naslag(ruimte), new Naslag(ruimte), new Naslag(ruimte)];
  for await (const _ of leesTabel(zip, 'demographics.csv', (veld) =>
    bewaar(
      personen,
      veld('userSourcedId') || veld('sourcedId'),
      `${GESLACHT[veld('sex').toLowerCase()] ?? ' '}${veld('birthdate') || veld('birthDate')}`,
    ),
  ));
  for await (const _ of leesTabel(zip, 'classes.csv', (veld) => bewaar(klassen, veld('sourcedId'), veld('title'))));
  for await (const _ of leesTabel(zip, 'enrollments.csv', (veld) =>
    bewaar(groepen, veld('userSourcedId'), klassen.geef(veld('classSourcedId')) ?? ''),
  ));
  const gever = new Rijgever(uit);
  gever.kop(kopVanAanvulling(KOLOMMEN, ONEROSTER));
  const rij = (veld: Veld, regel: number): void => {
    if (veld('role').toLowerCase() !== 'student' || veld('status').toLowerCase() === 'tobedeleted') return;
    const id = veld('sourcedId');
    const persoon = personen.geef(id) ?? '';
    const naam = [veld('identifier') || id, veld('familyName'), veld('givenName')];
    gever.rij(regel, [
      ...naam,
      persoon.slice(1),
      persoon.slice(0, 1).trim(),
      groepen.geef(id),
      veld('phone') || veld('sms'),
      veld('email'),
    ]);
  };
  yield* leesTabel(zip, 'users.csv', rij, (regel, fout) => gever.slecht(regel, fout, ''));
}

function bewaar(waar: Naslag, sleutel: string, waarde: string): void {
  if (sleutel !== '') waar.bewaar(sleutel, waarde);
}

/** One table of the bundle, when it is there; users must be. */
async function* leesTabel(
  zip: Zip,
  naam: string,
  rij: (veld: Veld, regel: number) => void,
  slecht: (regel: number, fout: Bouwfout) => void = () => undefined,
): AsyncGenerator<void> {
  if (!zip.heeft(naam) && naam !== 'users.csv') return;
  const plekken = new Map<string, number>();
  const lezer = tabellezer(
    {
      kop: (namen) => namen.forEach((kolom, i) => plekken.set(kolom.toLowerCase(), i)),
      rij: (regel, velden) => rij((kolom) => velden[plekken.get(kolom.toLowerCase()) ?? -1] ?? '', regel),
      slecht,
    },
    ',',
    'open',
  );
  for await (const stuk of zip.open(naam)) {
    lezer.lees(stuk);
    yield;
  }
  lezer.klaar();
  yield;
}
