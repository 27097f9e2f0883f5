import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Job } from 'bullmq';
import { Redis } from 'ioredis';
import { Beantwoorder } from './beantwoorder.js';
import { type BelVerbinding, maakWorker, type OpenWorker } from './bellen.sql.js';
import { Bode } from './bode.js';
import { foutKenmerk } from './fout.js';
import { Instellingen } from './instellingen.js';
import { BELVERBINDING, QUEUE, ROOSTERBEL } from './kanaal.js';
import { Ronde } from './ronde.js';
import { Roosters } from './roosters.js';

/** Answers the bells, from the start of the application until it shuts down. */
@Injectable()
export class Luisteraar implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(Luisteraar.name);
  private readonly stop = new AbortController();
  private readonly workers: OpenWorker[] = [];
  private readonly bezig = new Set<Promise<void>>();
  private wacht: Redis | undefined;
  private gestoord = false;

  constructor(
    @Inject(BELVERBINDING) private readonly verbinding: BelVerbinding,
    private readonly beantwoorder: Beantwoorder,
    private readonly roosters: Roosters,
    private readonly ronde: Ronde,
    private readonly bode: Bode,
    private readonly instellingen: Instellingen,
  ) {}

  /**
   * Without Redis it starts all the same: it listens from the moment Redis is there.
   * @throws Error when BullMQ's schema is missing where PostgreSQL carries the bells: `migreer` makes it.
   */
  async onApplicationBootstrap(): Promise<void> {
    if (this.verbinding.redisUrl === undefined) await this.luister();
    else this.wacht = this.bijVerbinding(this.verbinding.redisUrl);
    await this.ronde.loop();
  }

  /** Takes no new work, gives back what it had not begun, and waits for the row it is on. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    this.wacht?.disconnect();
    const bezig = Promise.all(this.bezig);
    await Promise.all([this.ronde.stop(), ...this.workers.map((w) => w.sluit(bezig))]);
    await this.bode.leeg();
  }

  private async luister(): Promise<void> {
    if (this.stop.signal.aborted) return;
    const { kort, lang } = this.instellingen;
    const wachtrijen = [
      [QUEUE.kort, kort],
      [QUEUE.lang, lang],
    ] as const;
    for (const [naam, tegelijk] of wachtrijen) {
      const bijFout = (fout: Error): void => this.meldStoring(fout);
      this.workers.push(
        maakWorker(naam, this.verbinding, (bel) => this.onthoud(this.hoor(bel)), { tegelijk, bijFout }),
      );
    }
    await Promise.all(this.workers.map((w) => w.worker.waitUntilReady()));
    for (const { worker } of this.workers) worker.run().catch((fout: unknown) => this.meldStoring(fout));
  }

  private async onthoud(werk: Promise<void>): Promise<void> {
    this.bezig.add(werk);
    try {
      await werk;
    } finally {
      this.bezig.delete(werk);
    }
  }

  /** Never fails. */
  private async hoor(bel: Job): Promise<void> {
    try {
      this.gestoord = false;
      if (bel.name === ROOSTERBEL) await this.roosters.zorg();
      else await this.beantwoorder.hoor(bel.name, regioVan(bel.data), this.stop.signal);
    } catch (fout) {
      // The bell is gone either way; the rows are not.
      this.log.error(`Bel voor ${bel.name} niet beantwoord: ${foutKenmerk(fout)}`);
    }
  }

  /** Redis may have lost every bell while it was away: go round as soon as it is there (again). */
  private bijVerbinding(url: string): Redis {
    const wacht = new Redis(url, { maxRetriesPerRequest: null });
    wacht.on('error', (fout) => this.meldStoring(fout));
    wacht.once('ready', () => void this.luister().catch((fout: unknown) => this.meldStoring(fout)));
    wacht.on('ready', () => void this.ronde.loop());
    return wacht;
  }

  private meldStoring(fout: unknown): void {
    if (!this.gestoord) this.log.warn(`Verbinding met de wachtrij verbroken (${foutKenmerk(fout)}); wordt hersteld.`);
    this.gestoord = true;
  }
}

function regioVan(data: unknown): number {
  const regioId: unknown = typeof data === 'object' && data !== null && 'regioId' in data ? data.regioId : 0;
  return typeof regioId === 'number' && Number.isInteger(regioId) ? regioId : 0;
}
