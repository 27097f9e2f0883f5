import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { foutKenmerk } from './fout.js';
import type { JobDefinitie, JobLengte } from './job.js';

/** What a worker hears: there is work of this kind in this region. Never which rows, never their data. */
export interface Bel {
  soort: string;
  lengte: JobLengte;
  regioId: number;
}

/** Where bells go: a BullMQ queue, or nothing where no worker listens. */
export abstract class Belkanaal {
  abstract lui(bellen: readonly Bel[], overMs: number): Promise<void>;
}

/** A kanaal that does not answer in this time counts as down. */
const GEDULD_MS = 5_000;
/** Later than this is for the sweep alone. */
const LANGSTE_VERTRAGING_MS = 3_600_000;

/**
 * Rings the bells. It never fails and never makes its caller wait: a bell that is lost costs time, not work, since the
 * sweep rings again for every due row. Bells for the same kind and region that come while one is on its way are one.
 */
@Injectable()
export class Bode implements BeforeApplicationShutdown {
  private readonly log = new Logger(Bode.name);
  private readonly wachtend = new Map<string, Bel>();
  private ronde: Promise<void> | null = null;
  private stuk = false;

  constructor(private readonly kanaal: Belkanaal) {}

  /** @param overMs how long from now the work is due. */
  lui(job: Pick<JobDefinitie<unknown>, 'naam' | 'lengte'>, regioId: number, overMs = 0): void {
    const bel = { soort: job.naam, lengte: job.lengte, regioId };
    if (overMs > 0) {
      if (overMs <= LANGSTE_VERTRAGING_MS) void this.stuur([bel], overMs);
      return;
    }
    this.wachtend.set(`${job.naam} ${regioId}`, bel);
    this.ronde ??= this.stuurAlles();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.leeg();
  }

  /** Waits until every bell so far has been sent or given up: for a process that ends after its work. */
  async leeg(): Promise<void> {
    await this.ronde;
  }

  private async stuurAlles(): Promise<void> {
    await Promise.resolve(); // let the rest of this turn ring along
    while (this.wachtend.size > 0) {
      const bellen = [...this.wachtend.values()];
      this.wachtend.clear();
      await this.stuur(bellen, 0);
    }
    this.ronde = null;
  }

  private async stuur(bellen: readonly Bel[], overMs: number): Promise<void> {
    try {
      await binnen(GEDULD_MS, this.kanaal.lui(bellen, overMs));
      if (this.stuk) this.log.log('Bellen komen weer aan.');
      this.stuk = false;
    } catch (fout) {
      if (!this.stuk)
        this.log.warn(`Bellen komen niet aan (${foutKenmerk(fout)}); het werk blijft staan en wacht op de ronde.`);
      this.stuk = true;
    }
  }
}

async function binnen(ms: number, werk: Promise<void>): Promise<void> {
  let wekker: NodeJS.Timeout | undefined;
  const op = new Promise<never>((_, weiger) => {
    wekker = setTimeout(() => weiger(new Error('timeout')), ms);
    wekker.unref();
  });
  try {
    await Promise.race([werk, op]);
  } finally {
    clearTimeout(wekker);
  }
}
