import type { Kolommen } from '#toegang';

/** The columns of a query with casus as `c` (and nothing else) over which need-to-know is written. */
export const CASUSKOLOMMEN = {
  onderwerp: 'casus',
  casus: 'c.id',
  leerling: 'c.leerling_id',
  woongemeente: 'c.woongemeente',
  school: 'c.school',
  verantwoordelijke: 'c.verantwoordelijke_id',
  fase: 'c.fase',
  geslotenOp: 'c.gesloten_op',
} as const satisfies Kolommen;

/** The same for what only they see who see the casus itself: timeline and tasks (toegang.md 1, T1). */
export const CASUSKOLOMMEN_T1: Kolommen = { ...CASUSKOLOMMEN, laag: 'T1' };
