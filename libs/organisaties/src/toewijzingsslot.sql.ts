import type { Tx } from '#database';

/** Any fixed number: the first half of the advisory lock, the region is the second. */
export const TOEWIJZINGSSLOT = 7_584_840;

/**
 * The slot of a region: one routing and one delivery at a time. Who hands out casussen or changes who can get them, decides
 * who is who, or takes that back, takes this lock until the end of its transaction. Take it before touching a medewerker or casus row, since whoever holds it wants those rows too.
 */
export async function neemToewijzingsslot(tx: Tx, regioId: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [TOEWIJZINGSSLOT, regioId]);
}
