import type { Situatie } from './situatie.js';

/** The signaleringskalender per profile, and what suppresses it. */
export const KALENDER: readonly Situatie[] = [
  {
    wat: 'no application: nothing on 1 April, geenAanmelding from 2 April, closed by an application',
    avonden: [
      {
        op: '2026-04-01',
        verwacht: { status: 'nietAangemeld', vraag: null, signalen: [], stand: 'onderweg', casus: null },
      },
      {
        op: '2026-04-02',
        verwacht: {
          vraag: 'aangemeld',
          onderdrukt: null,
          signalen: ['geenAanmelding'],
          stand: 'inBehandeling',
          casus: 'open',
        },
      },
      {
        op: '2026-04-03',
        rijen: [{ status: 'aangemeld' }],
        verwacht: { status: 'aangemeld', rang: 1, signalen: [], stand: 'onderweg', casus: 'gesloten' },
      },
    ],
  },
  {
    wat: 'a whole year in time: each ask on its day, arrival after 10 werkdagen',
    avonden: [
      { op: '2026-03-20', rijen: [{ status: 'aangemeld' }], verwacht: { vraag: null, stand: 'onderweg' } },
      { op: '2026-04-02', verwacht: { vraag: 'aangemeld', signalen: [], stand: 'onderweg' } },
      { op: '2026-06-30', kandidaat: { uitslag: 'geslaagd' }, verwacht: { vraag: 'aangemeld', signalen: [] } },
      {
        op: '2026-07-01',
        verwacht: { vraag: 'overeenkomstAangeboden', signalen: ['geenPlaatsing'], stand: 'inBehandeling' },
      },
      {
        op: '2026-07-02',
        rijen: [{ status: 'overeenkomstAangeboden' }],
        verwacht: { rang: 3, signalen: [], stand: 'onderweg', casus: 'gesloten' },
      },
      { op: '2026-08-30', verwacht: { vraag: 'overeenkomstAangeboden', signalen: [] } },
      { op: '2026-08-31', verwacht: { vraag: 'ingeschreven', signalen: ['nietIngeschreven'] } },
      {
        op: '2026-09-01',
        rijen: [{ status: 'ingeschreven' }],
        verwacht: { status: 'ingeschreven', rang: 4, signalen: [], stand: 'onderweg' },
      },
      { op: '2026-09-04', verwacht: { status: 'ingeschreven' } },
      { op: '2026-09-07', verwacht: { status: 'aangekomen', rang: 5, stand: 'aangekomen', signalen: [] } },
      { op: '2026-10-01', verwacht: { vraag: 'aangekomen', signalen: [], stand: 'aangekomen' } },
    ],
  },
  {
    wat: 'a later calendar signaal replaces the earlier one; the casus stays the same',
    avonden: [
      { op: '2026-04-02', kandidaat: { uitslag: 'geslaagd' }, verwacht: { signalen: ['geenAanmelding'] } },
      { op: '2026-07-01', verwacht: { signalen: ['geenPlaatsing'], casus: 'open' } },
      { op: '2026-08-31', verwacht: { signalen: ['nietIngeschreven'] } },
      { op: '2026-09-30', verwacht: { signalen: ['nietIngeschreven'] } },
      {
        op: '2026-10-01',
        verwacht: { vraag: 'aangekomen', signalen: ['nietAangekomen'], stand: 'inBehandeling', casus: 'open' },
      },
    ],
  },
  {
    wat: 'intakeGepland is not a place',
    avonden: [
      {
        op: '2026-06-30',
        kandidaat: { uitslag: 'geslaagd' },
        rijen: [{ status: 'intakeGepland' }],
        verwacht: { rang: 2, signalen: [] },
      },
      { op: '2026-07-01', verwacht: { signalen: ['geenPlaatsing'] } },
    ],
  },
  {
    wat: 'uitslag onbekend: geenPlaatsing waits until uitslagGrens, the previous ask stands',
    avonden: [
      { op: '2026-06-30', rijen: [{ status: 'aangemeld' }], verwacht: { vraag: 'aangemeld', onderdrukt: null } },
      {
        op: '2026-07-01',
        verwacht: { vraag: 'aangemeld', onderdrukt: 'uitslagOpen', signalen: [], stand: 'onderweg' },
      },
      { op: '2026-07-07', verwacht: { vraag: 'aangemeld', onderdrukt: 'uitslagOpen', signalen: [] } },
      {
        op: '2026-07-08',
        verwacht: { vraag: 'overeenkomstAangeboden', onderdrukt: null, signalen: ['geenPlaatsing'] },
      },
    ],
  },
  {
    wat: 'herexamen: the same',
    avonden: [
      {
        op: '2026-07-07',
        kandidaat: { uitslag: 'herexamen' },
        rijen: [{ status: 'intakeGepland' }],
        verwacht: { onderdrukt: 'uitslagOpen', signalen: [] },
      },
      { op: '2026-07-08', verwacht: { onderdrukt: null, signalen: ['geenPlaatsing'] } },
    ],
  },
  {
    wat: 'uitslag open without application: geenAanmelding goes on, nothing is suppressed',
    avonden: [
      { op: '2026-04-02', verwacht: { signalen: ['geenAanmelding'] } },
      {
        op: '2026-07-01',
        verwacht: { vraag: 'aangemeld', onderdrukt: null, signalen: ['geenAanmelding'], stand: 'inBehandeling' },
      },
      { op: '2026-07-08', verwacht: { signalen: ['geenPlaatsing'] } },
    ],
  },
  {
    wat: 'uitslag open with a place: met anyway',
    avonden: [
      {
        op: '2026-07-01',
        rijen: [{ status: 'overeenkomstAangeboden' }],
        verwacht: { onderdrukt: null, signalen: [], stand: 'onderweg' },
      },
    ],
  },
  {
    wat: 'vavo has an exam too',
    kandidaat: { soort: 'vavo', leerweg: 'tl' },
    avonden: [
      { op: '2026-07-01', rijen: [{ status: 'aangemeld' }], verwacht: { onderdrukt: 'uitslagOpen', signalen: [] } },
    ],
  },
  {
    wat: 'pro has no exam: an uitslag that stays onbekend suppresses nothing',
    kandidaat: { soort: 'pro', profiel: 'vervolgonderwijs' },
    avonden: [
      { op: '2026-06-30', rijen: [{ status: 'aangemeld' }], verwacht: { signalen: [] } },
      { op: '2026-07-01', verwacht: { vraag: 'overeenkomstAangeboden', signalen: ['geenPlaatsing'] } },
    ],
  },
  {
    wat: 'pro without profile follows the calendar of vervolgonderwijs',
    kandidaat: { soort: 'pro' },
    avonden: [{ op: '2026-04-02', verwacht: { vraag: 'aangemeld', signalen: ['geenAanmelding'] } }],
  },
  {
    wat: 'isk: rolling intake, geenAanmelding from 1 June',
    kandidaat: { soort: 'isk' },
    avonden: [
      { op: '2026-04-02', verwacht: { vraag: null, signalen: [] } },
      { op: '2026-05-31', verwacht: { vraag: null, signalen: [] } },
      { op: '2026-06-01', verwacht: { vraag: 'aangemeld', signalen: ['geenAanmelding'] } },
      { op: '2026-07-01', verwacht: { signalen: ['geenPlaatsing'] } },
      { op: '2026-08-31', verwacht: { signalen: ['nietIngeschreven'] } },
    ],
  },
  {
    wat: 'entree: the same calendar as isk',
    kandidaat: { soort: 'mbo', niveau: 1, begin: '2025-08-25' },
    avonden: [
      { op: '2026-05-31', verwacht: { vraag: null, signalen: [], status: 'nietAangemeld' } },
      { op: '2026-06-01', verwacht: { signalen: ['geenAanmelding'] } },
    ],
  },
  {
    wat: 'pro profiel arbeid with vervolgkeuze werk: met until 1 October at any age, no other asks',
    kandidaat: { soort: 'pro', profiel: 'arbeid', vervolgkeuze: 'werk' },
    avonden: [
      { op: '2026-06-30', verwacht: { vraag: null, onderdrukt: null, signalen: [] } },
      {
        op: '2026-07-01',
        verwacht: {
          vraag: 'overeenkomstAangeboden',
          onderdrukt: 'voorgenomenVervolg',
          signalen: [],
          stand: 'onderweg',
        },
      },
      { op: '2026-08-31', verwacht: { vraag: 'overeenkomstAangeboden', signalen: [] } },
      { op: '2026-09-07', verwacht: { onderdrukt: 'voorgenomenVervolg', signalen: [] } },
      { op: '2026-09-30', verwacht: { onderdrukt: 'voorgenomenVervolg', signalen: [] } },
      { op: '2026-10-01', verwacht: { vraag: 'aangekomen', onderdrukt: null, signalen: ['nietAangekomen'] } },
    ],
  },
  {
    wat: 'vso profiel dagbesteding with vervolgkeuze dagbesteding: the same',
    kandidaat: { soort: 'vso', profiel: 'dagbesteding', vervolgkeuze: 'dagbesteding' },
    avonden: [
      { op: '2026-07-01', verwacht: { onderdrukt: 'voorgenomenVervolg', signalen: [] } },
      { op: '2026-10-01', verwacht: { signalen: ['nietAangekomen'] } },
    ],
  },
  {
    wat: 'pro profiel arbeid without vervolgkeuze: geenPlaatsing on 1 July, nothing before',
    kandidaat: { soort: 'pro', profiel: 'arbeid' },
    avonden: [
      { op: '2026-04-02', verwacht: { vraag: null, signalen: [] } },
      { op: '2026-07-01', verwacht: { vraag: 'overeenkomstAangeboden', signalen: ['geenPlaatsing'] } },
      {
        op: '2026-07-02',
        kandidaat: { vervolgkeuze: 'werk' },
        verwacht: { signalen: [], onderdrukt: 'voorgenomenVervolg', casus: 'gesloten' },
      },
    ],
  },
  {
    wat: 'began in the 10 werkdagen before 1 October: 10 werkdagen from the begin',
    avonden: [
      {
        op: '2026-09-18',
        kandidaat: { uitslag: 'geslaagd' },
        rijen: [{ status: 'ingeschreven', begin: '2026-09-18' }],
        verwacht: { status: 'ingeschreven' },
      },
      { op: '2026-10-01', verwacht: { vraag: 'ingeschreven', signalen: [], stand: 'onderweg' } },
      { op: '2026-10-02', stil: true, verwacht: { vraag: 'aangekomen', signalen: ['nietAangekomen'] } },
      { op: '2026-10-03', verwacht: { status: 'aangekomen', signalen: [] } },
    ],
  },
  {
    wat: 'begins after 1 October: asked on 1 October',
    avonden: [
      {
        op: '2026-09-15',
        kandidaat: { uitslag: 'geslaagd' },
        rijen: [{ status: 'ingeschreven', begin: '2026-10-05' }],
        verwacht: { signalen: [] },
      },
      { op: '2026-10-01', verwacht: { vraag: 'aangekomen', signalen: ['nietAangekomen'] } },
    ],
  },
  {
    wat: 'in no doelgroep: flagged, no casus, onderweg with the reason',
    kandidaat: { soort: 'isk', geboortedatum: '1998-03-01' },
    avonden: [
      {
        op: '2026-06-01',
        verwacht: { signalen: ['geenAanmelding'], onderdrukt: 'geenDoelgroep', stand: 'onderweg', casus: null },
      },
    ],
  },
];
