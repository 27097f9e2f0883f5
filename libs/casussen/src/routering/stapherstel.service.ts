import type { Tx } from '#database';
import { Taken } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Wanneer } from '../casus.js';
import { LopendeCasussen } from './lopend.repository.js';

/** A running casus always has a next step, also when what a colleague was asked was all there was. */
@Injectable()
export class Stapherstel {
  constructor(
    private readonly lopend: LopendeCasussen,
    private readonly taken: Taken,
  ) {}

  /** Where nothing is open, what their own term begins with; then the first open task of each whose step is over. */
  async herstel(tx: Tx, regioId: number, casusIds: readonly string[], wanneer: Wanneer): Promise<void> {
    await this.taken.maak(tx, regioId, await this.lopend.zonderStap(tx, regioId, casusIds), wanneer);
    await this.lopend.herstelStap(tx, regioId, casusIds);
  }
}
