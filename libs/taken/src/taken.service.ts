import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { GemaakteTaak, NieuweTaak, Opvolging, Taaksoort } from './taak.js';
import { TakenRepository } from './taken.repository.js';

/** Makes and ends tasks, thousands in one statement. Access is judged by the caller. */
@Injectable()
export class Taken {
  constructor(private readonly taken: TakenRepository) {}

  /**
   * Makes one task per entry, due on its own date or else after its term, counted from `peildatum` (day 0).
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

  /** Gives the open tasks that the owner of each casus has in it to who follows. */
  async draagOver(tx: Tx, regioId: number, opvolgingen: readonly Opvolging[]): Promise<void> {
    if (opvolgingen.length > 0) await this.taken.draagOver(tx, regioId, opvolgingen);
  }

  /** Ends what was asked about offering these casussen to a colleague: they have another owner now. */
  async laatAanbodVervallen(tx: Tx, regioId: number, casusIds: readonly string[], nu: Date): Promise<void> {
    if (casusIds.length > 0) await this.taken.laatAanbodVervallen(tx, regioId, casusIds, nu);
  }

  /** Ends these tasks, those that are still open. @param door the employee who did it; null when nobody did */
  async rondAf(
    tx: Tx,
    regioId: number,
    taakIds: readonly string[],
    afloop: { toestand: 'afgerond' | 'vervallen'; resultaat: string; door: string | null; nu: Date },
  ): Promise<void> {
    if (taakIds.length > 0) await this.taken.rondAf(tx, regioId, taakIds, afloop);
  }

  /** Gives every open task that `van` still has to the procesbewaker of the region. */
  async draagRestOverAanProcesbewaker(tx: Tx, regioId: number, van: string): Promise<void> {
    await this.taken.draagRestOverAanProcesbewaker(tx, regioId, van);
  }

  /** Ends the open tasks of these soorten of one casus because somebody did what they asked. */
  async rondStappenAf(
    tx: Tx,
    regioId: number,
    casusId: string,
    soorten: readonly Taaksoort[],
    afloop: { resultaat: string; door: string; nu: Date },
  ): Promise<void> {
    await this.taken.rondStappenAf(tx, regioId, casusId, soorten, afloop);
  }
}
