import type { Tx } from '#database';
import { Haak } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Werk } from '../casuswerk.service.js';
import type { BesluitBestemming, BesluitVervolg } from './besluit.dto.js';

export interface BijBesluitVulling {
  /** Keeps the checks of this leerling away until the end of the transaction; before any row. */
  neemSloten(tx: Tx, regioId: number, leerlingId: string): Promise<void>;
  /**
   * Settles why nothing needs to be done, until a date, and has the leerling judged again.
   * @throws DomeinFout when it may not be settled, or does not meet what is asked now
   */
  stelVast(werk: Werk, route: string, keuze: BesluitBestemming | BesluitVervolg): Promise<void>;
}

/** Filled by doorstroom: that nothing needs to be done is another end or an intention of the traject. */
@Injectable()
export class BijBesluit extends Haak<BijBesluitVulling> {
  constructor() {
    super('casussen.bijBesluit');
  }
}
