import type { Rooster } from '#wachtrij';
import { BEWAARROOSTER, OCHTENDROOSTER, UPLOADROOSTER } from '#aanlevering/worker';
import { BEWAKINGSROOSTER } from '#casussen/worker';
import { NACHTCONTROLE } from '#doorstroom/worker';
import { OPRUIMROOSTER } from '#wachtrij/worker';

/** Every schedule of the system. */
export const ROOSTERS: readonly Rooster[] = [
  OPRUIMROOSTER,
  NACHTCONTROLE,
  BEWAKINGSROOSTER,
  UPLOADROOSTER,
  OCHTENDROOSTER,
  BEWAARROOSTER,
];
