import { definieerJob } from '#wachtrij';

/** One round of the bewaking over a region. */
export const bewaak = definieerJob<Record<string, never>>({
  naam: 'casussen.bewaak',
  lengte: 'lang',
  lees: () => ({}),
});
