import { definieerJob, definieerRooster } from '#wachtrij';

/** Asks the coordinator about deliveries that wait too long. */
export const aanleveringOchtend = definieerJob<object>({
  naam: 'aanlevering.ochtend',
  lengte: 'kort',
  lees: () => ({}),
});

/** Before people begin. */
export const OCHTENDROOSTER = definieerRooster({
  naam: 'aanlevering.ochtend',
  patroon: '0 6 * * *',
  voor: 'elkeRegio',
  inhalenUren: 17,
  job: aanleveringOchtend,
  data: () => ({}),
});
