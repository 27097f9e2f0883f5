import type { Situatie } from './situatie.js';
import { ROC_TWEE } from './toneel.js';

/** Red, drops, and one cause is one signaal. */
export const ROOD: readonly Situatie[] = [
  {
    wat: 'all red: the status of the newest statusDatum, rank 0',
    avonden: [
      {
        op: '2026-04-02',
        rijen: [{ status: 'aangemeld' }, { sleutel: 'b', school: ROC_TWEE, status: 'aangemeld' }],
        verwacht: { signalen: [] },
      },
      { op: '2026-04-10', rijen: [{ status: 'afgewezen' }], verwacht: { status: 'aangemeld', signalen: [] } },
      {
        op: '2026-05-02',
        rijen: [{ sleutel: 'b', school: ROC_TWEE, status: 'ingetrokken' }],
        verwacht: { status: 'ingetrokken', statusDatum: '2026-05-02', rang: 0, signalen: ['ingetrokken'] },
      },
    ],
  },
  {
    wat: 'red before the first ask is a line in the timeline; on 2 April the calendar asks',
    avonden: [
      { op: '2026-03-01', rijen: [{ status: 'aangemeld' }], verwacht: { status: 'aangemeld' } },
      {
        op: '2026-03-20',
        rijen: [{ status: 'ingetrokken' }],
        verwacht: { status: 'ingetrokken', signalen: [], stand: 'onderweg' },
      },
      { op: '2026-04-02', verwacht: { signalen: ['geenAanmelding'], stand: 'inBehandeling' } },
    ],
  },
  {
    wat: 'ingetrokken after the first ask; a new application closes it',
    avonden: [
      { op: '2026-04-02', rijen: [{ status: 'aangemeld' }], verwacht: { signalen: [] } },
      {
        op: '2026-05-01',
        rijen: [{ status: 'ingetrokken' }],
        verwacht: { signalen: ['ingetrokken'], stand: 'inBehandeling' },
      },
      {
        op: '2026-05-10',
        rijen: [{ sleutel: 'b', school: ROC_TWEE, status: 'aangemeld' }],
        verwacht: { status: 'aangemeld', signalen: [], stand: 'onderweg', casus: 'gesloten' },
      },
      {
        op: '2026-05-20',
        rijen: [{ sleutel: 'b', school: ROC_TWEE, status: 'afgewezen' }],
        verwacht: { signalen: ['afgewezen'], casus: 'open' },
      },
    ],
  },
  {
    wat: 'an event takes over from the calendar signaal that was open; no later step comes beside it',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-06-30', rijen: [{ status: 'aangemeld' }], verwacht: { signalen: [] } },
      { op: '2026-07-01', verwacht: { signalen: ['geenPlaatsing'], casus: 'open' } },
      { op: '2026-07-06', rijen: [{ status: 'afgewezen' }], verwacht: { signalen: ['afgewezen'], casus: 'open' } },
      { op: '2026-07-07', verwacht: { signalen: ['afgewezen'] } },
      { op: '2026-08-31', verwacht: { signalen: ['afgewezen'], casus: 'open' } },
      {
        op: '2026-09-02',
        rijen: [{ sleutel: 'b', school: ROC_TWEE, status: 'ingeschreven' }],
        verwacht: { signalen: [], casus: 'gesloten' },
      },
    ],
  },
  {
    wat: 'an event on the very day of a later step is the signaal',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-04-02', verwacht: { signalen: ['geenAanmelding'] } },
      {
        op: '2026-07-01',
        rijen: [{ status: 'ingetrokken', statusDatum: '2026-07-01' }],
        verwacht: { signalen: ['ingetrokken'], casus: 'open' },
      },
    ],
  },
  {
    wat: 'nietVerschenen in September',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-08-25', rijen: [{ status: 'ingeschreven' }], verwacht: { signalen: [] } },
      {
        op: '2026-09-03',
        rijen: [{ status: 'nietVerschenen' }],
        verwacht: { status: 'nietVerschenen', signalen: ['nietVerschenen'], stand: 'inBehandeling' },
      },
      { op: '2026-10-01', verwacht: { signalen: ['nietVerschenen'] } },
    ],
  },
  {
    wat: 'first seen red, dated after the first ask: the event is the signaal',
    avonden: [
      {
        op: '2026-05-20',
        rijen: [{ status: 'afgewezen', statusDatum: '2026-05-10' }],
        verwacht: { signalen: ['afgewezen'] },
      },
    ],
  },
  {
    wat: 'first seen red, dated before the first ask: the calendar is the signaal',
    avonden: [
      {
        op: '2026-05-20',
        rijen: [{ status: 'afgewezen', statusDatum: '2026-03-10' }],
        verwacht: { signalen: ['geenAanmelding'] },
      },
    ],
  },
  {
    wat: 'a drop below the ask is statusGedaald, until the ask is met again',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-07-01', rijen: [{ status: 'overeenkomstAangeboden' }], verwacht: { signalen: [] } },
      {
        op: '2026-07-03',
        rijen: [{ status: 'intakeGepland' }],
        verwacht: { rang: 2, signalen: ['statusGedaald'], stand: 'inBehandeling' },
      },
      {
        op: '2026-07-04',
        rijen: [{ status: 'overeenkomstAangeboden' }],
        verwacht: { signalen: [], casus: 'gesloten' },
      },
    ],
  },
  {
    wat: 'a drop that stays at the ask is no signaal',
    avonden: [
      { op: '2026-04-02', rijen: [{ status: 'intakeGepland' }], verwacht: { rang: 2 } },
      { op: '2026-05-01', rijen: [{ status: 'aangemeld' }], verwacht: { rang: 1, signalen: [], stand: 'onderweg' } },
    ],
  },
  {
    wat: 'an event signaal holds until the asked step; the calendar adds nothing to it',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-04-02', rijen: [{ status: 'aangemeld' }], verwacht: { signalen: [] } },
      { op: '2026-05-01', rijen: [{ status: 'ingetrokken' }], verwacht: { signalen: ['ingetrokken'] } },
      { op: '2026-07-01', verwacht: { signalen: ['ingetrokken'] } },
      {
        op: '2026-07-05',
        rijen: [{ sleutel: 'b', school: ROC_TWEE, status: 'aangemeld' }],
        verwacht: { signalen: ['ingetrokken'] },
      },
      {
        op: '2026-07-06',
        rijen: [{ sleutel: 'b', school: ROC_TWEE, status: 'overeenkomstAangeboden' }],
        verwacht: { signalen: [], casus: 'gesloten' },
      },
    ],
  },
];
