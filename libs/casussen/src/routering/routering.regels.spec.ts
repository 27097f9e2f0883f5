import type { Invoer, Lid, Regel } from './routering.js';
import { binnenBereik, pasRegel, Verdeler } from './routering.regels.js';

const bewaker = { id: '99', naam: 'Bea Bewaker' };
const invoer: Invoer = {
  leerlingId: '1',
  school: '99AA00',
  schoolNaam: 'Demo College',
  schoolGemeente: '0796',
  woongemeente: '0828',
  woongemeenteNaam: 'Oss',
  inRegio: true,
  doelgroep: 'leerplicht',
  onderwijssoort: 'vmbo',
  signalen: ['geenPlaatsing'],
  periode: 'naStart',
  leeftijd: 16,
};
const alles: Regel = {
  id: '1',
  omschrijving: 'alles',
  team: 'oost',
  periode: null,
  school: null,
  woongemeente: [],
  doelgroep: null,
  onderwijssoort: null,
  signaal: null,
};
const lid = (id: string, extra: Partial<Lid> = {}): Lid => ({
  medewerkerId: id,
  naam: `M${id}`,
  capaciteit: 80,
  aanwezig: true,
  heleRegio: true,
  gemeenten: [],
  scholen: [],
  ...extra,
});
const last = (medewerkerId: string, openCasussen: number, laatstToegewezen = 0) => ({
  medewerkerId,
  openCasussen,
  laatstToegewezen,
});
const verdeler = (leden: Lid[], lasten = leden.map((l) => last(l.medewerkerId, 0)), regels = [alles]) =>
  new Verdeler({ regels, teams: [{ code: 'oost', naam: 'Oost', leden }], lasten, procesbewaker: bewaker }, 1_000);

describe('pasRegel', () => {
  it.each<[string, Partial<Regel>, boolean]>([
    ['no condition', {}, true],
    ['its periode', { periode: ['naStart'] }, true],
    ['another periode', { periode: ['voorStart'] }, false],
    ['its school', { school: ['99BB00', '99AA00'] }, true],
    ['another school', { school: ['99BB00'] }, false],
    ['its woongemeente', { woongemeente: ['0828'] }, true],
    ['another woongemeente', { woongemeente: ['0796'] }, false],
    ['its doelgroep', { doelgroep: ['leerplicht'] }, true],
    ['another doelgroep', { doelgroep: ['doorstroompunt'] }, false],
    ['its onderwijssoort', { onderwijssoort: ['vmbo'] }, true],
    ['another onderwijssoort', { onderwijssoort: ['pro'] }, false],
    ['its signaal', { signaal: ['geenPlaatsing'] }, true],
    ['another signaal', { signaal: ['ingetrokken'] }, false],
    ['one of two conditions that fails', { school: ['99AA00'], doelgroep: ['doorstroompunt'] }, false],
  ])('judges a rule with %s', (_, eis, past) => {
    expect(pasRegel([{ ...alles, ...eis }], invoer) !== null).toBe(past);
  });

  it('takes the first that fits', () => {
    const regels = [
      { ...alles, id: '1', school: ['99BB00'] },
      { ...alles, id: '2' },
      { ...alles, id: '3' },
    ];
    expect(pasRegel(regels, invoer)?.id).toBe('2');
  });

  it('holds an unknown onderwijssoort for none of those asked', () => {
    expect(pasRegel([{ ...alles, onderwijssoort: ['vmbo'] }], { ...invoer, onderwijssoort: null })).toBeNull();
  });
});

describe('binnenBereik', () => {
  const oss = lid('1', { heleRegio: false, gemeenten: ['0828'] });
  const bosch = lid('2', { heleRegio: false, gemeenten: ['0796'] });
  const school = lid('3', { heleRegio: false, scholen: ['99AA00'] });
  it.each([
    ['voorStart: gemeente of the exam school', { periode: 'voorStart' as const }, [false, true, true]],
    ['naStart: woongemeente', {}, [true, false, false]],
    ['outside the region: the exam school', { woongemeente: '0344', inRegio: false }, [false, true, true]],
  ])('%s', (_, extra, verwacht) => {
    expect([oss, bosch, school].map((l) => binnenBereik(l, { ...invoer, ...extra }))).toEqual(verwacht);
  });
});

