import type { Situatie } from './situatie.js';
import { ROC, ROC_ELDERS, ROC_TWEE } from './toneel.js';

/** Applications are many, the traject is one. */
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
    wat: 'what it says of a school that was closed by then counts',
    avonden: [
      {
        op: '2026-04-02',
        doe: async (t, l, s) => {
          await t.bron.query(
            `insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd, geldig_tot)
             select regio_id, '66ZZ', '00', 'ROC van toen', '{mbo}', gemeente, '{}', '2025-08-01' from school where code = $1`,
            [s],
          );
          await t.elders(l, s, '66ZZ', 'ingeschreven', '2026-03-01');
        },
        verwacht: { status: 'ingeschreven', rang: 4, signalen: [] },
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
