import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import { SchooltakenRepository, type Schoolvraag } from './schooltaken.repository.js';

/** What a school itself has to do: answer a question, deliver what stays away. Of no casus, so without a youngster. */
@Injectable()
export class Schooltaken {
  constructor(private readonly taken: SchooltakenRepository) {}

  /** One task for each question, for everyone with the role at that school. */
  async maakVragen(tx: Tx, regioId: number, vragen: readonly Schoolvraag[], nu: Date): Promise<void> {
    if (vragen.length > 0) await this.taken.maakVragen(tx, regioId, vragen, nu);
  }

  /** Ends the task of each of these questions. @param gedaan whether everything was answered */
  async sluitVragen(tx: Tx, regioId: number, vraagIds: readonly string[], gedaan: boolean, nu: Date): Promise<void> {
    if (vraagIds.length > 0) await this.taken.sluitVragen(tx, regioId, vraagIds, gedaan, nu);
  }

  /** One task for each open signaal about a school, closed with it. Safe to repeat. */
  async volgSignalen(tx: Tx, regioId: number, vandaag: Datum, nu: Date): Promise<void> {
    await this.taken.volgSignalen(tx, regioId, vandaag, nu);
  }
}
