import type { Situatie } from './situatie.js';
import type { Toneel } from './toneel.js';

const zegt =
  (tot: string, brin = '99ZZ') =>
  (t: Toneel, leerling: string): Promise<unknown> =>
    t.bron.query(
      `update traject set aangemeld_bij = $2, aangemeld_bij_op = '2026-04-10', aangemeld_bij_tot = $3 where leerling_id = $1`,
      [leerling, brin, tot],
    );

/** What a decaan says of an application: good for rank 1 until a date, then it needs delivery. */
export const GEZEGD: readonly Situatie[] = [
  {
    wat: 'gezegd: counts as applied up to its last day; then the calendar asks again, and that is no step down',
    avonden: [
      { op: '2026-04-02', verwacht: { status: 'nietAangemeld', signalen: ['geenAanmelding'] } },
      {
        op: '2026-04-10',
        doe: zegt('2026-05-07'),
        deel: true,
        verwacht: {
          status: 'aangemeld',
          statusDatum: '2026-04-10',
          rang: 1,
          signalen: [],
          stand: 'onderweg',
          casus: 'gesloten',
        },
      },
      { op: '2026-05-07', verwacht: { rang: 1, signalen: [], stand: 'onderweg' } },
      { op: '2026-05-08', verwacht: { status: 'nietAangemeld', signalen: ['geenAanmelding'], stand: 'inBehandeling' } },
    ],
  },
  {
    wat: 'gezegd: a delivery in time takes its place',
    avonden: [
      { op: '2026-04-02' },
      { op: '2026-04-10', doe: zegt('2026-05-07') },
      {
        op: '2026-04-20',
        rijen: [{ status: 'intakeGepland' }],
        verwacht: { status: 'intakeGepland', rang: 2, signalen: [] },
      },
      { op: '2026-05-08', verwacht: { status: 'intakeGepland', signalen: [], stand: 'onderweg' } },
    ],
  },
  {
    wat: 'gezegd: what that school delivers itself says more, also when it is bad news',
    avonden: [
      { op: '2026-04-02' },
      { op: '2026-04-10', doe: zegt('2026-05-07'), verwacht: { signalen: [] } },
      {
        op: '2026-04-20',
        rijen: [{ status: 'afgewezen' }],
        verwacht: { status: 'afgewezen', signalen: ['afgewezen'] },
      },
    ],
  },
  {
    wat: 'gezegd: of another school it counts beside a red application, until it ends',
    avonden: [
      { op: '2026-04-02', rijen: [{ status: 'afgewezen' }], verwacht: { signalen: ['afgewezen'] } },
      { op: '2026-04-10', doe: zegt('2026-05-07', '99YY'), verwacht: { status: 'aangemeld', signalen: [] } },
      { op: '2026-05-08', verwacht: { status: 'afgewezen', stand: 'inBehandeling' } },
    ],
  },
  {
    wat: 'gezegd: is no place: from 1 July more is asked',
    avonden: [
      { op: '2026-06-29' },
      { op: '2026-06-30', doe: zegt('2026-08-31'), verwacht: { status: 'aangemeld', signalen: [] } },
      {
        op: '2026-07-08',
        kandidaat: { uitslag: 'geslaagd' },
        verwacht: { status: 'aangemeld', signalen: ['geenPlaatsing'] },
      },
    ],
  },
];
