import { Transactie } from '#database';
import { systeem } from '#kern';
import { Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Bode } from './bode.js';
import { ClaimsRepository } from './claims.repository.js';
import { foutKenmerk } from './fout.js';
import { Handlerregister } from './handlerregister.js';
import { Instellingen } from './instellingen.js';
import { Roosters } from './roosters.js';
import { RoostersRepository } from './roosters.repository.js';

/**
 * The sweep: at start, after a reconnect and every 30 seconds each worker makes the work of its schedules and rings for
 * everything that is due. Whatever happened to the bells, the work is found again.
 */
@Injectable()
export class Ronde {
  private readonly log = new Logger(Ronde.name);
  private readonly werker = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  private readonly gemeld = new Set<string>();
  private wekker: NodeJS.Timeout | undefined;
  private bezig: Promise<void> | null = null;
  private nogEens = false;
  private gestopt = false;

  constructor(
    private readonly transactie: Transactie,
    private readonly claims: ClaimsRepository,
    private readonly repository: RoostersRepository,
    private readonly roosters: Roosters,
    private readonly handlers: Handlerregister,
    private readonly bode: Bode,
    private readonly instellingen: Instellingen,
  ) {}

  /** Goes round now, or once more when a round is under way. Never fails: what failed is logged and tried next round. */
  loop(): Promise<void> {
    if (this.bezig !== null) {
      this.nogEens = true;
      return this.bezig;
    }
    this.bezig = this.lopen();
    return this.bezig;
  }

  async stop(): Promise<void> {
    this.gestopt = true;
    clearTimeout(this.wekker);
    await this.bezig;
    await this.probeer('afmelden', () =>
      this.transactie.voerUit({ wie: systeem(0) }, (tx) => this.repository.meldAf(tx, this.werker)),
    );
  }

  private async lopen(): Promise<void> {
    clearTimeout(this.wekker);
    do {
      this.nogEens = false;
      await this.probeer('hartslag', () =>
        this.transactie.voerUit({ wie: systeem(0) }, (tx) => this.repository.klop(tx, this.werker)),
      );
      await this.probeer('roosters', () => this.roosters.zorg());
      await this.probeer('bellen', () => this.luiVoorAlles());
    } while (this.nogEens && !this.gestopt);
    this.bezig = null;
    if (!this.gestopt) this.wekker = setTimeout(() => void this.loop(), this.instellingen.rondeMs);
    // Not awaited: a queue that is down may never answer, and the next round must come.
    this.roosters.plan().catch(() => undefined);
  }

  private async luiVoorAlles(): Promise<void> {
    const paren = await this.transactie.voerUit({ wie: systeem(0) }, (tx) => this.claims.aanDeBeurt(tx, null));
    for (const { soort, regioId } of paren) {
      const handler = this.handlers.van(soort);
      if (handler !== undefined) this.bode.lui(handler.job, regioId);
      else if (!this.gemeld.has(soort)) {
        this.gemeld.add(soort);
        this.log.warn(`Er wachten opdrachten van soort ${soort}; deze versie kent die soort niet.`);
      }
    }
  }

  private async probeer(wat: string, doe: () => Promise<void>): Promise<void> {
    try {
      await doe();
    } catch (fout) {
      this.log.warn(`Ronde: ${wat} lukte niet (${foutKenmerk(fout)}).`);
    }
  }
}
