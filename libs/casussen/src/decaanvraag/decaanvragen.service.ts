import type { Tx } from '#database';
import { Schooltaken, Taken, type GemaakteTaak } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Wanneer } from '../casus.js';
import type { Vraagbaar } from './decaanvraag.js';
import { DecaanvragenRepository } from './decaanvragen.repository.js';

/**
 * One question to a school about all its flagged pupils (domain.md 4): who is flagged while it is open joins it. The caller
 * holds the slot of the region, so that a school never gets two.
 */
@Injectable()
export class Decaanvragen {
  constructor(
    private readonly vragen: DecaanvragenRepository,
    private readonly taken: Taken,
    private readonly schooltaken: Schooltaken,
  ) {}

  /**
   * Asks the schools of these casussen, for as far as they can be asked.
   * @returns the task of each casus of which the school is asked now: its next step is the answer
   */
  async stel(tx: Tx, regioId: number, casussen: readonly Vraagbaar[], wanneer: Wanneer): Promise<GemaakteTaak[]> {
    if (casussen.length === 0) return [];
    const teVragen = await this.vragen.teVragen(tx, regioId, casussen, wanneer.peildatum);
    if (teVragen.length === 0) return [];
    await this.verloop(tx, regioId, wanneer);
    const nieuw = await this.vragen.stel(tx, regioId, teVragen, wanneer);
    await this.schooltaken.maakVragen(tx, regioId, nieuw, wanneer.nu);
    const plaatsen = await this.vragen.voegToe(tx, regioId, teVragen, wanneer.nu);
    const taken = plaatsen.map((plaats) => ({
      ...{ soort: 'decaanvraag' as const, eigenaarId: null, doelgroep: '' },
      ...plaats,
    }));
    return this.taken.maak(tx, regioId, taken, wanneer);
  }

  /**
   * After casussen of these youngsters changed: whom nobody waits for any more needs no answer, and a question of which
   * nobody is left is done. @param leerlingIds null: of the whole region
   */
  async werkBij(tx: Tx, regioId: number, leerlingIds: readonly string[] | null, nu: Date): Promise<void> {
    await this.vragen.rondVanzelfAf(tx, regioId, leerlingIds, nu);
    const klaar = await this.vragen.rondAf(tx, regioId, nu);
    await this.schooltaken.sluitVragen(tx, regioId, klaar, true, nu);
  }

  /** Ends the questions whose term is over, when a night was missed also here: nobody joins one of those. */
  async verloop(tx: Tx, regioId: number, wanneer: Wanneer): Promise<void> {
    const verlopen = await this.vragen.verloop(tx, regioId, wanneer);
    await this.schooltaken.sluitVragen(tx, regioId, verlopen, false, wanneer.nu);
  }
}
