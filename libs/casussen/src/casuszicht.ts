import type { Kolommen } from '#toegang';

/** The columns of a query with casus as `c` (and nothing else) over which need-to-know is written. */
export const CASUSKOLOMMEN: Kolommen = {
  onderwerp: 'casus',
  leerling: 'c.leerling_id',
  woongemeente: 'c.woongemeente',
  school: 'c.school',
  verantwoordelijke: 'c.verantwoordelijke_id',
  fase: 'c.fase',
  geslotenOp: 'c.gesloten_op',
};
