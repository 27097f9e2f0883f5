import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import { Doorstroomcontroles } from './controles.service.js';
import { SamenvoegenRepository } from './samenvoegen.repository.js';

/** Lets single youngsters be judged again, as after a delivery, once this transaction is done. */
@Injectable()
export class Herbeoordeling {
  constructor(
    private readonly controles: Doorstroomcontroles,
    private readonly geraakten: SamenvoegenRepository,
  ) {}

  async vraagAan(tx: Tx, regioId: number, leerlingIds: readonly string[]): Promise<void> {
    if (leerlingIds.length === 0) return;
    await this.geraakten.geraakt(tx, leerlingIds);
    await this.controles.vanGeraakten(tx, { regioId, aanleveringId: null });
  }
}
