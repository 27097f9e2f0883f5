import type { Situatie } from './situatie.js';
import { ROC_TWEE, VO_ANDERS } from './toneel.js';

const VERTROKKEN = (eind: string) => ({ sleutel: 'eigen', status: 'uitgeschreven', statusDatum: eind, eind });

/** uitgevallen: left the exam enrolment before the uitslag, or after afgewezen. */
export const VERTREK: readonly Situatie[] = [
  {
    wat: 'left before any ask: a signaal, until another enrolment is current',
    avonden: [
      {
        op: '2026-02-11',
        rijen: [VERTROKKEN('2026-02-10')],
        verwacht: { vraag: null, signalen: ['uitgevallen'], stand: 'inBehandeling', casus: 'open' },
      },
      { op: '2026-02-12', rijen: [{ status: 'aangemeld' }], verwacht: { signalen: ['uitgevallen'] } },
      {
        op: '2026-02-16',
        rijen: [{ sleutel: 'b', school: VO_ANDERS, status: 'ingeschreven', begin: '2026-02-20' }],
        verwacht: { signalen: ['uitgevallen'] },
      },
      { op: '2026-02-20', verwacht: { signalen: [], casus: 'gesloten' } },
    ],
  },
  {
    wat: 'left while the calendar asked: uitgevallen takes over; back on school the calendar asks again',
    avonden: [
      { op: '2026-04-02', verwacht: { signalen: ['geenAanmelding'], casus: 'open' } },
      { op: '2026-05-11', rijen: [VERTROKKEN('2026-05-10')], verwacht: { signalen: ['uitgevallen'], casus: 'open' } },
      { op: '2026-05-12', verwacht: { signalen: ['uitgevallen'] } },
      {
        op: '2026-05-20',
        rijen: [{ sleutel: 'eigen', status: 'ingeschreven', statusDatum: '2026-05-20', begin: '2022-08-22' }],
        verwacht: { signalen: ['geenAanmelding'], casus: 'open' },
      },
    ],
  },
  {
    wat: 'a status column left empty: a past einddatum is leaving too',
    avonden: [
      {
        op: '2026-02-11',
        rijen: [{ sleutel: 'eigen', status: 'ingeschreven', eind: '2026-02-10' }],
        verwacht: { signalen: ['uitgevallen'] },
      },
    ],
  },
  {
    wat: 'vanished from a full delivery: only a whole run takes it for leaving',
    avonden: [
      { op: '2026-02-11', rijen: [{ sleutel: 'eigen', weg: true }], deel: true, verwacht: { signalen: [] } },
      { op: '2026-02-11', verwacht: { signalen: ['uitgevallen'] } },
    ],
  },
  {
    wat: 'a departure that is announced is none yet',
    avonden: [
      { op: '2026-04-10', rijen: [{ status: 'aangemeld' }, VERTROKKEN('2026-05-01')], verwacht: { signalen: [] } },
      { op: '2026-05-01', verwacht: { signalen: ['uitgevallen'] } },
    ],
  },
  {
    wat: 'left on 30 June with the uitslag open',
    avonden: [
      {
        op: '2026-07-01',
        rijen: [{ status: 'overeenkomstAangeboden' }, VERTROKKEN('2026-06-30')],
        verwacht: { signalen: ['uitgevallen'] },
      },
    ],
  },
  {
    wat: 'left on 1 July with the uitslag open is the end of the year',
    avonden: [
      {
        op: '2026-07-02',
        rijen: [{ status: 'overeenkomstAangeboden' }, VERTROKKEN('2026-07-01')],
        verwacht: { signalen: [], stand: 'onderweg' },
      },
    ],
  },
  {
    wat: 'left after geslaagd',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-06-20',
        rijen: [{ status: 'aangemeld' }, VERTROKKEN('2026-06-19')],
        verwacht: { signalen: [], stand: 'onderweg' },
      },
    ],
  },
  {
    wat: 'the uitslag came after the departure: geslaagd closes it',
    avonden: [
      {
        op: '2026-06-12',
        rijen: [{ status: 'aangemeld' }, VERTROKKEN('2026-06-11')],
        verwacht: { signalen: ['uitgevallen'] },
      },
      { op: '2026-06-15', kandidaat: { uitslag: 'geslaagd' }, verwacht: { signalen: [], casus: 'gesloten' } },
    ],
  },
  {
    wat: 'leaving pro is no signaal',
    kandidaat: { soort: 'pro' },
    avonden: [{ op: '2026-02-11', rijen: [VERTROKKEN('2026-02-10')], verwacht: { signalen: [], stand: 'onderweg' } }],
  },
  {
    wat: 'leaving isk is no signaal',
    kandidaat: { soort: 'isk' },
    avonden: [{ op: '2026-02-11', rijen: [VERTROKKEN('2026-02-10')], verwacht: { signalen: [] } }],
  },
  {
    wat: 'teruggetrokken and left: the suppression does not touch it',
    avonden: [
      { op: '2026-03-01', kandidaat: { teruggetrokkenOp: '2026-03-01' }, verwacht: { signalen: [] } },
      {
        op: '2026-05-01',
        rijen: [VERTROKKEN('2026-04-30')],
        verwacht: { signalen: ['uitgevallen'], onderdrukt: null, stand: 'inBehandeling' },
      },
    ],
  },
  {
    wat: 'afgewezen and left: until an application meets the step of the calendar',
    kandidaat: { uitslag: 'afgewezen' },
    avonden: [
      {
        op: '2026-07-10',
        rijen: [{ status: 'aangemeld' }, VERTROKKEN('2026-07-09')],
        verwacht: { signalen: ['uitgevallen'], stand: 'inBehandeling' },
      },
      {
        op: '2026-07-11',
        rijen: [{ status: 'overeenkomstAangeboden' }],
        verwacht: { signalen: [], stand: 'onderweg', onderdrukt: 'afgewezen', casus: 'gesloten' },
      },
      { op: '2026-08-31', verwacht: { signalen: ['uitgevallen'] } },
      { op: '2026-09-01', rijen: [{ status: 'ingeschreven' }], verwacht: { signalen: [] } },
    ],
  },
  {
    wat: 'afgewezen and left with a voorgenomenVervolg',
    kandidaat: { uitslag: 'afgewezen', vervolgkeuze: 'vavo' },
    avonden: [{ op: '2026-07-10', rijen: [VERTROKKEN('2026-07-09')], verwacht: { signalen: [], stand: 'onderweg' } }],
  },
  {
    wat: 'a second cause is not added to uitgevallen',
    avonden: [
      { op: '2026-03-11', rijen: [VERTROKKEN('2026-03-10')], verwacht: { signalen: ['uitgevallen'] } },
      { op: '2026-04-02', verwacht: { signalen: ['uitgevallen'], vraag: 'aangemeld' } },
      {
        op: '2026-04-10',
        rijen: [{ school: VO_ANDERS, status: 'ingeschreven', begin: '2026-04-10', soort: 'vmbo' }],
        verwacht: { signalen: [], status: 'ingeschreven' },
      },
    ],
  },
  {
    wat: 'back at the exam school closes it',
    avonden: [
      { op: '2026-02-11', rijen: [VERTROKKEN('2026-02-10')], verwacht: { signalen: ['uitgevallen'] } },
      {
        op: '2026-02-12',
        rijen: [{ sleutel: 'eigen', status: 'ingeschreven' }],
        verwacht: { signalen: [], casus: 'gesloten' },
      },
    ],
  },
  {
    wat: 'mbo begun in the cohort year after leaving school',
    avonden: [
      {
        op: '2026-01-12',
        rijen: [VERTROKKEN('2026-01-09'), { school: ROC_TWEE, status: 'ingeschreven', begin: '2026-02-02', niveau: 1 }],
        verwacht: { signalen: ['uitgevallen'] },
      },
      { op: '2026-02-02', verwacht: { signalen: [], status: 'ingeschreven' } },
      { op: '2026-02-16', verwacht: { status: 'aangekomen' } },
    ],
  },
];
