/** The moments of the year: a whole doorstroomcontrole ends each. */
export const MOMENTEN = [
  '2026-03-15',
  '2026-04-02',
  '2026-04-20',
  '2026-07-01',
  '2026-07-09',
  '2026-08-31',
  '2026-09-08',
  '2026-10-01',
  '2026-11-16',
] as const;

export type Moment = (typeof MOMENTEN)[number];

/** What one school delivers of a pupil on a date; every column as it stands in the file. */
export type Levering = Readonly<Record<string, string>>;

export interface Leerling {
  nr: string;
  geboren: string;
  gemeente?: string;
  /** Where they are candidate. */
  school: '99AA00' | '99AB00' | '99AP00';
  /** Columns of the candidate row, from the date on which they hold; `null` takes the row out of the file. */
  kandidaat?: Readonly<Partial<Record<Moment, Levering | null>>>;
  /** The mbo school, and its row(s) from each date on. */
  bij?: '99ZZ00' | '99ZY00';
  aanmelding?: Readonly<Partial<Record<Moment, Levering | Levering[]>>>;
  /**
   * What must be true at each moment, worked out by hand from domain.md: `o` onderweg, `a` aangekomen, or inBehandeling
   * by coach A, coach B, Leerplicht, Rmc.
   */
  verwacht: string;
}

const GESLAAGD: Levering = { uitslag: 'geslaagd' };
const aangemeld: Levering = { status: 'aangemeld' };
const plaats: Levering = { status: 'overeenkomstAangeboden' };
const ingeschreven: Levering = { status: 'ingeschreven' };
const verschenen: Levering = { status: 'ingeschreven', verschenenOp: '2026-08-25' };
/** The ordinary way: applied in time, a place before the summer, enrolled, there in September. */
const VLOT: Leerling['aanmelding'] = {
  '2026-03-15': aangemeld,
  '2026-07-01': plaats,
  '2026-08-31': ingeschreven,
  '2026-09-08': verschenen,
};
const vmboA = { school: '99AA00', bij: '99ZZ00', kandidaat: { '2026-07-09': GESLAAGD } } as const;
const vmboB = { school: '99AB00', bij: '99ZY00', gemeente: '0828', kandidaat: { '2026-07-09': GESLAAGD } } as const;

