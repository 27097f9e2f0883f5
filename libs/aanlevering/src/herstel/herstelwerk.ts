import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Aanlevering } from '../aanlevering.js';
import { AanleveringenRepository, type Afloop } from '../aanleveringen.repository.js';
import { InlezerRepository, type Gelezen } from '../controle/inlezer.repository.js';
import { HerstelRepository } from './herstel.repository.js';
import { HerstelVragen, isHerstelbaar } from './herstel.vragen.js';

/** What the work on a repair does besides that on any delivery. Each method leaves any other delivery alone. */
@Injectable()
export class Herstelwerk {
  constructor(
    private readonly aanleveringen: AanleveringenRepository,
    private readonly vragen: HerstelVragen,
    private readonly repository: HerstelRepository,
    private readonly inlezer: InlezerRepository,
  ) {}

  /** Whether what it repairs is still as it was when the repair came. The caller holds the lock of the school. */
  async kan(tx: Tx, { regioId, herstelVan }: Aanlevering): Promise<boolean> {
    if (herstelVan === null) return true;
    const origineel = await this.vragen.origineel(tx, regioId, herstelVan);
    return origineel !== null && isHerstelbaar(origineel);
  }

  /**
   * Leaves only rows that repair a line that was kept out; the others are refused. Which lines those are is read from the
   * stored file of the delivery that is repaired, so nothing of it needs to be kept longer or elsewhere.
   */
  async koppel(tx: Tx, aanlevering: Aanlevering, gelezen: Gelezen): Promise<Gelezen> {
    const { regioId, herstelVan } = aanlevering;
    if (herstelVan === null) return gelezen;
    const origineel = await this.aanleveringen.zoek(tx, regioId, herstelVan);
    const regels = await this.repository.inQuarantaine(tx, regioId, herstelVan);
    const eerder = await this.inlezer.leesRegels(tx, origineel, 'herstel', new Set(regels));
    await this.repository.leg(tx, eerder.rij);
    await this.inlezer.ruimOp(tx, eerder);
    await this.repository.paar(tx, origineel, gelezen.rij);
    return { ...gelezen, ...(await this.inlezer.tel(tx, gelezen.rij)) };
  }

  /** Takes what was repaired out of the quarantaine of the delivery that it repairs. */
  async rondAf(tx: Tx, aanlevering: Aanlevering, { status, tellingen }: Afloop): Promise<void> {
    const { regioId, herstelVan } = aanlevering;
    if (herstelVan === null || status !== 'verwerkt') return;
    await this.aanleveringen.vergrendel(tx, regioId, herstelVan);
    await this.repository.verplaats(tx, aanlevering, herstelVan, tellingen);
  }
}
