import { Transactie } from '#database';
import { systeem } from '#kern';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { BelVerbinding } from './bellen.sql.js';
import { BELVERBINDING } from './kanaal.js';
import { RoostersRepository } from './roosters.repository.js';

export interface Gereedheid {
  gereed: boolean;
  /** A Dutch sentence that says what to do; only when not ready. */
  reden?: string;
}

/** Three rounds of a worker. */
const HARTSLAG_S = 90;
const GEDULD_MS = 2_000;

/** Whether work that is put in the ledger gets done. */
@Injectable()
export class WachtrijGereed implements OnApplicationShutdown {
  private redis: Redis | undefined;

  constructor(
    @Inject(BELVERBINDING) private readonly verbinding: BelVerbinding,
    private readonly transactie: Transactie,
    private readonly repository: RoostersRepository,
  ) {}

  async controleer(): Promise<Gereedheid> {
    const reden = (await this.redisReden()) ?? (await this.werkerReden());
    return reden === null ? { gereed: true } : { gereed: false, reden };
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  private async redisReden(): Promise<string | null> {
    const { redisUrl } = this.verbinding;
    if (redisUrl === undefined) return null;
    let info: string;
    try {
      info = await this.client(redisUrl).info('memory');
    } catch {
      return 'Redis is niet bereikbaar. Controleer REDIS_URL en of Redis draait; het werk blijft staan tot dan.';
    }
    // From INFO: managed servers refuse CONFIG.
    const beleid = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'onbekend';
    if (beleid === 'noeviction') return null;
    return `Redis gooit bij geheugengebrek gegevens weg (maxmemory-policy is «${beleid}»). Zet maxmemory-policy op «noeviction».`;
  }

  private async werkerReden(): Promise<string | null> {
    const seconden = await this.transactie.voerUit({ wie: systeem(0) }, (tx) => this.repository.laatstGezien(tx));
    if (seconden === null)
      return 'Er draait geen worker. Start de worker; zonder worker blijven alle opdrachten staan.';
    if (seconden <= HARTSLAG_S) return null;
    return `De laatste hartslag van een worker is ${Math.round(seconden)} seconden oud. Herstart de worker.`;
  }

  /** A client of its own: it must answer at once, also where the queue's client waits for better times. */
  private client(url: string): Redis {
    if (this.redis === undefined) {
      this.redis = new Redis(url, {
        commandTimeout: GEDULD_MS,
        connectTimeout: GEDULD_MS,
        maxRetriesPerRequest: 1,
        retryStrategy: (keer) => Math.min(keer * 200, GEDULD_MS),
      });
      this.redis.on('error', () => undefined); // told by controleer
    }
    return this.redis;
  }
}
