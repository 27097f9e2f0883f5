import type { RegiobestandDto } from '#inrichting';

const GEMEENTEN = ['0796', '0828'];

/** Five schools and the people of a small region, all made up. */
export const SCENARIOREGIO: RegiobestandDto = {
  regio: { nummer: 36, naam: 'Scenarioregio', vakantiezone: 'Zuid', procesbewaker: 'bewaker@regio.example' },
  gemeenten: [
    { code: '0796', naam: "'s-Hertogenbosch" },
    { code: '0828', naam: 'Oss' },
  ],
  scholen: [
    school('99AA', 'Vmbo aan de markt', ['vmbo', 'havo'], '0796', ['vmbo']),
    school('99AB', 'Vmbo aan de rivier', ['vmbo'], '0828', ['vmbo']),
    school('99AP', 'Praktijkschool', ['pro'], '0796', ['pro']),
    school('99ZZ', 'ROC', ['mbo'], '0796', []),
    school('99ZY', 'Vakschool', ['mbo'], '0828', []),
  ],
  medewerkers: [
    { email: 'bewaker@regio.example', naam: 'Bea Bewaker', rollen: [{ rol: 'generalist' }] },
    { email: 'coach-a@regio.example', naam: 'Coach A', rollen: [{ rol: 'doorstroomcoach', gemeenten: ['0796'] }] },
    { email: 'coach-b@regio.example', naam: 'Coach B', rollen: [{ rol: 'doorstroomcoach', gemeenten: ['0828'] }] },
    {
      email: 'leerplicht@regio.example',
      naam: 'Lotte Leerplicht',
      rollen: [{ rol: 'leerplichtambtenaar', gemeenten: GEMEENTEN }],
    },
    {
      email: 'rmc@regio.example',
      naam: 'Rik Doorstroompunt',
      rollen: [{ rol: 'doorstroomcoach', gemeenten: GEMEENTEN }],
    },
    { email: 'coordinator@regio.example', naam: 'Cora Coördinator', rollen: [{ rol: 'regiocoordinator' }] },
  ],
  teams: [
    { code: 'coaches-a', naam: 'Coaches Den Bosch', leden: ['coach-a@regio.example'] },
    { code: 'coaches-b', naam: 'Coaches Oss', leden: ['coach-b@regio.example'] },
    { code: 'leerplicht', naam: 'Leerplicht', leden: ['leerplicht@regio.example'] },
    { code: 'doorstroompunt', naam: 'Doorstroompunt', leden: ['rmc@regio.example'] },
  ],
  routeringsregels: [
    { volgorde: 10, als: { periode: ['voorStart'], school: ['99AA00', '99AP00'] }, team: 'coaches-a' },
    { volgorde: 11, als: { periode: ['voorStart'], school: ['99AB00'] }, team: 'coaches-b' },
    {
      volgorde: 20,
      als: { periode: ['naStart'], doelgroep: ['leerplicht', 'kwalificatieplicht'] },
      team: 'leerplicht',
    },
    { volgorde: 30, als: { periode: ['naStart'], doelgroep: ['doorstroompunt'] }, team: 'doorstroompunt' },
  ],
  clients: ['99AA', '99AB', '99AP', '99ZZ', '99ZY'].map((brin) => ({
    id: `school-${brin}`,
    rol: 'aanleveraar',
    scholen: [`${brin}00`],
  })),
};

function school(brin: string, naam: string, onderwijssoorten: string[], gemeente: string, gevolgd: string[]) {
  return {
    brin,
    vestigingsnummer: '00',
    naam,
    onderwijssoorten,
    gemeente,
    gevolgd,
    eersteLesdag: { '2026-2027': '2026-08-24' },
  };
}
