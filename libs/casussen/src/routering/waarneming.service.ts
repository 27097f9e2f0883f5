import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Aanleiding, Gebeurtenis } from '../casus.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { WaarnemingRepository } from './waarneming.repository.js';

/** A short absence: a colleague observes what is due, the owner stays (domain.md 4, «Routing»). */
@Injectable()
export class Waarneming {
  constructor(
    private readonly waarneming: WaarnemingRepository,
    private readonly tijdlijn: Tijdlijn,
  ) {}

  /** Sees to it that everyone who is away today has an observer. Safe to repeat. The caller holds the region's lock. */
  async regel(tx: Tx, regioId: number, door: Aanleiding): Promise<void> {
    const nieuw = await this.waarneming.kies(tx, regioId, door);
    if (nieuw.length === 0) return;
    const perEigenaar = new Map(nieuw.map((n) => [n.afwezigeId, n]));
    const casussen = await this.waarneming.teDoen(tx, regioId, nieuw);
    const regels = casussen.flatMap(({ casusId, leerlingId, eigenaarId }): Gebeurtenis[] => {
      const wie = perEigenaar.get(eigenaarId);
      if (wie === undefined) return [];
      const { waarnemer, waarnemerId, afwezige, tot } = wie;
      return [
        {
          ...{ leerlingId, casusId, soort: 'waarneming', bron: door.bron, door: 'systeem' },
          tekst: `${waarnemer} neemt waar zolang ${afwezige} afwezig is. ${afwezige} blijft verantwoordelijk.`,
          gegevens: { waarnemerId, eigenaarId, tot },
        },
      ];
    });
    await this.tijdlijn.leg(tx, regioId, regels, door.nu);
  }
}
