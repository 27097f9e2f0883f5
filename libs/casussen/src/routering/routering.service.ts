import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Wanneer } from '../casus.js';
import type { Invoer, Keuze, Toegewezen } from './routering.js';
import { Verdeler } from './routering.regels.js';
import { RouteringRepository } from './routering.repository.js';

/** Chooses who gets which casus, with the explanation that is stored beside it. */
@Injectable()
export class Routering {
  constructor(private readonly routering: RouteringRepository) {}

  /**
   * Who can get what at this moment. The caller holds the region's lock (`neemToewijzingsslot`), writes the owners, and
   * closes with `onthoud`.
   * @param zonder an employee who gets nothing any more
   * @throws DomeinFout `procesbewakerOntbreekt`
   */
  async verdeler(tx: Tx, regioId: number, wanneer: Wanneer, zonder: string | null = null): Promise<Verdeler> {
    return new Verdeler(await this.routering.kaart(tx, regioId, wanneer, zonder), wanneer.nu.getTime());
  }

  /** Who answers for what nobody else can have. @throws DomeinFout `procesbewakerOntbreekt` */
  async procesbewaker(tx: Tx, regioId: number, wanneer: Wanneer): Promise<{ id: string; naam: string }> {
    return (await this.routering.kaart(tx, regioId, wanneer, null)).procesbewaker;
  }

  /** Remembers who got something last. */
  async onthoud(tx: Tx, regioId: number, verdeler: Verdeler): Promise<void> {
    await this.routering.legLasten(tx, regioId, verdeler.toegewezen);
  }

  /** Chooses for each in this order, as if they came one after the other. See `verdeler`. */
  async verdeel(
    tx: Tx,
    regioId: number,
    invoer: readonly Invoer[],
    wanneer: Wanneer,
    zonder: string | null = null,
  ): Promise<Keuze[]> {
    if (invoer.length === 0) return [];
    const verdeler = await this.verdeler(tx, regioId, wanneer, zonder);
    const keuzes = invoer.map((i) => verdeler.kies(i));
    await this.onthoud(tx, regioId, verdeler);
    return keuzes;
  }

  /** Stores why each casus went to whom; append-only, the newest is the current one. */
  async legVast(tx: Tx, regioId: number, toegewezen: readonly Toegewezen[], nu: Date): Promise<void> {
    if (toegewezen.length > 0) await this.routering.legToewijzingen(tx, regioId, toegewezen, nu);
  }
}
