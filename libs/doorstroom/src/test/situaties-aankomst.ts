import type { Situatie } from './situatie.js';

/** aangekomen only with proof. */
export const AANKOMST: readonly Situatie[] = [
  {
    wat: 'verschenenOp is proof at once',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-08-24', rijen: [{ status: 'ingeschreven' }], verwacht: { status: 'ingeschreven' } },
      {
        op: '2026-08-25',
        rijen: [{ status: 'ingeschreven', verschenen: '2026-08-24' }],
        verwacht: { status: 'aangekomen', stand: 'aangekomen' },
      },
    ],
  },
  {
    wat: 'verschenenOp on a row that turned red proves nothing',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-08-31',
        rijen: [{ status: 'nietVerschenen', verschenen: '2026-08-24' }],
        verwacht: { status: 'nietVerschenen', rang: 0 },
      },
    ],
  },
  {
    wat: 'a later begindatum: 10 werkdagen from there',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-09-14',
        rijen: [{ status: 'ingeschreven', begin: '2026-09-01' }],
        verwacht: { status: 'ingeschreven' },
      },
      { op: '2026-09-15', verwacht: { status: 'aangekomen' } },
    ],
  },
  {
    wat: 'begun in February of the cohort: a start on a Sunday counts from the Friday before',
    avonden: [
      {
        op: '2026-02-12',
        rijen: [{ status: 'ingeschreven', begin: '2026-02-01' }],
        verwacht: { status: 'ingeschreven' },
      },
      { op: '2026-02-13', verwacht: { status: 'aangekomen' } },
    ],
  },
  {
    wat: 'the peildatum is the proof, not the date of today',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-09-04', rijen: [{ status: 'ingeschreven' }], verwacht: { status: 'ingeschreven' } },
      { op: '2026-09-10', stil: true, verwacht: { status: 'ingeschreven', stand: 'onderweg' } },
      { op: '2026-10-01', stil: true, verwacht: { signalen: ['nietAangekomen'] } },
    ],
  },
  {
    wat: 'the enrolment in which one was candidate is no proof after geslaagd',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-08-31', verwacht: { status: 'nietAangemeld', signalen: ['nietIngeschreven'] } },
      { op: '2026-10-01', verwacht: { status: 'nietAangemeld', signalen: ['nietAangekomen'] } },
    ],
  },
  {
    wat: 'nor is that enrolment under a new key in September, the same leerweg again',
    kandidaat: { uitslag: 'geslaagd', leerweg: 'kb' },
    avonden: [
      {
        op: '2026-08-31',
        rijen: [
          { sleutel: 'x', school: 'eigen', soort: 'vmbo', leerweg: 'kb', status: 'ingeschreven', begin: '2026-08-24' },
        ],
        verwacht: { status: 'nietAangemeld', signalen: ['nietIngeschreven'] },
      },
    ],
  },
  {
    wat: 'nor an earlier form of it in the cohort year, with another leerweg',
    kandidaat: { leerweg: 'bb' },
    avonden: [
      {
        op: '2026-04-02',
        rijen: [
          { sleutel: 'x', school: 'eigen', soort: 'vmbo', leerweg: 'kb', status: 'ingeschreven', begin: '2025-11-05' },
        ],
        verwacht: { status: 'nietAangemeld', signalen: ['geenAanmelding'] },
      },
    ],
  },
  {
    wat: 'entree to niveau 2 at the same school is follow-on',
    kandidaat: { soort: 'mbo', niveau: 1, begin: '2025-08-25' },
    avonden: [
      {
        op: '2026-06-01',
        rijen: [{ school: 'eigen', soort: 'mbo', niveau: 2, status: 'overeenkomstAangeboden' }],
        verwacht: { status: 'overeenkomstAangeboden', signalen: [] },
      },
      {
        op: '2026-09-07',
        rijen: [{ school: 'eigen', soort: 'mbo', niveau: 2, status: 'ingeschreven' }],
        verwacht: { status: 'aangekomen' },
      },
    ],
  },
  {
    wat: 'a quarantined row is no new proof, and undoes none',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-09-04', rijen: [{ status: 'ingeschreven' }], verwacht: { status: 'ingeschreven' } },
      {
        op: '2026-09-07',
        rijen: [{ status: 'ingeschreven', nietBevestigd: true }],
        verwacht: { status: 'ingeschreven' },
      },
      { op: '2026-09-08', rijen: [{ status: 'ingeschreven' }], verwacht: { status: 'aangekomen' } },
      {
        op: '2026-09-09',
        rijen: [{ status: 'ingeschreven', nietBevestigd: true }],
        verwacht: { status: 'aangekomen' },
      },
    ],
  },
  {
    wat: 'an application that vanishes counts as ingetrokken in a whole run, not in a part',
    avonden: [
      { op: '2026-04-02', rijen: [{ status: 'aangemeld' }], verwacht: { signalen: [] } },
      {
        op: '2026-05-01',
        rijen: [{ weg: true }],
        deel: true,
        verwacht: { status: 'aangemeld', signalen: [], stand: 'onderweg' },
      },
      { op: '2026-05-01', verwacht: { status: 'ingetrokken', statusDatum: '2026-05-01', signalen: ['ingetrokken'] } },
      {
        op: '2026-05-02',
        rijen: [{ status: 'aangemeld' }],
        deel: true,
        verwacht: { status: 'aangemeld', signalen: [], casus: 'gesloten' },
      },
    ],
  },
];
