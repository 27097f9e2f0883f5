import type { Sluitgrond } from '../../haken.js';

/** How a casus that somebody closes may have ended. */
export const UITKOMSTEN = ['aangekomen', 'bestemd', 'alsnogOpKoers', 'afgehandeld'] as const;
export type Casusuitkomst = (typeof UITKOMSTEN)[number];

/** As a sentence in the timeline. */
export const UITKOMSTTEKST: Readonly<Record<Casusuitkomst, string>> = {
  aangekomen: 'de leerling is aangekomen',
  bestemd: 'de leerling heeft een andere bestemming',
  alsnogOpKoers: 'de leerling is alsnog op koers',
  afgehandeld: 'er is geen hulp meer nodig',
};

/** Whether an outcome says what is so: who has not arrived is not written down as arrived. */
export function pastBij(uitkomst: Casusuitkomst, grond: Sluitgrond): boolean {
  if (uitkomst === 'aangekomen') return grond === 'aangekomen';
  if (uitkomst === 'bestemd') return grond === 'bestemd';
  return uitkomst === 'afgehandeld' || grond !== 'nietGevolgd';
}
