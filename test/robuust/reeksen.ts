import { alsCsv, type Exportrij } from '#aanlevering/test';
import { metElfproef } from '#kern';
import fc from 'fast-check';

/** The vo schools and the mbo school of the sequences. */
export const REEKSSCHOLEN = ['99AA00', '99AB00', '99ZZ00'] as const;
export type Reeksschool = (typeof REEKSSCHOLEN)[number];

/** What one school says of one person in one file. */
export interface Uiting {
  pgn: boolean;
  postcode: 0 | 1;
  naam: 0 | 1;
  geboren: 0 | 1;
  stand: 0 | 1 | 2;
}

/** One file: of each person what it says, null when it says nothing. */
export interface Reeksbestand {
  school: Reeksschool;
  modus: 'volledig' | 'mutaties';
  uitingen: readonly (Uiting | null)[];
}

/** Persons that schools say different things of. Beside them each school has pupils of whom every file says the same. */
export const PERSONEN = 4;
/** So many that a few refused rows are no reason to hold a file. */
const VASTE = 40;

const uiting: fc.Arbitrary<Uiting> = fc.record({
  pgn: fc.boolean(),
  postcode: fc.constantFrom(0, 1),
  naam: fc.oneof({ weight: 4, arbitrary: fc.constant(0 as const) }, { weight: 1, arbitrary: fc.constant(1 as const) }),
  geboren: fc.oneof(
    { weight: 8, arbitrary: fc.constant(0 as const) },
    { weight: 1, arbitrary: fc.constant(1 as const) },
  ),
  stand: fc.constantFrom(0, 1, 2),
});

export const bestand = (school: Reeksschool): fc.Arbitrary<Reeksbestand> =>
  fc.record({
    school: fc.constant(school),
    modus: fc.oneof(
      { weight: 3, arbitrary: fc.constant('volledig' as const) },
      { weight: 1, arbitrary: fc.constant('mutaties' as const) },
    ),
    uitingen: fc.array(fc.option(uiting, { freq: 3 }), { minLength: PERSONEN, maxLength: PERSONEN }),
  });

const ROEPNAMEN = ['Sanne', 'Mohammed', 'Daan', 'Iris'];
const ACHTERNAMEN = ['Jansen', 'Yilmaz', 'de Wit', 'Nowak'];

/** Two schools use different numbers for one person. */
export const csvVan = ({ school, uitingen }: Reeksbestand): string =>
  alsCsv([
    ...uitingen.flatMap((u, n) => (u === null ? [] : [rij(school, n, u)])),
    ...Array.from({ length: VASTE }, (_, n) => vaste(school, n)),
  ]);

function rij(school: Reeksschool, n: number, u: Uiting): Exportrij {
  return {
    leerlingnummer: `${school.slice(2, 4)}${n}`,
    pgn: u.pgn ? nummer(n) : '',
    achternaam: `${ACHTERNAMEN[n] ?? 'Bos'}${u.naam === 1 ? 'tje' : ''}`,
    roepnaam: ROEPNAMEN[n] ?? 'Sam',
    geboortedatum: u.geboren === 1 ? `2009-0${n + 1}-17` : `2009-0${n + 1}-11`,
    postcode: u.postcode === 1 ? `521${n}ZZ` : `521${n}AB`,
    ...opleiding(school, u.stand),
  };
}

function vaste(school: Reeksschool, n: number): Exportrij {
  const plaats = REEKSSCHOLEN.indexOf(school);
  const letters = `${'bdfgk'.charAt(n % 5)}${'aeiou'.charAt(Math.floor(n / 5) % 5)}${'lmnprt'.charAt(Math.floor(n / 25) + 2 * plaats)}`;
  return {
    leerlingnummer: `${school.slice(2, 4)}9${n}`,
    pgn: nummer(100 * (plaats + 1) + n),
    achternaam: `Vast${letters}`,
    roepnaam: `${letters}${letters}`,
    geboortedatum: `2008-${String(4 * plaats + (n % 4) + 1).padStart(2, '0')}-${String((n % 27) + 1).padStart(2, '0')}`,
    postcode: `53${10 + n}AB`,
    ...opleiding(school, 0),
  };
}

function opleiding(school: Reeksschool, stand: 0 | 1 | 2): Exportrij {
  if (school === '99ZZ00')
    return {
      ...{ onderwijssoort: 'mbo', leerweg: 'bol', niveau: '3', opleidingscode: '25180', begindatum: '2026-08-24' },
      ...{
        examenkandidaat: 'N',
        uitslag: '',
        status: ['aangemeld', 'overeenkomstAangeboden', 'ingetrokken'][stand] ?? '',
      },
    };
  return {
    ...{ onderwijssoort: 'vmbo', leerweg: 'tl', niveau: '', opleidingscode: '', begindatum: '2022-08-22' },
    ...{ examenkandidaat: 'J', uitslag: ['', 'geslaagd', 'afgewezen'][stand] ?? '', status: 'ingeschreven' },
  };
}

function nummer(n: number): string {
  for (let acht = 99_991_000 + 20 * n; ; acht += 1) {
    const negen = metElfproef(acht);
    if (negen !== null) return negen;
  }
}
