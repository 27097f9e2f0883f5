import { setTimeout as wacht } from 'node:timers/promises';
import { Onbereikbaar } from './uitkomst.js';

const LANGSTE_PAUZE_MS = 300_000;

export interface Volharding {
  /** How often in all. */
  pogingen: number;
  /** Before the second try; doubled for each one after. */
  pauzeMs: number;
  meld: (regel: string) => void;
}

/**
 * Tries until it succeeds, gives up after the last try, or stops at once on what trying again does not change.
 * @throws the last Onbereikbaar, or whatever else `werk` throws.
 */
export async function houdVol<T>({ pogingen, pauzeMs, meld }: Volharding, werk: () => Promise<T>): Promise<T> {
  for (let poging = 1; ; poging += 1) {
    try {
      return await werk();
    } catch (fout) {
      if (!(fout instanceof Onbereikbaar) || poging >= pogingen) throw fout;
      const ms = pauze(poging, pauzeMs, fout.opnieuwNaS, Math.random());
      meld(`Poging ${poging} van ${pogingen}: ${fout.message}. Opnieuw over ${Math.ceil(ms / 1000)} s.`);
      await wacht(ms);
    }
  }
}

/**
 * Doubles each time, of which the second half by chance: schools that all start at two o'clock do not all come back
 * together. What the other side asks for is a minimum.
 */
export function pauze(poging: number, pauzeMs: number, opnieuwNaS: number | undefined, toeval: number): number {
  const vol = Math.min(pauzeMs * 2 ** (poging - 1), LANGSTE_PAUZE_MS);
  const eigen = vol / 2 + (vol / 2) * toeval;
  return Math.max(eigen, Math.min((opnieuwNaS ?? 0) * 1000, 2 * LANGSTE_PAUZE_MS));
}
