import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { GemaakteTaak, NieuweTaak } from './taak.js';
import { TakenRepository } from './taken.repository.js';

/** Makes and ends tasks, thousands in one statement. Access is judged by the caller. */
@Injectable()
export class Taken {
  constructor(private readonly taken: TakenRepository) {}

  /**
   * Makes one task per entry, due after its term in werkdagen counted from `peildatum` (day 0).
   * @throws Error from the database when a soort has no term on that date.
   */
  async maak(
    tx: Tx,
    regioId: number,
    nieuw: readonly NieuweTaak[],
    moment: { peildatum: Datum; nu: Date },
  ): Promise<GemaakteTaak[]> {
    return nieuw.length === 0 ? [] : this.taken.maak(tx, regioId, nieuw, moment);
  }

  /** Ends the open tasks of these casussen because their reason is gone. `resultaat` is a code that says which. */
  async laatVervallen(
    tx: Tx,
    regioId: number,
    casusIds: readonly string[],
    resultaat: string,
    nu: Date,
  ): Promise<void> {
    if (casusIds.length > 0) await this.taken.laatVervallen(tx, regioId, casusIds, resultaat, nu);
  }

  /** Gives the open tasks that `van` has in these casussen to the new owner of each. @param opvolgers casus id → employee id */
  async draagOver(tx: Tx, regioId: number, van: string, opvolgers: ReadonlyMap<string, string>): Promise<void> {
    if (opvolgers.size > 0) await this.taken.draagOver(tx, regioId, van, opvolgers);
  }

  /** Gives every open task that `van` still has to the procesbewaker of the region. */
  async draagRestOverAanProcesbewaker(tx: Tx, regioId: number, van: string): Promise<void> {
    await this.taken.draagRestOverAanProcesbewaker(tx, regioId, van);
  }
}
