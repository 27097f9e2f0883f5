import type { Situatie } from './situatie.js';
import { ROC, ROC_TWEE } from './toneel.js';

/**
 * A school that is silent: no data is never «not arrived». Silent on 2 April is + 10 werkdagen 17 April (Good Friday is 3
 * April, Easter Monday the 6th).
 */
export const STIL: readonly Situatie[] = [
  {
    wat: 'the exam school is silent: the ask waits 10 werkdagen, with its reason',
    avonden: [
      {
        op: '2026-04-02',
        doe: (t, _l, s) => t.stil(s, '2026-04-02'),
        verwacht: { vraag: 'aangemeld', onderdrukt: 'verouderd', verouderd: true, signalen: [], stand: 'onderweg' },
      },
      { op: '2026-04-20', verwacht: { onderdrukt: 'verouderd', signalen: [] } },
      {
        op: '2026-04-21',
        verwacht: { onderdrukt: null, verouderd: true, signalen: ['geenAanmelding'], stand: 'inBehandeling' },
      },
      { op: '2026-04-22', doe: (t, _l, s) => t.stil(s, null), verwacht: { verouderd: false, casus: 'open' } },
    ],
  },
  {
    wat: 'it delivers again in time: asked at once',
    avonden: [
      { op: '2026-04-02', doe: (t, _l, s) => t.stil(s, '2026-04-02'), verwacht: { onderdrukt: 'verouderd' } },
      {
        op: '2026-04-08',
        doe: (t, _l, s) => t.stil(s, null),
        verwacht: { onderdrukt: null, verouderd: false, signalen: ['geenAanmelding'] },
      },
    ],
  },
  {
    wat: 'silence closes nothing: signaal and casus that were there stay, no later step comes beside them',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-06-25', verwacht: { signalen: ['geenAanmelding'], casus: 'open' } },
      {
        op: '2026-06-29',
        doe: (t, _l, s) => t.stil(s, '2026-06-29'),
        verwacht: { onderdrukt: 'verouderd', signalen: ['geenAanmelding'], casus: 'open', stand: 'inBehandeling' },
      },
      { op: '2026-07-01', verwacht: { signalen: ['geenAanmelding'], casus: 'open' } },
      { op: '2026-07-02', verwacht: { signalen: ['geenAanmelding'], casus: 'open' } },
      { op: '2026-07-14', verwacht: { onderdrukt: null, signalen: ['geenPlaatsing'], casus: 'open' } },
      { op: '2026-07-15', doe: (t, _l, s) => t.stil(s, null) },
    ],
  },
  {
    wat: 'what is met meanwhile closes as always',
    avonden: [
      { op: '2026-04-02', verwacht: { signalen: ['geenAanmelding'] } },
      { op: '2026-04-03', doe: (t, _l, s) => t.stil(s, '2026-04-03'), verwacht: { signalen: ['geenAanmelding'] } },
      {
        op: '2026-04-07',
        rijen: [{ status: 'aangemeld' }],
        verwacht: { onderdrukt: null, verouderd: true, signalen: [], casus: 'gesloten' },
      },
      { op: '2026-04-08', doe: (t, _l, s) => t.stil(s, null) },
    ],
  },
  {
    wat: 'red is never suppressed by it',
    avonden: [
      { op: '2026-04-02', rijen: [{ status: 'aangemeld' }], verwacht: { signalen: [] } },
      {
        op: '2026-04-10',
        rijen: [{ status: 'ingetrokken' }],
        doe: (t, _l, s) => t.stil(s, '2026-04-10'),
        verwacht: { onderdrukt: null, verouderd: true, signalen: ['ingetrokken'], stand: 'inBehandeling' },
      },
      { op: '2026-04-11', doe: (t, _l, s) => t.stil(s, null) },
    ],
  },
  {
    wat: 'leaving school is not either',
    avonden: [
      { op: '2026-04-02', rijen: [{ status: 'aangemeld' }], verwacht: { signalen: [] } },
      {
        op: '2026-04-10',
        rijen: [
          { sleutel: 'eigen', status: 'uitgeschreven', statusDatum: '2026-04-09' },
          { status: 'aangemeld', statusDatum: '2026-04-09' },
        ],
        doe: (t, _l, s) => t.stil(s, '2026-04-10'),
        verwacht: { onderdrukt: null, signalen: ['uitgevallen'], stand: 'inBehandeling' },
      },
      { op: '2026-04-11', doe: (t, _l, s) => t.stil(s, null) },
    ],
  },
  {
    wat: 'the school of a live application is silent',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-06-30',
        rijen: [{ school: ROC_TWEE, status: 'intakeGepland' }],
        verwacht: { signalen: [], verouderd: false },
      },
      {
        op: '2026-07-01',
        doe: (t) => t.stil(ROC_TWEE, '2026-07-01'),
        verwacht: { vraag: 'overeenkomstAangeboden', onderdrukt: 'verouderd', verouderd: true, signalen: [] },
      },
      {
        op: '2026-07-02',
        doe: (t) => t.stil(ROC_TWEE, null),
        verwacht: { onderdrukt: null, verouderd: false, signalen: ['geenPlaatsing'] },
      },
    ],
  },
  {
    wat: 'the school of an application that was withdrawn is no reason to wait, nor is another school',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-06-30',
        rijen: [
          { school: ROC, status: 'aangemeld' },
          { sleutel: 'b', school: ROC_TWEE, status: 'ingetrokken' },
        ],
      },
      {
        op: '2026-07-01',
        doe: (t) => t.stil(ROC_TWEE, '2026-07-01'),
        verwacht: { onderdrukt: null, verouderd: false, signalen: ['geenPlaatsing'] },
      },
      { op: '2026-07-02', doe: (t) => t.stil(ROC_TWEE, null) },
    ],
  },
];