export const LEERLINGEN: readonly Leerling[] = [
  // goes as it should
  { nr: 'p01', geboren: '2009-11-03', ...vmboA, aanmelding: VLOT, verwacht: 'o o o o o o a a a' },
  // never applies anywhere
  { nr: 'p02', geboren: '2009-10-12', ...vmboA, verwacht: 'o A A A A A A A A' },
  // applies after the deadline, has no place in July, enrols in the summer
  {
    ...{ nr: 'p03', geboren: '2010-01-20', ...vmboA, verwacht: 'o A o o A o a a a' },
    aanmelding: { '2026-04-20': aangemeld, '2026-08-31': ingeschreven },
  },
  // three applications at one school, two of them withdrawn: the third counts
  {
    ...{ nr: 'p04', geboren: '2009-09-01', ...vmboA, verwacht: 'o o o o o o a a a' },
    aanmelding: {
      '2026-03-15': drie('aangemeld', 'aangemeld', 'aangemeld'),
      '2026-04-20': drie('aangemeld', 'ingetrokken', 'ingetrokken'),
      '2026-07-01': drie('overeenkomstAangeboden', 'ingetrokken', 'ingetrokken'),
      '2026-08-31': drie('ingeschreven', 'ingetrokken', 'ingetrokken'),
      '2026-09-08': drie('ingeschreven', 'ingetrokken', 'ingetrokken', '2026-08-24'),
    },
  },
  // withdraws in April, has a place elsewhere in July
  {
    ...{ nr: 'p05', geboren: '2009-12-24', ...vmboA, verwacht: 'o o A A o o a a a' },
    aanmelding: {
      '2026-03-15': aangemeld,
      '2026-04-20': { status: 'ingetrokken', statusDatum: '2026-04-17' },
      '2026-07-09': plaats,
      '2026-08-31': ingeschreven,
      '2026-09-08': verschenen,
    },
  },
  // vmbo-tl to havo at the same school: an intention until the start, then proof
  {
    ...{ nr: 'p06', geboren: '2010-02-02', school: '99AA00', verwacht: 'o o o o o o a a a' },
    kandidaat: {
      '2026-03-15': { vervolgkeuze: 'havo' },
      '2026-07-09': { vervolgkeuze: 'havo', uitslag: 'geslaagd' },
      '2026-09-08': { onderwijssoort: 'havo', leerweg: '', begindatum: '2026-08-01', examenkandidaat: 'N' },
    },
  },
  // herexamen, failed, back at school
  {
    ...{ nr: 'p07', geboren: '2010-03-08', school: '99AA00', bij: '99ZZ00', verwacht: 'o o o o o o a a a' },
    kandidaat: {
      '2026-07-09': { uitslag: 'herexamen' },
      '2026-08-31': { uitslag: 'afgewezen', examenkandidaat: 'N' },
      '2026-09-08': { examenkandidaat: 'J', uitslag: '' },
    },
    aanmelding: {
      '2026-03-15': aangemeld,
      '2026-07-01': { ...plaats, bijzonderheid: 'voorwaardelijk' },
      '2026-08-31': { status: 'ingetrokken' },
    },
  },
  // failed and gone: no longer in the September file, no place anywhere
  {
    ...{ nr: 'p08', geboren: '2009-10-30', school: '99AA00', bij: '99ZZ00', verwacht: 'o o o o o o L L L' },
    kandidaat: { '2026-07-09': { uitslag: 'afgewezen' }, '2026-09-08': null },
    aanmelding: { '2026-03-15': aangemeld, '2026-07-01': plaats, '2026-08-31': { status: 'ingetrokken' } },
  },
  // enrolled, did not show up
  {
    ...{ nr: 'p09', geboren: '2009-11-11', ...vmboA, verwacht: 'o o o o o o L L L' },
    aanmelding: { ...VLOT, '2026-09-08': { status: 'nietVerschenen' } },
  },
  // eighteen already, never applies: until the start the coach of the school, at any age
  { nr: 'p10', geboren: '2008-02-14', ...vmboA, verwacht: 'o A A A A A A A A' },
  // arrives, leaves in November
  {
    ...{ nr: 'p11', geboren: '2009-12-01', ...vmboA, verwacht: 'o o o o o o a a L' },
    aanmelding: {
      ...VLOT,
      '2026-11-16': { status: 'uitgeschreven', statusDatum: '2026-11-13', verschenenOp: '2026-08-25' },
    },
  },
  // lives in Oss, goes to school in Den Bosch; applies late
  {
    ...{ nr: 'p12', geboren: '2010-04-04', ...vmboA, gemeente: '0828', verwacht: 'o A o o A o a a a' },
    aanmelding: { '2026-04-20': aangemeld, '2026-08-31': ingeschreven },
  },
  // seen in class on the first delivery after the start
  {
    ...{ nr: 'p13', geboren: '2009-09-19', ...vmboB, verwacht: 'o o o o o a a a a' },
    aanmelding: { ...VLOT, '2026-08-31': verschenen },
  },
  { nr: 'p14', geboren: '2010-05-05', ...vmboB, verwacht: 'o B B B B B B B B' },
  // bbl without a leerbaan: offered, but worth no more than an intake, until there is one
  {
    ...{ nr: 'p15', geboren: '2009-10-01', ...vmboB, verwacht: 'o o o o B o a a a' },
    aanmelding: {
      '2026-03-15': { ...aangemeld, leerweg: 'bbl', bijzonderheid: 'geenLeerbaan' },
      '2026-07-01': { ...plaats, leerweg: 'bbl', bijzonderheid: 'geenLeerbaan' },
      '2026-08-31': { ...ingeschreven, leerweg: 'bbl' },
      '2026-09-08': { ...verschenen, leerweg: 'bbl' },
    },
  },
  // turns eighteen four days before the start and doesn't show up
  {
    ...{ nr: 'p16', geboren: '2008-08-20', ...vmboB, verwacht: 'o o o o o o R R R' },
    aanmelding: { ...VLOT, '2026-09-08': { status: 'nietVerschenen' } },
  },
  // applies outside the region, as the vo school sees it; nobody confirms the arrival
  {
    ...{ nr: 'p17', geboren: '2009-12-12', school: '99AB00', gemeente: '0828', verwacht: 'o o o o o o o L L' },
    kandidaat: {
      '2026-03-15': elders('aangemeld', '2026-03-01'),
      '2026-07-09': { ...elders('ingeschreven', '2026-07-05'), uitslag: 'geslaagd' },
    },
  },
  // pro to work, with a diploma: exempt from the kwalificatieplicht, needs proof from 1 October
  {
    ...{ nr: 'p18', geboren: '2009-05-01', school: '99AP00', verwacht: 'o o o o o o o R R' },
    kandidaat: {
      '2026-03-15': { uitstroomprofiel: 'arbeid', vervolgkeuze: 'werk' },
      '2026-07-09': { uitstroomprofiel: 'arbeid', vervolgkeuze: 'werk', diplomadatum: '2026-07-03' },
    },
  },
  // pro to mbo
  {
    ...{
      nr: 'p19',
      geboren: '2009-06-06',
      school: '99AP00',
      bij: '99ZZ00',
      aanmelding: VLOT,
      verwacht: 'o o o o o o a a a',
    },
    kandidaat: { '2026-03-15': { uitstroomprofiel: 'vervolgonderwijs' } },
  },
  // pro, profile work, nobody knows what next until July; no diploma, so still kwalificatieplichtig in October
  {
    ...{ nr: 'p20', geboren: '2009-05-20', school: '99AP00', verwacht: 'o o o A o o o L L' },
    kandidaat: {
      '2026-03-15': { uitstroomprofiel: 'arbeid' },
      '2026-07-09': { uitstroomprofiel: 'arbeid', vervolgkeuze: 'werk' },
    },
  },
];

function drie(eerste: string, tweede: string, derde: string, verschenenOp = ''): Levering[] {
  return [
    { aanmeldingId: 'a1', status: eerste, verschenenOp, opleidingscode: '25605' },
    { aanmeldingId: 'a2', status: tweede, opleidingscode: '25655' },
    { aanmeldingId: 'a3', status: derde, opleidingscode: '25998' },
  ];
}

function elders(aanmeldstatus: string, aanmeldstatusDatum: string): Levering {
  return {
    vervolgkeuze: 'mbo',
    aanmeldingBrin: '25XX',
    aanmeldingOpleidingscode: '25605',
    aanmeldstatus,
    aanmeldstatusDatum,
  };
}
