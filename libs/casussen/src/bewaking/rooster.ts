import { definieerRooster } from '#wachtrij';
import { bewaak } from './jobs.js';

/** Follows the last doorstroomcontrole of a night; here also when one of them is stuck, or there is none. */
export const BEWAKINGSROOSTER = definieerRooster({
  naam: 'casussen.bewaking',
  patroon: '45 6 * * *',
  voor: 'elkeRegio',
  inhalenUren: 16,
  job: bewaak,
  data: () => ({}),
});
