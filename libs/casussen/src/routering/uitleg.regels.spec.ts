import type { Invoer, Kandidaat, Keuze } from './routering.js';
import { leeftijdOp, leesUitleg, schrijfUitleg } from './uitleg.regels.js';

const invoer = {
  school: '99AA00',
  schoolNaam: 'Demo College',
  woongemeenteNaam: 'Oss',
  inRegio: true,
  doelgroep: 'leerplicht',
  periode: 'naStart',
  leeftijd: 17,
} as Invoer;
const kandidaat = (id: string, openCasussen: number, extra: Partial<Kandidaat> = {}): Kandidaat => ({
  medewerker: { id, naam: `M${id}` },
  openCasussen,
  capaciteit: 80,
  aanwezig: true,
  binnenBereik: true,
  ...extra,
});
const keuze = (kandidaten: Kandidaat[], extra: Partial<Keuze> = {}): Keuze => ({
  invoer,
  medewerker: { id: '1', naam: 'Anna' },
  regel: null,
  team: { code: 'oost', naam: 'Oost' },
  kandidaten,
  terugval: null,
  ...extra,
});
const eigen = { roepnaam: 'Milan', eigenaar: null };
const zin = (k: Keuze, lezer: Parameters<typeof leesUitleg>[1] = eigen) => leesUitleg(schrijfUitleg(k), lezer);

describe('schrijfUitleg', () => {
  it('reads like the words of the werkplek', () => {
    expect(zin(keuze([kandidaat('1', 14), kandidaat('2', 17), kandidaat('3', 19)]))).toBe(
      "Milan woont in Oss en is 17. Leerplicht in Oss hoort bij team Oost. U had daar de meeste ruimte: 14 casussen, uw collega's 17 en 19. Klopt dit niet? Geef de casus terug.",
    );
  });

  it('speaks of the owner to another reader, and of «de leerling» to who may not see the name', () => {
    expect(zin(keuze([kandidaat('1', 1), kandidaat('2', 17)]), { roepnaam: null, eigenaar: 'Anna' })).toBe(
      'De leerling woont in Oss en is 17. Leerplicht in Oss hoort bij team Oost. Anna had daar de meeste ruimte: 1 casus, de collega 17.',
    );
  });

  it('names the school before the first lesson day', () => {
    expect(zin(keuze([kandidaat('1', 0)], { invoer: { ...invoer, periode: 'voorStart' } }))).toBe(
      'Milan zit op Demo College en is 17. Tot de eerste lesdag hoort Demo College bij team Oost. Alleen u had daar ruimte: 0 casussen. Klopt dit niet? Geef de casus terug.',
    );
  });

  it.each([
    ['one colleague', 1, 'een collega'],
    ['two colleagues', 2, "2 collega's"],
  ])('says how a tie with %s was broken', (_, aantal, wie) => {
    const anderen = Array.from({ length: aantal }, (__, n) => kandidaat(String(n + 2), 3));
    expect(zin(keuze([kandidaat('1', 3), ...anderen]))).toContain(
      `U had daar evenveel ruimte als ${wie} en kreeg het langst niets: 3 casussen`,
    );
  });

  it('leaves out who could not get it, and gives a range for many', () => {
    const anderen = [10, 12, 14, 16, 20].map((n, plaats) => kandidaat(String(plaats + 2), n));
    expect(zin(keuze([kandidaat('1', 3), ...anderen, kandidaat('9', 0, { aanwezig: false })]))).toContain(
      "3 casussen, uw collega's 10 tot 20.",
    );
  });

  it.each([
    ['teamVol', 'Dat team zit vol.'],
    ['teamLeeg', 'Daar is nu niemand die de casus kan krijgen.'],
  ] as const)('explains the fallback %s', (terugval, tekst) => {
    expect(zin(keuze([kandidaat('2', 80)], { terugval }))).toBe(
      `Milan woont in Oss en is 17. Leerplicht in Oss hoort bij team Oost. ${tekst} Daarom staat de casus bij de procesbewaker.`,
    );
  });

  it('explains that no rule fits', () => {
    expect(zin(keuze([], { terugval: 'geenRegel', team: null }))).toBe(
      'Milan woont in Oss en is 17. Geen routeringsregel wijst een team aan. Daarom staat de casus bij de procesbewaker.',
    );
  });

  it('speaks of the Doorstroompunt for who is no longer leerplichtig', () => {
    expect(zin(keuze([kandidaat('1', 0)], { invoer: { ...invoer, doelgroep: 'doorstroompunt' } }))).toContain(
      'Doorstroompunt in Oss hoort bij team Oost.',
    );
  });

  it('takes a name as it is', () => {
    expect(zin(keuze([kandidaat('1', 0)]), { roepnaam: '$& {uw}', eigenaar: null })).toMatch(/^\$& \{uw\} woont/);
  });
});

it.each([
  ['2009-09-01', 16],
  ['2009-09-02', 15],
  ['2008-12-31', 16],
])('counts the birthday itself: born %s is %i on 1 September 2025', (geboren, leeftijd) => {
  expect(leeftijdOp(geboren, '2025-09-01')).toBe(leeftijd);
});
