import { definieerJob, definieerRooster } from '#wachtrij';

/** Removes a portion of what is kept no longer (toegang.md 7); asks for the next one until nothing is left. */
export const bewaarTermijnen = definieerJob<object>({
  naam: 'aanlevering.bewaartermijnen',
  lengte: 'lang',
  lees: () => ({}),
});

/** After the deliveries and checks of the night. */
export const BEWAARROOSTER = definieerRooster({
  naam: 'aanlevering.bewaartermijnen',
  patroon: '30 5 * * *',
  voor: 'elkeRegio',
  inhalenUren: 24,
  job: bewaarTermijnen,
  data: () => ({}),
});
