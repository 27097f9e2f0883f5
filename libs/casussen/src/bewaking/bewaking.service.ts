import type { Tx } from '#database';
import { neemToewijzingsslot } from '#organisaties';
import { Opschaaltaken } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Wanneer } from '../casus.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { regelOpgeschaald, regelWeerInBeweging } from './bewaking.regels.js';
import { BewakingRepository } from './bewaking.repository.js';

/** What came of one round. */
export interface Bewaakt {
  opgeschaald: number;
  beeindigd: number;
  overzichten: number;
}

/** Nothing stalls (domain.md 5): a late step is told to who leads, each once, and each week says what stands still. */
@Injectable()
export class Bewaking {
  constructor(
    private readonly repository: BewakingRepository,
    private readonly taken: Opschaaltaken,
    private readonly tijdlijn: Tijdlijn,
  ) {}

  /** One round over a region, set-based, after the doorstroomcontrole. Safe to repeat and to run several times at once. */
  async bewaak(tx: Tx, regioId: number, wanneer: Wanneer): Promise<Bewaakt> {
    const bron = `bewaking:${wanneer.peildatum}`;
    await neemToewijzingsslot(tx, regioId);
    await this.repository.vergrendel(tx, regioId, wanneer);
    const voorbij = await this.repository.beeindig(tx, regioId, wanneer);
    await this.repository.wijsOm(tx, regioId, wanneer);
    const nieuw = await this.repository.schaalOp(tx, regioId, wanneer);
    await this.taken.volg(tx, regioId, wanneer);
    const regels = [
      ...voorbij.map((o) => regelWeerInBeweging(o, bron)),
      ...nieuw.map((o) => regelOpgeschaald(o, bron)),
    ];
    await this.tijdlijn.leg(tx, regioId, regels, wanneer.nu);
    const overzichten = await this.repository.maakOverzicht(tx, regioId, wanneer);
    return { opgeschaald: nieuw.length, beeindigd: voorbij.length, overzichten };
  }
}
