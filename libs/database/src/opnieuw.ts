/** How often work is tried that met somebody else's. */
const POGINGEN = 3;

/** SQLSTATE of deadlock_detected and serialization_failure: of two who waited for each other this one gave way. */
const GEWEKEN: readonly unknown[] = ['40P01', '40001'];

/** Thrown inside `metHerkansing`: what was waited for changed meanwhile, so everything is undone and done again. */
export class Opnieuw extends Error {}

/**
 * Runs a whole transaction, and again when it had to give way to another. For what a person asks over HTTP: a job is tried
 * again by the ledger.
 * @throws what `werk` throws; what `bezet` makes when it had to give way each time.
 */
export async function metHerkansing<T>(werk: () => Promise<T>, bezet: () => Error): Promise<T> {
  for (let poging = 1; ; poging += 1) {
    try {
      return await werk();
    } catch (fout) {
      if (!moetOpnieuw(fout)) throw fout;
      if (poging === POGINGEN) throw bezet();
    }
  }
}

function moetOpnieuw(fout: unknown): boolean {
  if (fout instanceof Opnieuw) return true;
  if (!(fout instanceof Error)) return false;
  const bron = 'driverError' in fout && fout.driverError instanceof Error ? fout.driverError : fout;
  return GEWEKEN.includes(Reflect.get(bron, 'code'));
}
