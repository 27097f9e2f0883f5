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

/** When teams, rules, capacity or absences of a region changed. */
export interface Bezettingswijziging {
  regioId: number;
  vandaag: Datum;
  nu: Date;
}

export interface BijBezettingVulling {
  /** Routes what must be routed again by that, in the same transaction. */
  bezettingVeranderd(tx: Tx, wijziging: Bezettingswijziging): Promise<void>;
}

/** Filled by casussen: who is away for long loses casussen, and room that came is used. */
@Injectable()
export class BijBezetting extends Haak<BijBezettingVulling> {
  constructor() {
    super('organisaties.bijBezetting');
  }
}
