import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Wanneer } from '../casus.js';
import type { Invoer, Keuze } from './routering.js';
import { Verdeler } from './routering.regels.js';
import { RouteringRepository } from './routering.repository.js';

/** Chooses who gets which casus, with the explanation that is stored beside it. */
@Injectable()
export class Routering {
  constructor(private readonly routering: RouteringRepository) {}

  /**
   * Chooses for each in this order, as if they came one after the other. The caller holds the region's lock
   * (`neemToewijzingsslot`) and writes the owners.
   * @param zonder an employee who gets nothing any more
   * @throws DomeinFout `procesbewakerOntbreekt`
   */
  async verdeel(
    tx: Tx,
    regioId: number,
    invoer: readonly Invoer[],
    wanneer: Wanneer,
    zonder: string | null = null,
  ): Promise<Keuze[]> {
    if (invoer.length === 0) return [];
    const verdeler = new Verdeler(await this.routering.kaart(tx, regioId, wanneer, zonder), wanneer.nu.getTime());
    const keuzes = invoer.map((i) => verdeler.kies(i));
    await this.routering.legLasten(tx, regioId, verdeler.toegewezen);
    return keuzes;
  }

  /** Stores why each casus went to whom; append-only, the newest is the current one. */
  async legVast(
    tx: Tx,
    regioId: number,
    toegewezen: readonly { casusId: string; keuze: Keuze }[],
    nu: Date,
  ): Promise<void> {
    await this.routering.legToewijzingen(tx, regioId, toegewezen, nu);
  }
}
