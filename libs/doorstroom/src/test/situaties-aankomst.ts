import type { Situatie } from './situatie.js';
import { ROC_TWEE } from './toneel.js';

/** aangekomen only with proof, and what happens after it. */
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
  {
    wat: 'deregistered after arrival: no longer aangekomen, a signaal; back again closes it',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-09-07', rijen: [{ status: 'ingeschreven' }], verwacht: { status: 'aangekomen' } },
      {
        op: '2026-11-10',
        rijen: [{ weg: true }],
        verwacht: { status: 'uitgeschreven', signalen: ['uitgeschreven'], stand: 'inBehandeling', casus: 'open' },
      },
      {
        op: '2026-11-11',
        rijen: [{ status: 'ingeschreven' }],
        verwacht: { status: 'aangekomen', signalen: [], casus: 'gesloten' },
      },
    ],
  },
  {
    wat: 'an enrolment with a past einddatum has ended, whatever its status says',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-09-07', rijen: [{ status: 'ingeschreven', eind: '2029-07-31' }], verwacht: { status: 'aangekomen' } },
      {
        op: '2026-11-10',
        rijen: [{ status: 'ingeschreven', eind: '2026-11-09' }],
        verwacht: { status: 'uitgeschreven', statusDatum: '2026-11-09', signalen: ['uitgeschreven'] },
      },
    ],
  },
  {
    wat: 'followed after arrival up to 1 October a year later',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-09-07', rijen: [{ status: 'ingeschreven' }], verwacht: { status: 'aangekomen' } },
      {
        op: '2027-09-30',
        rijen: [{ status: 'uitgeschreven' }],
        verwacht: { signalen: ['uitgeschreven'], stand: 'inBehandeling' },
      },
      { op: '2027-10-05', verwacht: { signalen: ['uitgeschreven'] } },
    ],
  },
  {
    wat: 'and no longer',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-09-07', rijen: [{ status: 'ingeschreven' }], verwacht: { status: 'aangekomen' } },
      {
        op: '2027-10-01',
        rijen: [{ status: 'uitgeschreven' }],
        verwacht: { signalen: [], onderdrukt: 'nazorgVoorbij', stand: 'onderweg' },
      },
    ],
  },
  {
    wat: 'moving on to another school without a gap: 10 werkdagen to be proven there',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-09-07', rijen: [{ status: 'ingeschreven' }], verwacht: { status: 'aangekomen' } },
      {
        op: '2026-10-15',
        rijen: [
          { status: 'uitgeschreven' },
          { sleutel: 'b', school: ROC_TWEE, status: 'ingeschreven', begin: '2026-10-15' },
        ],
        verwacht: { status: 'ingeschreven', vraag: 'ingeschreven', signalen: [] },
      },
      { op: '2026-10-29', verwacht: { status: 'aangekomen' } },
    ],
  },
  {
    wat: 'moving on with a gap is statusGedaald',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-10-01', rijen: [{ status: 'ingeschreven' }], verwacht: { status: 'aangekomen' } },
      {
        op: '2026-10-15',
        rijen: [
          { status: 'uitgeschreven' },
          { sleutel: 'b', school: ROC_TWEE, status: 'ingeschreven', begin: '2027-02-01' },
        ],
        verwacht: { status: 'ingeschreven', vraag: 'aangekomen', signalen: ['statusGedaald'] },
      },
    ],
  },
  {
    wat: 'bestemd: verklaard until it expires, then judged again',
    avonden: [
      { op: '2026-04-02', verwacht: { signalen: ['geenAanmelding'] } },
      {
        op: '2026-04-10',
        doe: (t, l) =>
          t.bron.query(
            `update traject set bestemming = 'particulier', bestemming_geldig_tot = '2026-05-31' where leerling_id = $1`,
            [l],
          ),
        verwacht: { signalen: [], stand: 'verklaard', casus: 'gesloten' },
      },
      { op: '2026-05-31', verwacht: { stand: 'verklaard', signalen: [] } },
      { op: '2026-06-01', verwacht: { signalen: ['geenAanmelding'], stand: 'inBehandeling' } },
    ],
  },
  {
    wat: 'overleden: verklaard, no signaal',
    avonden: [
      { op: '2026-04-02', verwacht: { signalen: ['geenAanmelding'] } },
      {
        op: '2026-04-10',
        doe: (t, l) => t.bron.query(`update leerling set overleden_op = '2026-04-08' where id = $1`, [l]),
        verwacht: { signalen: [], stand: 'verklaard', casus: 'gesloten' },
      },
    ],
  },
];
