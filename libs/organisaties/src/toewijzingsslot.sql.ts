import type { Tx } from '#database';

/** Any fixed number: the first half of the advisory lock, the region is the second. */
const TOEWIJZINGSSLOT = 7_584_840;

/**
 * One routing at a time per region: who hands out casussen, or changes who can get them, takes this lock until the end
 * of its transaction. Take it before touching a medewerker or casus row, since whoever holds it wants those rows too.
 */
export async function neemToewijzingsslot(tx: Tx, regioId: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [TOEWIJZINGSSLOT, regioId]);
}