describe('Verdeler', () => {
  it('gives it to the lowest load', () => {
    const v = verdeler([lid('1'), lid('2'), lid('3')], [last('1', 17), last('2', 14), last('3', 19)]);
    expect(v.kies(invoer).medewerker.id).toBe('2');
  });

  it('weighs the load by capacity', () => {
    const v = verdeler([lid('1', { capaciteit: 80 }), lid('2', { capaciteit: 40 })], [last('1', 20), last('2', 11)]);
    expect(v.kies(invoer).medewerker.id).toBe('1');
  });

  it.each([
    ['absent', { aanwezig: false }],
    ['out of scope', { heleRegio: false, gemeenten: ['0796'] }],
    ['full', { capaciteit: 0 }],
  ])('passes over who is %s, and says so', (_, extra) => {
    const keuze = verdeler([lid('1', extra), lid('2')], [last('1', 0), last('2', 30)]).kies(invoer);
    expect(keuze.medewerker.id).toBe('2');
    expect(keuze.kandidaten.map((k) => k.medewerker.id)).toEqual(['1', '2']);
    expect(keuze.terugval).toBeNull();
  });

  it('breaks a tie by who was not assigned for the longest time, then by id', () => {
    const leden = [lid('1'), lid('2'), lid('3')];
    const v = verdeler(leden, [last('1', 1, 500), last('2', 1, 100), last('3', 1, 100)]);
    expect(v.kies(invoer).medewerker.id).toBe('2');
  });

  it('spreads a thousand as if they came one by one', () => {
    const leden = [lid('1', { capaciteit: 800 }), lid('2', { capaciteit: 400 }), lid('3', { capaciteit: 400 })];
    const v = verdeler(leden);
    const tel = new Map<string, number>();
    for (let n = 0; n < 1000; n++) {
      const { id } = v.kies(invoer).medewerker;
      tel.set(id, (tel.get(id) ?? 0) + 1);
    }
    expect(Object.fromEntries(tel)).toEqual({ 1: 500, 2: 250, 3: 250 });
  });

  it('stores the loads as they were at that moment', () => {
    const v = verdeler([lid('1')]);
    expect(v.kies(invoer).kandidaten[0]?.openCasussen).toBe(0);
    expect(v.kies(invoer).kandidaten[0]?.openCasussen).toBe(1);
  });

  it('moves «last assigned» on for each, later than any before', () => {
    const v = verdeler([lid('1'), lid('2')], [last('1', 0, 9_000_000), last('2', 0)]);
    v.kies(invoer);
    v.kies(invoer);
    const [een, twee] = v.toegewezen;
    expect([een?.medewerkerId, twee?.medewerkerId]).toEqual(['2', '1']);
    expect(een?.laatstToegewezen).toBeGreaterThan(9_000_000);
    expect(twee?.laatstToegewezen).toBeGreaterThan(een?.laatstToegewezen ?? 0);
  });

  it.each([
    ['a full team', [lid('1', { capaciteit: 1 })], [last('1', 1)], [alles], 'teamVol'],
    ['an empty team', [], [], [alles], 'teamLeeg'],
    ['a team in which nobody is there', [lid('1', { aanwezig: false })], [last('1', 0)], [alles], 'teamLeeg'],
    ['a team that ended', [lid('1')], [last('1', 0)], [{ ...alles, team: 'west' }], 'teamLeeg'],
    ['no rule', [lid('1')], [last('1', 0)], [], 'geenRegel'],
  ] as const)('falls back on the procesbewaker with %s', (_, leden, lasten, regels, terugval) => {
    const keuze = verdeler([...leden], [...lasten], [...regels]).kies(invoer);
    expect(keuze).toMatchObject({ medewerker: bewaker, terugval });
  });

  it('fills a team to its last place and gives the rest to the procesbewaker', () => {
    const v = verdeler([lid('1', { capaciteit: 2 })]);
    expect([1, 2, 3].map(() => v.kies(invoer).medewerker.id)).toEqual(['1', '1', '99']);
  });
});
