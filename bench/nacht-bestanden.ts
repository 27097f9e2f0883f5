import type { RegiobestandDto } from '#inrichting';
import { bsn } from './intake-bestand.js';

/** An export of one school, line by line. */
export interface Nachtbestand {
  school: string;
  kop: string;
  rijen: string[];
}

export const PROCESBEWAKER = 'bewaker@bench.example';
const COACHES = Array.from({ length: 60 }, (_, n) => `coach${n}@bench.example`);

const VO = 58;
const MBO = 6;
const KANDIDATEN = 103;
const MBO_RIJEN = 5_838;
/** Of each hundred rows this many change in a night. */
const ANDERS = 2;

const KOP =
  'leerlingnummer;aanmeldingId;pgn;achternaam;roepnaam;geboortedatum;postcode;gemeentecode;onderwijssoort;leerweg;niveau;opleidingscode;groep;status;statusDatum;begindatum;examenkandidaat;uitslag;vervolgkeuze';

/** All files of a night. Of the candidates five in six have applied, and a few withdraw on the second night. */
export function bestandenVan(nacht: 0 | 1): Nachtbestand[] {
  return [
    ...Array.from({ length: VO }, (_, school) => ({
      ...{ school: brin(school), kop: KOP },
      rijen: Array.from({ length: KANDIDATEN }, (__, n) => kandidaat(school * KANDIDATEN + n, nacht)),
    })),
    ...Array.from({ length: MBO }, (_, school) => ({
      ...{ school: brin(VO + school), kop: KOP },
      rijen: Array.from({ length: MBO_RIJEN }, (__, n) => aanmelding(n * MBO + school, nacht)),
    })),
  ];
}

/** The region that these files are of. */
export function regiobestand(): RegiobestandDto {
  const scholen = Array.from({ length: VO + MBO }, (_, n) => n);
  return {
    regio: { nummer: 36, naam: 'Bench', vakantiezone: 'Zuid', procesbewaker: PROCESBEWAKER },
    gemeenten: [{ code: '0796', naam: 'Bench' }],
    scholen: scholen.map((n) => {
      const soort = n < VO ? 'vmbo' : 'mbo';
      const [vestiging, naam] = [brin(n).slice(4), `School ${n}`];
      const meer = { onderwijssoorten: [soort], gemeente: '0796', gevolgd: n < VO ? ['vmbo'] : [], levert: true };
      return { brin: brin(n).slice(0, 4), vestigingsnummer: vestiging, naam, ...meer };
    }),
    medewerkers: [
      { email: PROCESBEWAKER, naam: 'Bewaker', rollen: [{ rol: 'generalist' }], fte: 1 },
      ...COACHES.map((email, n) => ({
        ...{ email, naam: `Coach ${n}`, fte: 1 },
        rollen: [{ rol: 'doorstroomcoach' as const, gemeenten: ['0796'] }],
      })),
    ],
    teams: [{ code: 'coaches', naam: 'Coaches', leden: COACHES, casussenPerFte: 120 }],
    routeringsregels: [{ volgorde: 10, als: {}, team: 'coaches', omschrijving: 'Iedereen: een doorstroomcoach' }],
    clients: [{ id: 'bench', rol: 'aanleveraar', scholen: scholen.map(brin) }],
  };
}

function brin(n: number): string {
  return `99${String.fromCodePoint(65 + Math.floor(n / 26))}${String.fromCodePoint(65 + (n % 26))}00`;
}

const verandert = (n: number, nacht: 0 | 1): boolean => nacht === 1 && n % 100 < ANDERS;

function wie(n: number): string {
  const geboren = new Date(Date.UTC(2009, 0, 1 + (n % 700))).toISOString().slice(0, 10);
  return `${bsn(n)};Achternaam${n % 9_000};Roepnaam${n % 800};${geboren};${5_200 + (n % 90)}AB;0796`;
}

function kandidaat(n: number, nacht: 0 | 1): string {
  const groep = verandert(n, nacht) ? '4B' : '4A';
  return `${100_000 + n};;${wie(n)};vmbo;tl;;;${groep};ingeschreven;;2022-08-22;J;onbekend;mbo`;
}

/** The first rows are of candidates, but for every sixth; the others of students whom nobody follows. */
function aanmelding(n: number, nacht: 0 | 1): string {
  const kandidaten = VO * KANDIDATEN;
  const persoon = n < kandidaten && n % 6 !== 5 ? n : kandidaten + n;
  const status = verandert(n, nacht) ? 'ingetrokken' : 'aangemeld';
  const datum = status === 'aangemeld' ? '2026-02-01' : '2026-04-15';
  return `S${n};A${n};${wie(persoon)};mbo;bol;3;25655;;${status};${datum};2026-08-24;N;;`;
}
