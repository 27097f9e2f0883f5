import { inSavepoint, type Tx } from '#database';

/** Thrown to leave a savepoint undone when all went well. */
class Ongedaan extends Error {}

/**
 * Does the work in full and undoes it: the outcome tells what would have happened, since it is what happened. Nothing is
 * kept and no bell rings.
 */
export async function inProef<T>(tx: Tx, werk: () => Promise<T>): Promise<T> {
  const uitkomsten: T[] = [];
  const einde = new Ongedaan();
  try {
    await inSavepoint(tx, async () => {
      uitkomsten.push(await werk());
      throw einde;
    });
  } catch (fout) {
    if (fout !== einde) throw fout;
  }
  return uitkomsten[0] as T;
}
