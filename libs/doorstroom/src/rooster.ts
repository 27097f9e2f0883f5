import { definieerRooster } from '#wachtrij';
import { nachtcontrole } from './jobs.js';

/** After the schools' exports of the night, before the officers' morning; a night that was missed is made up for. */
export const NACHTCONTROLE = definieerRooster({
  naam: 'doorstroom.nacht',
  patroon: '15 4 * * *',
  voor: 'elkeRegio',
  inhalenUren: 20,
  job: nachtcontrole,
  data: () => ({}),
});
