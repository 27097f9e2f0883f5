import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Belkanaal, type Bel } from './bode.js';
import { type BelVerbinding, maakQueue, type OpenQueue } from './bellen.sql.js';
import type { JobLengte } from './job.js';
import type { Rooster } from './rooster.js';

export const BELVERBINDING = Symbol('belverbinding');

/** The queue of each length: a long job never waits in front of short ones. */
export const QUEUE: Record<JobLengte, string> = { kort: 'sluitend-kort', lang: 'sluitend-lang' };

/** A bell of a schedule instead of a job; no job can have this name. */
export const ROOSTERBEL = '@rooster';

/** No attempts and nothing kept: those live in the ledger. No id: BullMQ ignores a second bell with the same one. */
const WEG = { attempts: 1, removeOnComplete: true, removeOnFail: true };

const WEINIG = 8;

/** Rings through BullMQ. Connects at the first bell, so a process that never rings needs no queue. */
@Injectable()
export class BullKanaal extends Belkanaal implements OnApplicationShutdown {
  private readonly log = new Logger(BullKanaal.name);
  private readonly queues = new Map<JobLengte, OpenQueue>();
  private gestoord = false;

  constructor(@Inject(BELVERBINDING) private readonly verbinding: BelVerbinding) {
    super();
  }

  async lui(bellen: readonly Bel[], overMs: number): Promise<void> {
    for (const lengte of ['kort', 'lang'] as const) {
      const deel = bellen.filter((b) => b.lengte === lengte);
      if (deel.length === 0) continue;
      const opts = overMs > 0 ? { ...WEG, delay: overMs } : WEG;
      const banen = deel.map((b) => ({ name: b.soort, data: { regioId: b.regioId }, opts }));
      const { queue } = this.queue(lengte);
      // On PostgreSQL BullMQ makes temporary tables for a bulk, more than a few bells cost.
      if (banen.length > WEINIG) await queue.addBulk(banen);
      else await Promise.all(banen.map((b) => queue.add(b.name, b.data, b.opts)));
    }
    this.gestoord = false;
  }

  /** Makes BullMQ's schedules equal to this list. Twice is once. */
  async zetRoosters(roosters: readonly Rooster[]): Promise<void> {
    const { queue } = this.queue('kort');
    const bekend = new Set((await queue.getJobSchedulers()).map((s) => s.key));
    const gewenst = new Set(roosters.map((r) => sleutel(r)));
    for (const oud of bekend) if (!gewenst.has(oud)) await queue.removeJobScheduler(oud);
    for (const rooster of roosters) {
      if (bekend.has(sleutel(rooster))) continue;
      await queue.upsertJobScheduler(
        sleutel(rooster),
        { pattern: rooster.patroon, tz: 'Europe/Amsterdam' },
        { name: ROOSTERBEL, data: { rooster: rooster.naam }, opts: WEG },
      );
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((q) => q.sluit()));
    this.queues.clear();
  }

  private queue(lengte: JobLengte): OpenQueue {
    let queue = this.queues.get(lengte);
    if (queue === undefined) {
      queue = maakQueue(QUEUE[lengte], this.verbinding, () => {
        if (!this.gestoord) this.log.warn('De verbinding met de wachtrij is verbroken; het werk blijft staan.');
        this.gestoord = true;
      });
      this.queues.set(lengte, queue);
    }
    return queue;
  }
}

/** A changed pattern is another schedule, so that it replaces the old one. BullMQ splits on colons. */
function sleutel(rooster: Rooster): string {
  return `${rooster.naam} ${rooster.patroon}`.replaceAll(':', '.');
}
