import type { Situatie } from './situatie.js';

/** voorgenomenVervolg, and who goes back: afgewezen, teruggetrokken, gespreid. */
export const VERVOLG: readonly Situatie[] = [
  {
    wat: 'vervolgkeuze havo meets every ask until eersteLesdag + 10 werkdagen',
    kandidaat: { vervolgkeuze: 'havo', uitslag: 'geslaagd' },
    avonden: [
      { op: '2026-04-01', verwacht: { vraag: null, onderdrukt: null, voorgenomen: 'havo' } },
      {
        op: '2026-04-02',
        verwacht: { vraag: 'aangemeld', onderdrukt: 'voorgenomenVervolg', signalen: [], stand: 'onderweg' },
      },
      {
        op: '2026-07-01',
        verwacht: { vraag: 'overeenkomstAangeboden', onderdrukt: 'voorgenomenVervolg', signalen: [] },
      },
      { op: '2026-09-06', verwacht: { vraag: 'ingeschreven', onderdrukt: 'voorgenomenVervolg', signalen: [] } },
      { op: '2026-09-07', verwacht: { onderdrukt: null, signalen: ['nietIngeschreven'] } },
    ],
  },
  {
    wat: 'vervolgkeuze havo, and the same school delivers the havo row from August',
    kandidaat: { vervolgkeuze: 'havo', uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-08-25',
        rijen: [{ sleutel: 'h', school: 'eigen', soort: 'havo', status: 'ingeschreven' }],
        verwacht: { status: 'ingeschreven', rang: 4 },
      },
      { op: '2026-09-07', verwacht: { status: 'aangekomen', signalen: [], stand: 'aangekomen' } },
    ],
  },
  {
    wat: 'the school keeps the old begindatum on the havo row: counts once it is delivered in the new schooljaar',
    kandidaat: { uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-06-20',
        rijen: [{ sleutel: 'h', school: 'eigen', soort: 'havo', status: 'ingeschreven', begin: '2022-08-22' }],
        verwacht: { status: 'nietAangemeld' },
      },
      { op: '2026-08-31', verwacht: { status: 'ingeschreven', signalen: [] } },
      { op: '2026-09-04', verwacht: { status: 'ingeschreven' } },
      { op: '2026-09-07', verwacht: { status: 'aangekomen' } },
    ],
  },
  {
    wat: 'vervolgkeuze mbo is no voorgenomenVervolg',
    kandidaat: { vervolgkeuze: 'mbo' },
    avonden: [{ op: '2026-04-02', verwacht: { voorgenomen: null, signalen: ['geenAanmelding'] } }],
  },
  {
    wat: 'an empty column never clears it, another choice does',
    kandidaat: { vervolgkeuze: 'vavo' },
    avonden: [
      { op: '2026-04-02', verwacht: { onderdrukt: 'voorgenomenVervolg' } },
      { op: '2026-04-03', kandidaat: { vervolgkeuze: null }, verwacht: { voorgenomen: 'vavo', signalen: [] } },
      {
        op: '2026-04-04',
        kandidaat: { vervolgkeuze: 'mbo' },
        verwacht: { voorgenomen: null, signalen: ['geenAanmelding'] },
      },
    ],
  },
  {
    wat: 'the vanished exam row does not clear it',
    kandidaat: { vervolgkeuze: 'havo', uitslag: 'geslaagd' },
    avonden: [
      {
        op: '2026-08-10',
        rijen: [{ sleutel: 'eigen', weg: true }],
        verwacht: { voorgenomen: 'havo', signalen: [], stand: 'onderweg' },
      },
    ],
  },
  {
    wat: 'vervolgkeuze werk while leerplichtig meets nothing',
    kandidaat: { vervolgkeuze: 'werk' },
    avonden: [
      { op: '2026-04-02', verwacht: { onderdrukt: null, signalen: ['geenAanmelding'], stand: 'inBehandeling' } },
    ],
  },
  {
    wat: 'vervolgkeuze werk counts from the 18th birthday on',
    kandidaat: { vervolgkeuze: 'werk', geboortedatum: '2008-04-03' },
    avonden: [
      { op: '2026-04-02', verwacht: { onderdrukt: null, signalen: ['geenAanmelding'] } },
      { op: '2026-04-03', verwacht: { onderdrukt: 'voorgenomenVervolg', signalen: [], casus: 'gesloten' } },
    ],
  },
  {
    wat: 'while it holds a red application is a line, no signaal',
    kandidaat: { vervolgkeuze: 'havo' },
    avonden: [
      { op: '2026-04-10', rijen: [{ status: 'aangemeld' }], verwacht: { signalen: [] } },
      {
        op: '2026-05-01',
        rijen: [{ status: 'afgewezen' }],
        verwacht: { status: 'afgewezen', signalen: [], onderdrukt: 'voorgenomenVervolg', stand: 'onderweg' },
      },
      {
        op: '2026-09-07',
        rijen: [{ sleutel: 'eigen', weg: true }],
        kandidaat: { uitslag: 'geslaagd' },
        verwacht: { signalen: ['nietIngeschreven'] },
      },
    ],
  },
  {
    wat: 'afgewezen and back: suppressed until eersteLesdag + 10 werkdagen, then the own row is the proof',
    avonden: [
      {
        op: '2026-06-15',
        kandidaat: { uitslag: 'afgewezen' },
        verwacht: { vraag: 'aangemeld', onderdrukt: 'afgewezen', signalen: [], status: 'nietAangemeld' },
      },
      { op: '2026-07-01', verwacht: { vraag: 'overeenkomstAangeboden', onderdrukt: 'afgewezen', signalen: [] } },
      { op: '2026-09-04', verwacht: { status: 'ingeschreven', onderdrukt: 'afgewezen', signalen: [] } },
      { op: '2026-09-07', verwacht: { status: 'aangekomen', stand: 'aangekomen' } },
    ],
  },
  {
    wat: 'afgewezen, school silent on the day itself: enrolled is enough until 1 October',
    kandidaat: { uitslag: 'afgewezen' },
    avonden: [
      { op: '2026-09-04', verwacht: { status: 'ingeschreven' } },
      {
        op: '2026-09-07',
        stil: true,
        verwacht: { vraag: 'ingeschreven', onderdrukt: null, signalen: [], stand: 'onderweg' },
      },
      { op: '2026-10-01', stil: true, verwacht: { signalen: ['nietAangekomen'] } },
    ],
  },
  {
    wat: 'afgewezen: the mbo application withdrawn in July is no signaal, missing school in September is',
    avonden: [
      { op: '2026-05-20', rijen: [{ status: 'aangemeld' }], verwacht: { signalen: [] } },
      { op: '2026-06-15', kandidaat: { uitslag: 'afgewezen' }, verwacht: { onderdrukt: 'afgewezen' } },
      {
        op: '2026-07-05',
        rijen: [{ status: 'afgewezen' }],
        verwacht: { status: 'afgewezen', signalen: [], stand: 'onderweg' },
      },
      {
        op: '2026-08-31',
        rijen: [{ sleutel: 'eigen', eind: '2026-07-31', status: 'ingeschreven' }],
        verwacht: { signalen: ['uitgevallen'] },
      },
      { op: '2026-09-07', verwacht: { onderdrukt: null, signalen: ['uitgevallen'], stand: 'inBehandeling' } },
    ],
  },
  {
    wat: 'an open signaal closes when afgewezen suppresses its ask',
    avonden: [
      {
        op: '2026-05-20',
        rijen: [{ status: 'ingetrokken', statusDatum: '2026-05-19' }],
        verwacht: { signalen: ['ingetrokken'] },
      },
      { op: '2026-06-15', kandidaat: { uitslag: 'afgewezen' }, verwacht: { signalen: [], casus: 'gesloten' } },
    ],
  },
  {
    wat: 'afgewezen and to vavo elsewhere: proof from eersteLesdag + 10 werkdagen, whatever its begindatum',
    kandidaat: { uitslag: 'afgewezen' },
    avonden: [
      {
        op: '2026-09-04',
        rijen: [
          { sleutel: 'eigen', eind: '2026-07-31', status: 'ingeschreven' },
          { school: '77VO00', soort: 'vavo', status: 'ingeschreven', begin: '2026-09-01' },
        ],
        verwacht: { status: 'ingeschreven', signalen: [] },
      },
      { op: '2026-09-07', verwacht: { status: 'aangekomen' } },
    ],
  },
  {
    wat: 'J became N while enrolled: teruggetrokken, suppressed, the same row is the proof',
    avonden: [
      {
        op: '2026-02-10',
        kandidaat: { teruggetrokkenOp: '2026-02-10' },
        verwacht: { vraag: null, signalen: [], stand: 'onderweg' },
      },
      { op: '2026-04-02', verwacht: { onderdrukt: 'teruggetrokken', signalen: [] } },
      { op: '2026-09-07', verwacht: { status: 'aangekomen' } },
    ],
  },
  {
    wat: 'geslaagd is not undone by a J that becomes N afterwards',
    avonden: [
      {
        op: '2026-07-01',
        kandidaat: { uitslag: 'geslaagd', teruggetrokkenOp: '2026-07-01' },
        verwacht: { onderdrukt: null, signalen: ['geenPlaatsing'] },
      },
    ],
  },
  {
    wat: 'gespreid: the other half next year, judged like afgewezen',
    kandidaat: { uitslag: 'gespreid' },
    avonden: [
      {
        op: '2026-07-08',
        rijen: [{ status: 'ingetrokken' }],
        verwacht: { onderdrukt: 'gespreid', signalen: [], stand: 'onderweg' },
      },
      { op: '2026-09-07', verwacht: { status: 'aangekomen' } },
    ],
  },
];
