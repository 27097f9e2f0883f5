import type { Situatie } from './situatie.js';
import { ROC_TWEE, VO_ANDERS } from './toneel.js';

/** The turn of the school year, and one signaal for one cause through the year. */
export const JAARWISSEL: readonly Situatie[] = [
  {
    wat: '1 May and 1 June are reminders on the open signaal, each once, never a new one',
    avonden: [
      { op: '2026-04-02', verwacht: { signalen: ['geenAanmelding'], ooit: 1, herinnerd: 0 } },
      { op: '2026-04-30', verwacht: { ooit: 1, herinnerd: 0 } },
      { op: '2026-05-01', verwacht: { signalen: ['geenAanmelding'], ooit: 1, herinnerd: 1 } },
      { op: '2026-05-02', verwacht: { ooit: 1, herinnerd: 1 } },
      // the night of 1 June was missed
      { op: '2026-06-03', verwacht: { signalen: ['geenAanmelding'], ooit: 1, herinnerd: 2 } },
      { op: '2026-06-04', verwacht: { ooit: 1, herinnerd: 2 } },
    ],
  },
  {
    wat: 'no reminder of what was opened since, nor of what is closed, nor in the part after a delivery',
    avonden: [
      { op: '2026-04-02', rijen: [{ status: 'aangemeld' }], verwacht: { signalen: [] } },
      { op: '2026-05-01', deel: true, verwacht: { herinnerd: 0 } },
      {
        op: '2026-05-01',
        rijen: [{ status: 'ingetrokken' }],
        verwacht: { signalen: ['ingetrokken'], herinnerd: 0 },
      },
      { op: '2026-06-01', verwacht: { signalen: ['ingetrokken'], herinnerd: 0 } },
    ],
  },
  {
    wat: 'isk from 1 June: no reminder on the day itself',
    kandidaat: { soort: 'isk' },
    avonden: [{ op: '2026-06-01', verwacht: { signalen: ['geenAanmelding'], herinnerd: 0 } }],
  },
  {
    wat: 'the same cause again after it was over is another signaal; while it is open it is one',
    avonden: [
      { op: '2026-04-02', verwacht: { signalen: ['geenAanmelding'], ooit: 1 } },
      { op: '2026-04-03', verwacht: { ooit: 1 } },
      { op: '2026-04-04', kandidaat: { vervolgkeuze: 'havo' }, verwacht: { signalen: [], ooit: 1, casus: 'gesloten' } },
      {
        op: '2026-04-08',
        kandidaat: { vervolgkeuze: 'mbo' },
        verwacht: { signalen: ['geenAanmelding'], ooit: 2, casus: 'open' },
      },
    ],
  },
  {
    wat: 'herexamen, then failed and back at school: no signaal all summer, proof from eersteLesdag + 10 werkdagen',
    avonden: [
      {
        op: '2026-07-01',
        kandidaat: { uitslag: 'herexamen' },
        rijen: [{ status: 'overeenkomstAangeboden', bijzonderheid: 'voorwaardelijk' }],
        verwacht: { signalen: [], stand: 'onderweg' },
      },
      {
        op: '2026-07-08',
        kandidaat: { uitslag: 'afgewezen' },
        rijen: [{ status: 'ingetrokken' }],
        verwacht: { onderdrukt: 'afgewezen', signalen: [], stand: 'onderweg' },
      },
      { op: '2026-08-31', verwacht: { onderdrukt: 'afgewezen', signalen: [], ooit: 0 } },
      { op: '2026-09-07', verwacht: { status: 'aangekomen', stand: 'aangekomen', ooit: 0 } },
    ],
  },
  {
    wat: 'herexamen, then failed and gone: uitgevallen when the school delivers without',
    avonden: [
      { op: '2026-07-01', kandidaat: { uitslag: 'herexamen' }, rijen: [{ status: 'overeenkomstAangeboden' }] },
      {
        op: '2026-07-08',
        kandidaat: { uitslag: 'afgewezen' },
        rijen: [{ status: 'ingetrokken' }],
        verwacht: { signalen: [] },
      },
      {
        op: '2026-08-25',
        rijen: [{ sleutel: 'eigen', weg: true }],
        verwacht: { signalen: ['uitgevallen'], stand: 'inBehandeling' },
      },
      { op: '2026-10-01', verwacht: { signalen: ['uitgevallen'], ooit: 1 } },
    ],
  },
  {
    wat: 'failed, and to vavo in August: follow-on, arrived after 10 werkdagen',
    kandidaat: { uitslag: 'afgewezen', vervolgkeuze: 'vavo' },
    avonden: [
      { op: '2026-07-10', verwacht: { onderdrukt: 'afgewezen', signalen: [] } },
      {
        op: '2026-08-25',
        rijen: [
          { sleutel: 'eigen', status: 'uitgeschreven', statusDatum: '2026-07-31', eind: '2026-07-31' },
          { school: VO_ANDERS, soort: 'vavo', status: 'ingeschreven' },
        ],
        verwacht: { status: 'ingeschreven', signalen: [] },
      },
      { op: '2026-09-07', verwacht: { status: 'aangekomen' } },
    ],
  },
  {
    wat: 'zittenblijven without an uitslag: an intention until eersteLesdag + 10 werkdagen, then it needs proof',
    kandidaat: { vervolgkeuze: 'zittenblijven' },
    avonden: [
      { op: '2026-07-08', verwacht: { onderdrukt: 'voorgenomenVervolg', signalen: [] } },
      { op: '2026-09-06', verwacht: { onderdrukt: 'voorgenomenVervolg', signalen: [] } },
      { op: '2026-09-07', verwacht: { onderdrukt: null, signalen: ['nietIngeschreven'] } },
      // the school says that it is so
      { op: '2026-09-08', kandidaat: { uitslag: 'afgewezen' }, verwacht: { status: 'aangekomen', signalen: [] } },
    ],
  },
  {
    wat: 'failed, and candidate again next year: arrived for this cohort, the flag of September changes nothing',
    kandidaat: { uitslag: 'afgewezen' },
    avonden: [
      { op: '2026-09-07', verwacht: { status: 'aangekomen' } },
      {
        op: '2026-10-01',
        doe: (t, l, s) => t.kandidaat(l, s, { schooljaar: 2026 }),
        verwacht: { status: 'aangekomen', signalen: [] },
      },
      // leaving it after afgewezen is leaving before the diploma, also in the second year
      {
        op: '2026-11-10',
        rijen: [{ sleutel: 'eigen', status: 'uitgeschreven', statusDatum: '2026-11-09' }],
        verwacht: { signalen: ['uitgevallen'], stand: 'inBehandeling' },
      },
    ],
  },
  {
    wat: 'last year\u2019s flag is still in the September file: no candidate of the new cohort',
    kandidaat: { eerste: '2025-08-25', laatste: '2025-09-30' },
    avonden: [{ op: '2025-10-10', verwacht: 'geenTraject' }],
  },
  {
    wat: 'a flag of August that is there on 1 October still is one',
    kandidaat: { eerste: '2025-08-25', laatste: '2025-10-01' },
    avonden: [{ op: '2025-10-10', verwacht: { stand: 'onderweg' } }],
  },
  {
    wat: 'vwo: followed only after afgewezen',
    kandidaat: { soort: 'vwo' },
    gevolgd: ['vwo'],
    avonden: [
      { op: '2026-06-01', verwacht: 'geenTraject' },
      { op: '2026-06-12', kandidaat: { uitslag: 'afgewezen' }, verwacht: { onderdrukt: 'afgewezen', signalen: [] } },
      { op: '2026-09-07', verwacht: { status: 'aangekomen' } },
    ],
  },
  {
    wat: 'entree: rolling intake, a start in February of the cohort year counts',
    kandidaat: { soort: 'mbo', niveau: 1, begin: '2025-08-25' },
    avonden: [
      {
        op: '2026-02-13',
        rijen: [{ school: ROC_TWEE, status: 'ingeschreven', begin: '2026-02-02' }],
        verwacht: { status: 'ingeschreven', signalen: [] },
      },
      { op: '2026-02-16', verwacht: { status: 'aangekomen' } },
      { op: '2026-06-01', verwacht: { signalen: [] } },
    ],
  },
  {
    wat: 'vso profiel arbeid without any vervolgkeuze: from 1 July, and a bestemming meets it',
    kandidaat: { soort: 'vso', profiel: 'arbeid', geboortedatum: '2007-03-01' },
    avonden: [
      { op: '2026-06-30', verwacht: { vraag: null, signalen: [] } },
      { op: '2026-07-01', verwacht: { signalen: ['geenPlaatsing'] } },
      {
        op: '2026-07-02',
        doe: (t, l) => t.bestem(l, 'werkZonderStartkwalificatie', '2026-07-02', '2027-07-31'),
        verwacht: { signalen: [], stand: 'verklaard', casus: 'gesloten' },
      },
      { op: '2026-10-01', verwacht: { signalen: [], stand: 'verklaard' } },
    ],
  },
];
