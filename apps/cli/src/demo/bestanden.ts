import { demoLeerlingen, type DemoLeerling } from './leerlingen.js';
import { MBO_SCHOLEN, VO_SCHOLEN } from './regio.js';
import { Toeval } from './toeval.js';

/** One export of a demo school, as that school would upload it. */
export interface DemoBestand {
  school: string;
  client: string;
  peildatum: string;
  csv: string;
}

const KOLOMMEN = [
  'leerlingnummer',
  'pgn',
  'achternaam',
  'voorvoegsel',
  'roepnaam',
  'geboortedatum',
  'geslacht',
  'postcode',
  'gemeentecode',
  'onderwijssoort',
  'leerweg',
  'niveau',
  'opleidingscode',
  'opleiding',
  'status',
  'statusDatum',
  'verschenenOp',
  'bijzonderheid',
  'begindatum',
  'einddatum',
  'examenkandidaat',
  'uitslag',
  'uitstroomprofiel',
  'vervolgkeuze',
] as const;

type Rij = Partial<Record<(typeof KOLOMMEN)[number], string>>;

const OPLEIDINGEN = [
  ['25180', 'Verkoper', '2'],
  ['25605', 'ICT support', '3'],
  ['25655', 'Verzorgende IG', '3'],
  ['25998', 'Software developer', '4'],
  ['25168', 'Kok', '2'],
] as const;

/** The mbo files come first: what arrives there waits, unread, until a vo school says who is a candidate. */
export function demoBestanden(): DemoBestand[] {
  const leerlingen = demoLeerlingen();
  return [
    ...MBO_SCHOLEN.map(([brin], nr) => bestand(brin, '2026-09-09', mboRijen(leerlingen, nr))),
    ...VO_SCHOLEN.map(([brin]) => bestand(brin, '2026-07-10', eigen(leerlingen, brin).map(kandidaat))),
    ...VO_SCHOLEN.map(([brin]) => bestand(brin, '2026-09-09', eigen(leerlingen, brin).flatMap(nogHier))),
  ].filter(({ csv }) => csv.includes('\r\n', csv.indexOf('\r\n') + 2));
}

function bestand(brin: string, peildatum: string, rijen: Rij[]): DemoBestand {
  const regels = rijen.map((rij) => KOLOMMEN.map((kolom) => rij[kolom] ?? '').join(';'));
  return {
    school: `${brin}00`,
    client: `school-${brin}`,
    peildatum,
    csv: `${[KOLOMMEN.join(';'), ...regels].join('\r\n')}\r\n`,
  };
}

function eigen(leerlingen: DemoLeerling[], brin: string): DemoLeerling[] {
  return leerlingen.filter((l) => l.school === `${brin}00`);
}

function wie(l: DemoLeerling): Rij {
  return {
    leerlingnummer: l.leerlingnummer,
    pgn: l.pgn ?? '',
    achternaam: l.achternaam,
    voorvoegsel: l.voorvoegsel,
    roepnaam: l.roepnaam,
    geboortedatum: l.geboortedatum,
    geslacht: l.geslacht,
    postcode: l.postcode,
    gemeentecode: l.woonplaats.code,
  };
}

function kandidaat(l: DemoLeerling): Rij {
  const examen = l.onderwijssoort === 'vmbo';
  return {
    ...wie(l),
    onderwijssoort: l.onderwijssoort,
    leerweg: l.leerweg,
    begindatum: '2022-08-22',
    status: 'ingeschreven',
    examenkandidaat: 'J',
    uitslag: examen ? (l.loop === 'gezaktEnTerug' ? 'afgewezen' : 'geslaagd') : '',
    uitstroomprofiel: l.onderwijssoort === 'pro' ? 'vervolgonderwijs' : '',
    vervolgkeuze: l.loop === 'naarHavo' ? 'havo' : l.loop === 'gezaktEnTerug' ? 'vmbo' : 'mbo',
  };
}

/** Last year's candidates who are at a vo school now: in havo 4, or for another exam year. */
function nogHier(l: DemoLeerling): Rij[] {
  const nu = { ...wie(l), status: 'ingeschreven', begindatum: '2026-08-01', examenkandidaat: 'N' };
  if (l.loop === 'naarHavo') return [{ ...nu, onderwijssoort: 'havo' }];
  if (l.loop === 'gezaktEnTerug')
    return [{ ...nu, onderwijssoort: 'vmbo', leerweg: l.leerweg, examenkandidaat: 'J', begindatum: '2022-08-22' }];
  return [];
}

/** Applications and enrolments at one of the two mbo schools, and some of people whom nobody follows here. */
function mboRijen(leerlingen: DemoLeerling[], nr: number): Rij[] {
  const toeval = new Toeval(1000 + nr);
  const hier = leerlingen.filter((_, volg) => volg % MBO_SCHOLEN.length === nr);
  return [...hier.flatMap((l, volg) => aanmelding(l, toeval, nr, volg)), ...anderen(toeval, nr)];
}

function aanmelding(l: DemoLeerling, toeval: Toeval, nr: number, volg: number): Rij[] {
  const vorm = STAND[l.loop];
  if (vorm === null) return [];
  const [code, naam, niveau] = toeval.kies(OPLEIDINGEN);
  return [
    {
      ...wie(l),
      leerlingnummer: String(500_000 + nr * 100_000 + volg),
      onderwijssoort: 'mbo',
      leerweg: 'bol',
      niveau,
      opleidingscode: code,
      opleiding: naam,
      begindatum: '2026-08-24',
      ...vorm,
    },
  ];
}

const STAND: Readonly<Record<DemoLeerling['loop'], Rij | null>> = {
  aangekomen: { status: 'ingeschreven', statusDatum: '2026-06-15', verschenenOp: '2026-08-25' },
  begintLater: { status: 'ingeschreven', statusDatum: '2026-08-20', begindatum: '2026-09-07' },
  naarHavo: null,
  gezaktEnTerug: { status: 'ingetrokken', statusDatum: '2026-07-01' },
  nietAangemeld: null,
  alleenAangemeld: { status: 'aangemeld', statusDatum: '2026-03-20' },
  plaatsAangeboden: { status: 'overeenkomstAangeboden', statusDatum: '2026-06-20' },
  ingetrokken: { status: 'ingetrokken', statusDatum: '2026-08-18' },
  afgewezen: { status: 'afgewezen', statusDatum: '2026-06-02' },
  nietVerschenen: { status: 'nietVerschenen', statusDatum: '2026-09-01' },
  uitgeschreven: {
    status: 'uitgeschreven',
    statusDatum: '2026-09-08',
    verschenenOp: '2026-08-25',
    einddatum: '2026-09-08',
  },
};

/** Students from elsewhere: their rows match nobody in a cohort and make no leerling. */
function anderen(toeval: Toeval, nr: number): Rij[] {
  return Array.from({ length: 150 }, (_, volg) => {
    const [code, naam, niveau] = toeval.kies(OPLEIDINGEN);
    return {
      leerlingnummer: String(900_000 + nr * 10_000 + volg),
      achternaam: `Elders${toeval.kies(['man', 'dijk', 'berg', 'veld'])}`,
      roepnaam: toeval.kies(['Alex', 'Robin', 'Sam', 'Kim']),
      geboortedatum: `${toeval.geheel(2003, 2006)}-0${toeval.geheel(1, 9)}-1${toeval.geheel(0, 9)}`,
      onderwijssoort: 'mbo',
      leerweg: 'bbl',
      niveau,
      opleidingscode: code,
      opleiding: naam,
      status: 'ingeschreven',
      begindatum: '2025-08-25',
    };
  });
}
