import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import { OpschaaltakenRepository } from './opschaaltaken.repository.js';

/** Keeps one open task for each opschaling that runs and was not looked at, with whoever was told. */
@Injectable()
export class Opschaaltaken {
  constructor(private readonly taken: OpschaaltakenRepository) {}

  /** Safe to repeat. The caller holds the slot of the region. */
  async volg(tx: Tx, regioId: number, { peildatum, nu }: { peildatum: Datum; nu: Date }): Promise<void> {
    await this.taken.rondAf(tx, regioId, nu);
    await this.taken.wijsOm(tx, regioId);
    await this.taken.maak(tx, regioId, peildatum, nu);
  }

  /** Ends the task of one that was just looked at. */
  async gezien(tx: Tx, regioId: number, nu: Date): Promise<void> {
    await this.taken.rondAf(tx, regioId, nu);
  }
}
