import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Gebeurtenis } from './casus.js';
import { TijdlijnRepository } from './tijdlijn.repository.js';

/** The timeline of youngsters: lines are added, never changed (the database refuses). */
@Injectable()
export class Tijdlijn {
  constructor(private readonly gebeurtenissen: TijdlijnRepository) {}

  /** Adds lines in this order, in one statement. */
  async leg(tx: Tx, regioId: number, regels: readonly Gebeurtenis[], nu: Date): Promise<void> {
    if (regels.length > 0) await this.gebeurtenissen.voegToe(tx, regioId, regels, nu);
  }
}
