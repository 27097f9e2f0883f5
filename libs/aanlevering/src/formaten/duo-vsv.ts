import { Afkeuring } from '../lezer/kopregel.js';
import type { Ontvanger } from '../lezer/recordlezer.js';
import { isVanSchool, kopVanAanvulling, type Aanvulling, type Lezing } from './aanvulling.js';
import { stukken, type Bron } from './bron.js';
import { Rijgever } from './rijgever.js';
import { tabellezer } from './tabel.js';

const DUO: Aanvulling = {
  ...{ formaat: 'duo-vsv', naam: 'het VSV-overzicht van DUO', sleutel: 'pgn' },
  mist: ['leerlingnummer', 'roepnaam', 'begindatum', 'status', 'examenkandidaat', 'uitslag'],
};

/** Column of the contract for the names in A04, A14, NenR and NRSP. `status` follows from the date of leaving. */
const BRON = {
  pgn: ['PERSOONSGEBONDENNUMMER', 'BURGERSERVICENUMMER', 'ONDERWIJSNUMMER'],
  achternaam: ['ACHTERNAAM'],
  voorvoegsel: ['VOORVOEGSEL'],
  geboortedatum: ['GEBOORTEDATUM'],
  geslacht: ['GESLACHT'],
  postcode: ['POSTCODE'],
  gemeentecode: ['GEMEENTECODE', 'GEMCODE'],
  opleidingscode: ['ONDERWIJSCODE', 'CREBO'],
  einddatum: ['DATUM_UITSCHRIJVING'],
  redenUitstroom: ['REDEN_UITSTROOM'],
} as const;
const KOLOMMEN = Object.keys(BRON) as (keyof typeof BRON)[];

/** Whether this header is of a report on early school leaving. */
export function isDuo(kop: string): boolean {
  const namen = kop
    .replace(/^[#\ufeff]+/, '')
    .split(';')
    .map((naam) => naam.trim().toUpperCase());
  return BRON.pgn.some((naam) => namen.includes(naam)) && (namen.includes('BRIN') || namen.includes('BRIN_NR'));
}

/**
 * Reads a monthly report of DUO on early school leaving. It is for reconciliation: a date on which DUO saw somebody leave
 * goes to the enrolment of that school, and nothing else can come of it. A row about another school finds nobody here.
 */
export async function* leesDuo(bron: Bron, uit: Ontvanger, { tekenset, school }: Lezing): AsyncGenerator<void> {
  const gever = new Rijgever(uit);
  let plekken: number[][] = [];
  let brin = -1;
  const lezer = tabellezer(
    {
      kop: (geschreven) => {
        const namen = geschreven.map((naam) => naam.replace(/^#/, '').trim().toUpperCase());
        plekken = KOLOMMEN.map((kolom) => BRON[kolom].map((naam) => namen.indexOf(naam)).filter((plek) => plek >= 0));
        brin = namen.indexOf(namen.includes('BRIN_NR') ? 'BRIN_NR' : 'BRIN');
        gever.kop(kopVanAanvulling([...KOLOMMEN, 'status'], DUO));
      },
      rij: (regel, velden) => {
        const waarden = plekken.map((bronnen) => bronnen.map((plek) => velden[plek] ?? '').find((w) => w !== '') ?? '');
        const weg = waarden[KOLOMMEN.indexOf('einddatum')] !== '';
        if (!isVanSchool(velden[brin] ?? '', school)) waarden[KOLOMMEN.indexOf('pgn')] = '';
        if (!weg) waarden[KOLOMMEN.indexOf('redenUitstroom')] = '';
        gever.rij(regel, [...waarden, weg ? 'uitgeschreven' : '']);
      },
      slecht: (regel, fout) => gever.slecht(regel, fout, ''),
    },
    ';',
    tekenset,
  );
  for await (const blok of stukken(bron)) {
    lezer.lees(blok);
    yield;
  }
  lezer.klaar();
  if (plekken[0]?.length === 0) throw new Afkeuring('geenKopregel');
  yield;
}
