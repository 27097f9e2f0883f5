/** How this worker behaves; the defaults are for production, a test shortens what it would otherwise wait for. */
export class Instellingen {
  /** Time between taking rows and locking them that a worker gets before another may take them over. */
  readonly bezetMs: number = 15_000;
  /** Time between two rounds past everything that is due. */
  readonly rondeMs: number = 30_000;
  /** Batches of short jobs at a time. */
  readonly kort: number = 8;
  /** Long jobs at a time. */
  readonly lang: number = 2;
  /** Wait after the first failure; three times longer after each next one. */
  readonly eersteUitstelMs: number = 5_000;

  constructor(anders: Partial<Instellingen> = {}) {
    Object.assign(this, anders);
  }
}

const LANGSTE_UITSTEL_MS = 3_600_000;

/** Back-off after the given attempt (from 1), in ms: threefold each time, at most an hour, up to a fifth more or less. */
export function uitstelMs(poging: number, eersteMs: number, toeval: number = Math.random()): number {
  const ms = Math.min(eersteMs * 3 ** (poging - 1), LANGSTE_UITSTEL_MS);
  return Math.round(ms * (0.8 + 0.4 * toeval));
}
