import type { RegiobestandDto } from './regiobestand.dto.js';

/** A small made-up region with every part filled; specs change what they are about. */
export function testRegio(): RegiobestandDto {
  return {
    regio: { nummer: 36, naam: 'Proefregio', vakantiezone: 'Zuid', procesbewaker: 'bewaker@regio.example' },
    gemeenten: [
      { code: '0796', naam: "'s-Hertogenbosch" },
      { code: '0828', naam: 'Oss' },
    ],
    scholen: [
      {
        brin: '99AA',
        vestigingsnummer: '00',
        naam: 'Demo College',
        onderwijssoorten: ['vmbo', 'havo'],
        gemeente: '0796',
        gevolgd: ['vmbo'],
        levert: true,
        eersteLesdag: { '2026-2027': '2026-08-24' },
      },
      {
        brin: '99ZZ',
        vestigingsnummer: '00',
        naam: 'Demo ROC',
        onderwijssoorten: ['mbo'],
        gemeente: '0796',
        gevolgd: [],
        levert: true,
      },
    ],
    medewerkers: [
      { email: 'bewaker@regio.example', naam: 'Bea Bewaker', rollen: [{ rol: 'generalist' }], fte: 1 },
      {
        email: 'coach@regio.example',
        naam: 'Coen Coach',
        rollen: [{ rol: 'doorstroomcoach', gemeenten: ['0796'] }],
        fte: 0.8,
        afwezig: [{ van: '2026-08-03', tot: '2026-08-21', vervanger: 'bewaker@regio.example' }],
      },
      { email: 'zorg@school.example', naam: 'Zara Zorg', rollen: [{ rol: 'zorgcoordinator', scholen: ['99AA00'] }] },
    ],
    teams: [{ code: 'coaches', naam: 'Doorstroomcoaches', leden: ['coach@regio.example'] }],
    routeringsregels: [
      { volgorde: 10, als: { periode: ['voorStart'], school: ['99AA00'] }, team: 'coaches', geldigVan: '2025-08-01' },
      { volgorde: 90, als: {}, team: 'coaches' },
    ],
    clients: [{ id: 'school-99AA', rol: 'aanleveraar', scholen: ['99AA00'] }],
    signaleringskalender: [
      {
        signaal: 'geenAanmelding',
        profiel: 'vervolgonderwijs',
        schooljaar: '2025-2026',
        maandDag: '04-02',
        minimaal: 'aangemeld',
      },
      {
        signaal: 'nietIngeschreven',
        profiel: 'vervolgonderwijs',
        schooljaar: '2025-2026',
        naEersteLesdagWerkdagen: 7,
        minimaal: 'ingeschreven',
      },
    ],
    uitslagGrens: { '2025-2026': '2026-07-08' },
  };
}
