import type { Situatie } from './situatie.js';

export const SITUATIES: Situatie[] = [
  {
    wat: 'no application: nothing on 1 April, geenAanmelding from 2 April',
    avonden: [
      { op: '2026-04-01', verwacht: { status: 'nietAangemeld', vraag: null, signalen: [], stand: 'onderweg', casus: null } },
      { op: '2026-04-02', verwacht: { vraag: 'aangemeld', onderdrukt: null, signalen: ['geenAanmelding'], stand: 'inBehandeling', casus: 'open' } },
      { op: '2026-04-03', rijen: [{ status: 'aangemeld' }], verwacht: { status: 'aangemeld', rang: 1, signalen: [], stand: 'onderweg', casus: 'gesloten' } },
    ],
  },
];
