import type { Tx } from '#database';
import { Haak, type Datum } from '#kern';
import { Injectable } from '@nestjs/common';

/**
 * Why a casus may be closed (domain.md 4, «closing»): arrived, validly bestemd, at or above the asked step, its ask suppressed
 * (not because a school is silent), or not followed at all.
 */
export type Sluitgrond = 'aangekomen' | 'bestemd' | 'opKoers' | 'onderdrukt' | 'nietGevolgd';

export interface BijAfsluitenVulling {
  /** Judged on that date, from what is known now; null when the casus may not be closed. */
  sluitgrond(tx: Tx, regioId: number, leerlingId: string, op: Datum): Promise<Sluitgrond | null>;
}

/** Filled by doorstroom, which knows how a youngster stands. */
@Injectable()
export class BijAfsluiten extends Haak<BijAfsluitenVulling> {
  constructor() {
    super('casussen.bijAfsluiten');
  }
}
