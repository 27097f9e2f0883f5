import { definieerJob, definieerRooster } from '#wachtrij';

/** Removes what uploads left whose process was killed. */
export const ruimUploadsOp = definieerJob<object>({
  naam: 'aanlevering.ruimUploads',
  lengte: 'kort',
  lees: () => ({}),
});

export const UPLOADROOSTER = definieerRooster({
  naam: 'aanlevering.uploads',
  patroon: '*/10 * * * *',
  voor: 'instantie',
  inhalenUren: 1,
  job: ruimUploadsOp,
  data: () => ({}),
});
