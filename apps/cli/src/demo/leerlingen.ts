import { proefnummers } from '#kern';
import { Toeval } from './toeval.js';
import { VO_SCHOLEN, WOONPLAATSEN, type Woonplaats } from './regio.js';

// Everybody here is made up from these lists by a seeded generator.
const ROEPNAMEN = [
  'Milan',
  'Fatima',
  'Sem',
  'Noor',
  'Yusuf',
  'Lotte',
  'Amira',
  'Daan',
  'Zofia',
  'Bram',
  'Mehmet',
  'Sanne',
  'Jayden',
  'Linh',
  'Rayan',
  'Eva',
  'Kacper',
  'Ilse',
  'Dion',
  'Samira',
  'Thijs',
  'Esra',
  'Julia',
  'Omar',
  'Femke',
  'Anh',
  'Naomi',
  'Ruben',
  'Hanna',
  'Çağla',
] as const;
const ACHTERNAMEN = [
  'Jansen',
  'Yılmaz',
  'Bakker',
  'El Amrani',
  'Visser',
  'Nowak',
  'Smits',
  'Nguyễn',
  'Hendriks',
  'Kaya',
  'Willems',
  'Benali',
  'Mulder',
  'Wiśniewska',
  'Peters',
  'Ramdin',
  'Vos',
  'Öztürk',
  'Kuipers',
  'Tran',
  'Verhoeven',
  'Aydın',
  'Scholten',
  'Lewandowski',
  'Dijkstra',
  'Haddad',
  'Koster',
  'Pinas',
  'Maas',
  'Groen',
] as const;
const VOORVOEGSELS = ['', '', '', '', '', 'van', 'van der', 'de', 'van den'] as const;
const LEERWEGEN = ['bb', 'kb', 'gl', 'tl'] as const;

/** How it ended for a candidate, on the date of the demo. */
const LOPEN = {
  aangekomen: 74,
  begintLater: 3,
  naarHavo: 5,
  gezaktEnTerug: 4,
  nietAangemeld: 4,
  alleenAangemeld: 2,
  plaatsAangeboden: 2,
  ingetrokken: 2,
  afgewezen: 1,
  nietVerschenen: 2,
  uitgeschreven: 1,
} as const;

export type Loop = keyof typeof LOPEN;

/** One made-up candidate. Numbers of people are in the range that is reserved for tests. */
export interface DemoLeerling {
  school: string;
  onderwijssoort: 'vmbo' | 'pro' | 'isk';
  leerlingnummer: string;
  pgn: string | null;
  achternaam: string;
  voorvoegsel: string;
  roepnaam: string;
  geboortedatum: string;
  geslacht: string;
  postcode: string;
  woonplaats: Woonplaats;
  leerweg: string;
  loop: Loop;
}

const PER_SCHOOL = 160;
const PER_KLEINE_SCHOOL = 110;

/** About 1,500 candidates, always the same ones. */
export function demoLeerlingen(): DemoLeerling[] {
  const toeval = new Toeval(36);
  const nummers = proefnummers();
  return VO_SCHOLEN.flatMap(([brin, , soort, gemeente], nr) => {
    const aantal = soort === 'vmbo' ? PER_SCHOOL : PER_KLEINE_SCHOOL;
    return Array.from({ length: aantal }, (_, volg) =>
      leerling(toeval, {
        school: `${brin}00`,
        soort,
        gemeente,
        nummer: String(10_000 * (nr + 1) + volg),
        pgn: nummers.next().value ?? null,
      }),
    );
  });
}

interface Plek {
  school: string;
  soort: DemoLeerling['onderwijssoort'];
  gemeente: string;
  nummer: string;
  pgn: string | null;
}

function leerling(toeval: Toeval, { school, soort, gemeente, nummer, pgn }: Plek): DemoLeerling {
  const eigen = WOONPLAATSEN.find((w) => w.code === gemeente);
  const woonplaats = eigen !== undefined && toeval.deel() < 0.7 ? eigen : toeval.kies(WOONPLAATSEN);
  const loop = toeval.verdeel(LOPEN);
  return {
    school,
    onderwijssoort: soort,
    leerlingnummer: nummer,
    // a newcomer of an isk often has no number that can be checked yet
    pgn: toeval.deel() < (soort === 'isk' ? 0.7 : 0.98) ? pgn : null,
    achternaam: toeval.kies(ACHTERNAMEN),
    voorvoegsel: toeval.kies(VOORVOEGSELS),
    roepnaam: toeval.kies(ROEPNAMEN),
    geboortedatum: `${soort === 'vmbo' ? toeval.geheel(2009, 2010) : toeval.geheel(2007, 2009)}-${tweecijferig(toeval.geheel(1, 12))}-${tweecijferig(toeval.geheel(1, 28))}`,
    geslacht: toeval.kies(['M', 'V', 'M', 'V', 'X']),
    postcode: `${woonplaats.postcode}${toeval.kies(['AB', 'CD', 'EK', 'GH', 'KL'])}`,
    woonplaats,
    leerweg: soort === 'vmbo' ? toeval.kies(LEERWEGEN) : '',
    // havo and going back are ways of the vmbo
    loop: soort !== 'vmbo' && (loop === 'naarHavo' || loop === 'gezaktEnTerug') ? 'aangekomen' : loop,
  };
}

function tweecijferig(getal: number): string {
  return String(getal).padStart(2, '0');
}
