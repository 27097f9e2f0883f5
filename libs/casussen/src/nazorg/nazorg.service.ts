import type { Tx } from '#database';
import { TAAKTEKST } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Aanleiding } from '../casus.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { NazorgRepository } from './nazorg.repository.js';

/** After arrival: who had a casus is asked once more how it goes (domain.md 5; the others are watched by events). */
@Injectable()
export class Nazorg {
  constructor(
    private readonly nazorg: NazorgRepository,
    private readonly tijdlijn: Tijdlijn,
  ) {}

  /**
   * One task for each of these youngsters who arrived and whose casus is closed; a casus has it once. Safe to repeat.
   * @returns how many were planned
   */
  async plan(tx: Tx, regioId: number, leerlingIds: readonly string[], door: Aanleiding): Promise<number> {
    if (leerlingIds.length === 0) return 0;
    const gepland = await this.nazorg.plan(tx, regioId, leerlingIds, door.peildatum, door.nu);
    const regels = gepland.map(({ casusId, leerlingId, taakId, vervaltOp }) => ({
      ...{ leerlingId, casusId, soort: 'nazorgGepland', bron: door.bron, door: 'systeem' },
      tekst: `${TAAKTEKST.nazorg}, uiterlijk ${vervaltOp}.`,
      gegevens: { taakId, soort: 'nazorg', vervaltOp },
    }));
    await this.tijdlijn.leg(tx, regioId, regels, door.nu);
    return gepland.length;
  }
}
