import type { Tx } from '#database';
import { BijVerwerkt, type Verwerkt } from '#aanlevering';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Doorstroomcontroles } from './controles.service.js';

/** Checks what a delivery changed, from the transaction that changed it. */
@Injectable()
export class NaAanlevering implements OnModuleInit {
  constructor(
    private readonly haak: BijVerwerkt,
    private readonly controles: Doorstroomcontroles,
  ) {}

  onModuleInit(): void {
    this.haak.vul(this);
  }

  verwerkt(tx: Tx, { regioId, aanleveringId }: Verwerkt): Promise<void> {
    return this.controles.naAanlevering(tx, { regioId, aanleveringId });
  }
}
