import type { Situatie } from './situatie.js';
import { ROC_ELDERS } from './toneel.js';

/** What people settled: another end, an intention with a date, a confirmed arrival; and that it ends. */
export const BESTEMD: readonly Situatie[] = [
  {
    wat: 'bestemd: verklaard until it expires, then judged again',
    avonden: [
      { op: '2026-04-02', verwacht: { signalen: ['geenAanmelding'] } },
      {
        op: '2026-04-10',
        doe: (t, l) => t.bestem(l, 'particulier', '2026-04-10', '2026-05-31'),
        verwacht: { signalen: [], stand: 'verklaard', casus: 'gesloten' },
      },
      { op: '2026-05-31', verwacht: { stand: 'verklaard', signalen: [] } },
      { op: '2026-06-01', verwacht: { signalen: ['geenAanmelding'], stand: 'inBehandeling' } },
    ],
  },
  {
    wat: 'bestemd: red applications and leaving school are no signaal',
    avonden: [
      { op: '2026-04-02', rijen: [{ status: 'aangemeld' }], verwacht: { signalen: [] } },
      { op: '2026-04-10', doe: (t, l) => t.bestem(l, 'particulier', '2026-04-10', '2027-07-31') },
      {
        op: '2026-05-10',
        rijen: [{ status: 'ingetrokken' }, { sleutel: 'eigen', status: 'uitgeschreven', statusDatum: '2026-05-09' }],
        verwacht: { status: 'ingetrokken', signalen: [], stand: 'verklaard' },
      },
      { op: '2026-10-01', verwacht: { signalen: [], stand: 'verklaard' } },
    ],
  },
  {
    wat: 'arrival is shown before another end',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-06-30' },
      {
        op: '2026-08-31',
        doe: (t, l) => t.bestem(l, 'tussenjaar', '2026-08-20', '2027-07-31'),
        verwacht: { stand: 'verklaard' },
      },
      { op: '2026-09-07', rijen: [{ status: 'ingeschreven' }], verwacht: { stand: 'aangekomen' } },
    ],
  },
  {
    wat: 'a bestemming that begins tomorrow does not hold today',
    avonden: [
      { op: '2026-04-02' },
      {
        op: '2026-04-03',
        doe: (t, l) => t.bestem(l, 'particulier', '2026-04-04', '2027-07-31'),
        verwacht: { signalen: ['geenAanmelding'] },
      },
      { op: '2026-04-04', verwacht: { signalen: [], stand: 'verklaard' } },
    ],
  },
  {
    wat: 'an intention of a person ends earlier than the calendar says',
    avonden: [
      { op: '2026-03-20' },
      {
        op: '2026-04-02',
        doe: (t, l) =>
          t.bron.query(
            `update traject set voorgenomen_vervolg = 'havo', voorgenomen_vervolg_bron = 'medewerker:1', voorgenomen_vervolg_tot = '2026-05-01' where leerling_id = $1`,
            [l],
          ),
        verwacht: { onderdrukt: 'voorgenomenVervolg', signalen: [] },
      },
      // what the school's file says does not replace what a person noted
      {
        op: '2026-05-01',
        kandidaat: { vervolgkeuze: 'vavo' },
        verwacht: { voorgenomen: 'havo', onderdrukt: 'voorgenomenVervolg', signalen: [] },
      },
      { op: '2026-05-02', verwacht: { voorgenomen: 'havo', onderdrukt: null, signalen: ['geenAanmelding'] } },
    ],
  },
  {
    wat: 'an intention that a person took away is not filled again from the file',
    kandidaat: { vervolgkeuze: 'havo' },
    avonden: [
      { op: '2026-04-02', verwacht: { onderdrukt: 'voorgenomenVervolg' } },
      {
        op: '2026-04-03',
        doe: (t, l) =>
          t.bron.query(
            `update traject set voorgenomen_vervolg = null, voorgenomen_vervolg_bron = 'medewerker:1' where leerling_id = $1`,
            [l],
          ),
        verwacht: { voorgenomen: null, signalen: ['geenAanmelding'] },
      },
      { op: '2026-04-04', verwacht: { voorgenomen: null, signalen: ['geenAanmelding'] } },
    ],
  },
  {
    wat: 'confirmed before 1 October at a school that does not deliver: arrived, until it had to be confirmed again',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-07-01',
        doe: (t, l, s) => t.elders(l, s, '88XX', 'ingeschreven', '2026-06-20'),
        verwacht: { status: 'ingeschreven', rang: 4, signalen: [] },
      },
      {
        op: '2026-09-10',
        doe: (t, l) => t.bevestig(l, '88XX', '2026-09-10', '2026-10-15'),
        verwacht: { status: 'aangekomen', statusDatum: '2026-09-10', rang: 5, stand: 'aangekomen' },
      },
      { op: '2026-10-01', verwacht: { status: 'aangekomen', signalen: [] } },
      { op: '2026-10-15', verwacht: { status: 'aangekomen', signalen: [] } },
      {
        op: '2026-10-16',
        verwacht: { status: 'ingeschreven', rang: 4, signalen: ['nietAangekomen'], stand: 'inBehandeling' },
      },
      {
        op: '2026-10-20',
        doe: (t, l) => t.bevestig(l, '88XX', '2026-10-19', null),
        verwacht: { status: 'aangekomen', signalen: [], casus: 'gesloten' },
      },
    ],
  },
  {
    wat: 'confirmed again from 1 October on: it holds',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-09-30' },
      {
        op: '2026-10-01',
        doe: (t, l) => t.bevestig(l, '88XX', '2026-10-01', null),
        verwacht: { status: 'aangekomen', signalen: [], stand: 'aangekomen' },
      },
      { op: '2027-03-01', verwacht: { status: 'aangekomen' } },
    ],
  },
  {
    wat: 'confirmed, and the exam school hears later that the youngster left: red',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-10-01' },
      {
        op: '2026-10-02',
        doe: (t, l) => t.bevestig(l, '88XX', '2026-10-02', null),
        verwacht: { status: 'aangekomen', signalen: [] },
      },
      {
        op: '2026-11-10',
        doe: (t, l, s) => t.elders(l, s, '88XX', 'uitgeschreven', '2026-11-09'),
        verwacht: { status: 'uitgeschreven', signalen: ['uitgeschreven'], stand: 'inBehandeling' },
      },
    ],
  },
  {
    wat: 'confirmed, and then that school delivers: what it says counts',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-09-09' },
      {
        op: '2026-09-10',
        doe: (t, l) => t.bevestig(l, '88XX', '2026-09-10', '2026-10-15'),
        verwacht: { status: 'aangekomen' },
      },
      {
        op: '2026-09-11',
        rijen: [{ school: ROC_ELDERS, status: 'nietVerschenen' }],
        verwacht: { status: 'nietVerschenen', signalen: ['nietVerschenen'] },
      },
    ],
  },
  {
    wat: 'a confirmation of a school that delivers proves nothing',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-08-31' },
      {
        op: '2026-09-10',
        doe: (t, l) => t.bevestig(l, '99ZZ', '2026-09-10', '2026-10-15'),
        verwacht: { status: 'nietAangemeld', signalen: ['nietIngeschreven'] },
      },
    ],
  },
];
