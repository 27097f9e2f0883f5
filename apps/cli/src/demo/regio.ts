import type { Rol } from '#kern';
import type { RegiobestandDto } from '#inrichting';

/** The date of the demo, unless `VANDAAG` says otherwise: just after the start, when who did not arrive shows. */
export const DEMO_DATUM = '2026-09-10';

const DEMO_WOONPLAATSEN = [
  { code: '0796', naam: "'s-Hertogenbosch", postcode: '5211' },
  { code: '0828', naam: 'Oss', postcode: '5341' },
  { code: '1721', naam: 'Bernheze', postcode: '5384' },
  { code: '0865', naam: 'Vught', postcode: '5261' },
] as const;

export type Woonplaats = (typeof DEMO_WOONPLAATSEN)[number];
export const WOONPLAATSEN: readonly Woonplaats[] = DEMO_WOONPLAATSEN;

/** The ten followed schools; the last two are pro and isk. */
export const VO_SCHOLEN = [
  ['99AA', 'Demo College', 'vmbo', '0796'],
  ['99AB', 'Het Voorbeeld', 'vmbo', '0796'],
  ['99AC', 'De Proefhof', 'vmbo', '0796'],
  ['99AD', 'Lyceum Testveld', 'vmbo', '0828'],
  ['99AE', 'De Oefenwaard', 'vmbo', '0828'],
  ['99AF', 'Mavo Modeldijk', 'vmbo', '0828'],
  ['99AG', 'Scholengroep Schets', 'vmbo', '1721'],
  ['99AH', 'Het Ontwerp', 'vmbo', '0865'],
  ['99AI', 'Praktijkschool De Maquette', 'pro', '0796'],
  ['99AJ', 'Taalschool Welkom', 'isk', '0796'],
] as const;

/** The two mbo schools where nearly everybody goes. */
export const MBO_SCHOLEN = [
  ['99ZZ', 'Demo ROC', '0796'],
  ['99ZY', 'Vakschool Voorbeeld', '0828'],
] as const;

/** The people of the demo: one per role, the local part of the address is the role. */
export const DEMO_MENSEN = [
  ['doorstroomcoach', 'Dana Coach'],
  ['leerplichtambtenaar', 'Lars Leerplicht'],
  ['generalist', 'Gerda Procesbewaker'],
  ['teamleider', 'Tom Teamleider'],
  ['regiocoordinator', 'Rosa Coördinator'],
  ['zorgcoordinator-vo', 'Zoë Zorg'],
  ['zorgcoordinator-mbo', 'Zakaria Zorg'],
  ['decaan', 'Dirk Decaan'],
  ['mentor', 'Mina Mentor'],
  ['beheerder', 'Bart Beheer'],
  ['auditor', 'Anna Auditor'],
] as const;

export function demoAdres(naam: string): string {
  return `${naam}@demo.example`;
}

/** The role behind a demo address: there are two zorgcoördinatoren. */
function rolVan(wie: (typeof DEMO_MENSEN)[number][0]): Rol {
  return wie === 'zorgcoordinator-vo' || wie === 'zorgcoordinator-mbo' ? 'zorgcoordinator' : wie;
}

/** The demo region as a region file of our own. */
export function demoRegio(): RegiobestandDto {
  return {
    regio: { nummer: 36, naam: 'Demoregio', vakantiezone: 'Zuid', procesbewaker: demoAdres('generalist') },
    gemeenten: WOONPLAATSEN.map(({ code, naam }) => ({ code, naam })),
    scholen: [
      ...VO_SCHOLEN.map(([brin, naam, soort, gemeente]) =>
        school(brin, naam, gemeente, soort === 'vmbo' ? ['vmbo', 'havo'] : [soort]),
      ),
      ...MBO_SCHOLEN.map(([brin, naam, gemeente]) => school(brin, naam, gemeente, ['mbo'])),
    ],
    medewerkers: DEMO_MENSEN.map(([wie, naam]) => ({
      email: demoAdres(wie),
      naam,
      rollen: [{ rol: rolVan(wie), ...BEREIK[wie] }],
      fte: 1,
    })),
    teams: TEAMS,
    routeringsregels: REGELS,
    clients: [...VO_SCHOLEN, ...MBO_SCHOLEN].map(([brin]) => ({
      id: `school-${brin}`,
      rol: 'aanleveraar' as const,
      scholen: [`${brin}00`],
    })),
  };
}

const GEMEENTEN = DEMO_WOONPLAATSEN.map((w) => w.code);

const BEREIK: Readonly<Record<string, { scholen?: string[]; gemeenten?: string[] }>> = {
  doorstroomcoach: { gemeenten: GEMEENTEN },
  leerplichtambtenaar: { gemeenten: GEMEENTEN },
  'zorgcoordinator-vo': { scholen: ['99AA00'] },
  'zorgcoordinator-mbo': { scholen: ['99ZZ00'] },
  decaan: { scholen: ['99AA00'] },
  mentor: { scholen: ['99AA00'] },
};

const TEAMS: RegiobestandDto['teams'] = [
  { code: 'coaches', naam: 'Doorstroomcoaches', leden: [demoAdres('doorstroomcoach')], casussenPerFte: 120 },
  { code: 'leerplicht', naam: 'Leerplicht', leden: [demoAdres('leerplichtambtenaar')], casussenPerFte: 120 },
];

const REGELS: RegiobestandDto['routeringsregels'] = [
  {
    ...{ volgorde: 10, team: 'coaches', als: { periode: ['voorStart'] } },
    omschrijving: 'Tot de eerste lesdag: de doorstroomcoach van de examenschool',
  },
  {
    ...{ volgorde: 20, team: 'leerplicht', omschrijving: 'Leerplichtig in Den Bosch: team Leerplicht' },
    als: { doelgroep: ['leerplicht', 'kwalificatieplicht'], woongemeente: ['0796'] },
  },
  { volgorde: 90, als: {}, team: 'coaches', omschrijving: 'Alle andere jongeren: de doorstroomcoach' },
];

function school(brin: string, naam: string, gemeente: string, onderwijssoorten: string[]) {
  const gevolgd = onderwijssoorten.filter((soort) => soort !== 'havo' && soort !== 'mbo');
  return { brin, vestigingsnummer: '00', naam, onderwijssoorten, gemeente, gevolgd, levert: true };
}
