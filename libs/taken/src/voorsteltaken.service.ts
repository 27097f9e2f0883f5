import type { Tx } from '#database';
import { BijVoorstellen, type BijVoorstellenVulling, type Voorstelmoment } from '#leerlingen';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { VoorsteltakenRepository } from './voorsteltaken.repository.js';

/**
 * Keeps one open task for the procesbewaker per leerling about whom a koppelvoorstel is open (domain.md 2: 2 werkdagen).
 * Fills the haak of leerlingen for what people decide; after a delivery doorstroom calls it.
 */
@Injectable()
export class Voorsteltaken implements BijVoorstellenVulling, OnModuleInit {
  constructor(
    private readonly taken: VoorsteltakenRepository,
    private readonly haak: BijVoorstellen,
  ) {}

  onModuleInit(): void {
    this.haak.vul(this);
  }

  /** Safe to repeat. The caller holds the slot of the region. */
  async voorstellenVeranderd(tx: Tx, { regioId, vandaag, nu, medewerkerId }: Voorstelmoment): Promise<void> {
    await this.taken.wijsOm(tx, regioId);
    await this.taken.rondAf(tx, regioId, medewerkerId, nu);
    await this.taken.maak(tx, regioId, vandaag, nu);
  }
}
