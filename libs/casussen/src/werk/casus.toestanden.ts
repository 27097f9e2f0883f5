import type { Fase } from '../casus.js';

/** What makes a casus go from one fase to another (domain.md 4). */
export const OVERGANGEN = ['begeleiden', 'afronden', 'sluiten', 'heropenen'] as const;
export type Overgang = (typeof OVERGANGEN)[number];

/**
 * Where each overgang leads; what is not here cannot happen. «Begeleiden» from afronding is taking it up again: what was
 * thought done was not. A casus that is opened again is helped at once: the night closes what is in `nagaan` by itself.
 */
export const TOESTANDEN: Readonly<Record<Fase, Readonly<Partial<Record<Overgang, Fase>>>>> = {
  nagaan: { begeleiden: 'begeleiding', afronden: 'afronding', sluiten: 'gesloten' },
  begeleiding: { afronden: 'afronding', sluiten: 'gesloten' },
  afronding: { begeleiden: 'begeleiding', sluiten: 'gesloten' },
  gesloten: { heropenen: 'begeleiding' },
};
