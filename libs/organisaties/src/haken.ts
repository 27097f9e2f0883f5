import { Haak, type Datum } from '#kern';
import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';

/** Who stopped, in which region and when. */
export interface MedewerkerGestopt {
  regioId: number;
  medewerkerId: string;
  vandaag: Datum;
  nu: Date;
}

export interface BijDeactiverenVulling {
  /** Gives everything that this employee holds to someone else, in the same transaction. */
  medewerkerGestopt(tx: Tx, gestopt: MedewerkerGestopt): Promise<void>;
}

/** Filled by casussen: deactivating an employee never leaves a casus behind. */
@Injectable()
export class BijDeactiveren extends Haak<BijDeactiverenVulling> {
  constructor() {
    super('organisaties.bijDeactiveren');
  }
}
