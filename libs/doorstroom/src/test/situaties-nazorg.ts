import type { Situatie } from './situatie.js';
import { ROC_TWEE } from './toneel.js';

/** After arrival, and other ends. */
export const NAZORG: readonly Situatie[] = [
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
