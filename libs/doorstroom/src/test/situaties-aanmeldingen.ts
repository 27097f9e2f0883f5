import type { Situatie } from './situatie.js';
import { ROC, ROC_ELDERS, ROC_TWEE } from './toneel.js';

/** Applications are many, the traject is one; red, drops and one cause is one signaal. */
export const AANMELDINGEN: readonly Situatie[] = [
  {
    wat: 'the best rank counts; a second choice that is withdrawn says nothing',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-06-01',
        rijen: [{ status: 'overeenkomstAangeboden' }, { sleutel: 'b', school: ROC_TWEE, status: 'aangemeld' }],
        verwacht: { rang: 3 },
      },
      {
        op: '2026-07-01',
        rijen: [{ sleutel: 'b', school: ROC_TWEE, status: 'ingetrokken' }],
        verwacht: { status: 'overeenkomstAangeboden', signalen: [] },
      },
    ],
  },
  {
    wat: 'among equals the newest statusDatum',
    avonden: [
      {
        op: '2026-04-02',
        rijen: [
          { status: 'aangemeld', statusDatum: '2026-03-15', school: ROC },
          { sleutel: 'b', school: ROC_TWEE, status: 'aangemeld', statusDatum: '2026-03-01' },
        ],
        verwacht: { status: 'aangemeld', statusDatum: '2026-03-15' },
      },
    ],
  },
  {
    wat: 'a better rank beats a newer date',
    avonden: [
      {
        op: '2026-04-02',
        rijen: [
          { status: 'intakeGepland', statusDatum: '2026-01-15' },
          { sleutel: 'b', school: ROC_TWEE, status: 'aangemeld', statusDatum: '2026-03-01' },
        ],
        verwacht: { status: 'intakeGepland', rang: 2, statusDatum: '2026-01-15' },
      },
    ],
  },
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
  {
    wat: 'becoming red while a calendar signaal is open is another cause; the calendar goes its way',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-07-01', rijen: [{ status: 'aangemeld' }], verwacht: { signalen: ['geenPlaatsing'] } },
      {
        op: '2026-07-05',
        rijen: [{ status: 'ingetrokken' }],
        verwacht: { signalen: ['geenPlaatsing', 'ingetrokken'] },
      },
      { op: '2026-08-31', verwacht: { signalen: ['ingetrokken', 'nietIngeschreven'] } },
      { op: '2026-09-01', rijen: [{ status: 'ingeschreven' }], verwacht: { signalen: [] } },
    ],
  },
  {
    wat: 'geenLeerbaan caps at 2, the delivered status is shown',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-06-30',
        rijen: [{ status: 'overeenkomstAangeboden', bijzonderheid: 'geenLeerbaan' }],
        verwacht: { status: 'overeenkomstAangeboden', rang: 2, signalen: [] },
      },
      { op: '2026-07-01', verwacht: { signalen: ['geenPlaatsing'] } },
    ],
  },
  {
    wat: 'wachtlijst caps arrival as well',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-09-10',
        rijen: [{ status: 'ingeschreven', bijzonderheid: 'wachtlijst', verschenen: '2026-08-24' }],
        verwacht: { status: 'ingeschreven', rang: 2, signalen: ['nietIngeschreven'] },
      },
      {
        op: '2026-09-11',
        rijen: [{ status: 'ingeschreven', verschenen: '2026-08-24' }],
        verwacht: { status: 'aangekomen', signalen: [] },
      },
    ],
  },
  {
    wat: 'voorwaardelijk caps nothing',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-07-01',
        rijen: [{ status: 'overeenkomstAangeboden', bijzonderheid: 'voorwaardelijk' }],
        verwacht: { rang: 3, signalen: [] },
      },
    ],
  },
  {
    wat: 'an enrolment of before 1 October of the cohort does not count',
    avonden: [
      {
        op: '2026-04-02',
        rijen: [{ status: 'ingeschreven', begin: '2025-09-30' }],
        verwacht: { status: 'nietAangemeld', signalen: ['geenAanmelding'] },
      },
    ],
  },
  {
    wat: 'an enrolment from 1 October of the cohort counts',
    avonden: [
      {
        op: '2026-04-02',
        rijen: [{ status: 'ingeschreven', begin: '2025-10-01' }],
        verwacht: { status: 'aangekomen', signalen: [] },
      },
    ],
  },
  {
    wat: 'the exam school sees an application at a school that does not deliver: evidence up to rank 4, never arrival',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-07-01',
        doe: (t, l, s) => t.elders(l, s, '88XX', 'overeenkomstAangeboden', '2026-06-01'),
        verwacht: { status: 'overeenkomstAangeboden', rang: 3, signalen: [] },
      },
      {
        op: '2026-08-31',
        doe: (t, l, s) => t.elders(l, s, '88XX', 'ingeschreven', '2026-08-28'),
        verwacht: { status: 'ingeschreven', rang: 4, signalen: [] },
      },
      {
        op: '2026-09-15',
        rijen: [{ sleutel: 'eigen', weg: true }],
        verwacht: { status: 'ingeschreven', stand: 'onderweg' },
      },
      { op: '2026-10-01', verwacht: { status: 'ingeschreven', signalen: ['nietAangekomen'] } },
    ],
  },
  {
    wat: 'what it says of a school that delivers is ignored',
    avonden: [
      {
        op: '2026-04-02',
        doe: (t, l, s) => t.elders(l, s, '99ZZ', 'ingeschreven', '2026-03-01'),
        verwacht: { status: 'nietAangemeld', signalen: ['geenAanmelding'] },
      },
    ],
  },
  {
    wat: 'a delivery from that school itself replaces it',
    avonden: [
      {
        op: '2026-04-02',
        doe: (t, l, s) => t.elders(l, s, '88XX', 'ingeschreven', '2026-03-01'),
        verwacht: { rang: 4 },
      },
      {
        op: '2026-04-03',
        rijen: [{ school: ROC_ELDERS, status: 'aangemeld' }],
        verwacht: { status: 'aangemeld', rang: 1 },
      },
    ],
  },
  {
    wat: 'red elsewhere is red',
    avonden: [
      {
        op: '2026-04-02',
        doe: (t, l, s) => t.elders(l, s, '88XX', 'aangemeld', '2026-03-01'),
        verwacht: { signalen: [] },
      },
      {
        op: '2026-05-02',
        doe: (t, l, s) => t.elders(l, s, '88XX', 'afgewezen', '2026-05-01'),
        verwacht: { status: 'afgewezen', signalen: ['afgewezen'] },
      },
    ],
  },
];
