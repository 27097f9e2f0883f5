import type { Situatie } from './situatie.js';
import { VO_ANDERS } from './toneel.js';

/** Who is in the cohort, and at which school. */
export const COHORT: readonly Situatie[] = [
  {
    wat: 'havo: no traject before the uitslag',
    kandidaat: { soort: 'havo' },
    avonden: [{ op: '2026-06-01', verwacht: 'geenTraject' }],
  },
  {
    wat: 'havo geslaagd: no traject',
    kandidaat: { soort: 'havo', uitslag: 'geslaagd' },
    avonden: [{ op: '2026-07-01', verwacht: 'geenTraject' }],
  },
  {
    wat: 'havo herexamen: not yet',
    kandidaat: { soort: 'havo', uitslag: 'herexamen' },
    avonden: [{ op: '2026-07-01', verwacht: 'geenTraject' }],
  },
  {
    wat: 'havo afgewezen: followed from then on; geslaagd after all does not take them out',
    kandidaat: { soort: 'havo' },
    avonden: [
      {
        op: '2026-06-12',
        kandidaat: { uitslag: 'afgewezen' },
        verwacht: { onderdrukt: 'afgewezen', signalen: [], stand: 'onderweg' },
      },
      { op: '2026-07-01', kandidaat: { uitslag: 'geslaagd' }, verwacht: { stand: 'onderweg' } },
    ],
  },
  {
    wat: 'vavo-havo: as havo',
    kandidaat: { soort: 'vavo', leerweg: 'havo' },
    avonden: [{ op: '2026-06-01', verwacht: 'geenTraject' }],
  },
  {
    wat: 'mbo means niveau 1 only',
    kandidaat: { soort: 'mbo', niveau: 2 },
    avonden: [{ op: '2026-06-01', verwacht: 'geenTraject' }],
  },
  {
    wat: 'a soort that the school is not followed for',
    gevolgd: ['pro'],
    avonden: [{ op: '2026-06-01', verwacht: 'geenTraject' }],
  },
  {
    wat: 'a flag of September opens no traject',
    kandidaat: { eerste: '2025-09-30' },
    avonden: [{ op: '2026-04-02', verwacht: 'geenTraject' }],
  },
  {
    wat: 'a flag of 1 October does',
    kandidaat: { eerste: '2025-10-01' },
    avonden: [{ op: '2025-10-01', verwacht: { stand: 'onderweg' } }],
  },
  {
    wat: 'a flag of 31 July does',
    kandidaat: { eerste: '2026-07-31' },
    avonden: [{ op: '2026-07-31', verwacht: { signalen: ['geenPlaatsing'] } }],
  },
  {
    wat: 'no longer followed: nobody leaves',
    avonden: [
      { op: '2026-03-01', verwacht: { stand: 'onderweg' } },
      {
        op: '2026-04-02',
        doe: (t, _l, s) => t.bron.query(`update school set gevolgd = '{}' where code = $1`, [s]),
        verwacht: { signalen: ['geenAanmelding'] },
      },
    ],
  },
  {
    wat: 'candidate at another school that is not followed: the traject stays',
    avonden: [
      { op: '2026-03-01', verwacht: { stand: 'onderweg' } },
      {
        op: '2026-03-10',
        doe: (t, l) => t.kandidaat(l, '99AA00', { soort: 'havo', eerste: '2026-03-10' }),
        verwacht: { stand: 'onderweg' },
      },
    ],
  },
  {
    wat: 'taken out by a correction',
    avonden: [
      { op: '2026-03-01', verwacht: { stand: 'onderweg' } },
      {
        op: '2026-04-02',
        doe: (t, l) =>
          t.bron.query(
            `update traject set gecorrigeerd_op = now(), correctie_reden = 'dubbel' where leerling_id = $1`,
            [l],
          ),
        verwacht: 'geenTraject',
      },
    ],
  },
  {
    wat: 'placed back in the year at another school: that enrolment is follow-on',
    avonden: [
      {
        op: '2026-01-12',
        rijen: [
          { sleutel: 'eigen', status: 'uitgeschreven', statusDatum: '2026-01-09' },
          { school: VO_ANDERS, status: 'ingeschreven', begin: '2026-01-12' },
        ],
        verwacht: { status: 'ingeschreven', signalen: [] },
      },
      { op: '2026-01-26', verwacht: { status: 'aangekomen' } },
    ],
  },
];
