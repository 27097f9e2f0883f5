import { Injectable } from '@nestjs/common';
import { Uitvoerder } from './uitvoerder.js';

/** A batch under way. */
interface Loper {
  /** It took as much as it could: there may be more, which another may do at the same time. */
  vol: boolean;
  /** A bell rang since it looked. */
  nogEens: boolean;
}

/**
 * Turns bells into batches. Bells for the same (soort, regio) that come while a batch is under way here wait for its end
 * together, so that work that trickles in is done in batches that grow with the load; only when a batch was full is
 * there a second one beside it.
 */
@Injectable()
export class Beantwoorder {
  private readonly lopers = new Map<string, Set<Loper>>();

  constructor(private readonly uitvoerder: Uitvoerder) {}

  async hoor(soort: string, regioId: number, stop: AbortSignal): Promise<void> {
    const sleutel = `${soort} ${regioId}`;
    const lopers = this.lopers.get(sleutel) ?? new Set<Loper>();
    const bezig = [...lopers].find((l) => !l.vol);
    if (bezig !== undefined) {
      bezig.nogEens = true;
      return;
    }
    const loper: Loper = { vol: false, nogEens: true };
    this.lopers.set(sleutel, lopers.add(loper));
    try {
      while (loper.nogEens) {
        // Another process must hear what this one, which stops, did not answer.
        if (stop.aborted) return this.uitvoerder.laatOver(soort, regioId);
        loper.nogEens = false;
        loper.vol = false;
        await this.uitvoerder.werkPartij(soort, regioId, { stop, bijVol: () => (loper.vol = true) });
      }
    } finally {
      lopers.delete(loper);
      if (lopers.size === 0) this.lopers.delete(sleutel);
    }
  }
}
