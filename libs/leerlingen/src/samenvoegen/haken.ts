import type { Tx } from '#database';
import { Haak, type Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Hangtabel, Samenvoeging } from './hangtabel.js';

export interface BijSamenvoegenVulling {
  /** What of the higher libs hangs on a leerling, in the order in which rows come back. */
  readonly tabellen: readonly Hangtabel[];
  /**
   * Keeps every check of these leerlingen out until the end of the transaction. First with `wacht`, before the slot of the
   * region is taken; then, under that slot, without: false when one came that cannot be had without waiting.
   */
  neemSloten(tx: Tx, regioId: number, leerlingIds: readonly string[], wacht: boolean): Promise<boolean>;
  /** Who of them has a running casus. */
  metLopendeCasus(tx: Tx, regioId: number, leerlingIds: readonly string[]): Promise<string[]>;
  /** Everything is remembered and nothing moved yet: make sure that of two open things one stays. */
  voorVerplaatsen(tx: Tx, s: Samenvoeging): Promise<void>;
  samengevoegd(tx: Tx, s: Samenvoeging): Promise<void>;
  /** The rows hang on their own leerling again; what came since may still be crooked. */
  gescheiden(tx: Tx, s: Samenvoeging): Promise<void>;
  /** Judges these leerlingen again, as after a delivery. */
  controleer(tx: Tx, regioId: number, leerlingIds: readonly string[]): Promise<void>;
}

/** Filled by doorstroom, for itself and for casussen and signalen below it. */
@Injectable()
export class BijSamenvoegen extends Haak<BijSamenvoegenVulling> {
  constructor() {
    super('leerlingen.bijSamenvoegen');
  }
}

/** When the tasks are brought in line with the proposals, and by whom what is decided was decided. */
export interface Voorstelmoment {
  regioId: number;
  vandaag: Datum;
  nu: Date;
  /** The employee who decided; null after a delivery. */
  medewerkerId: string | null;
}

export interface BijVoorstellenVulling {
  /** Proposals came, were decided on or are open again: one open task per leerling that is asked about, no other. */
  voorstellenVeranderd(tx: Tx, moment: Voorstelmoment): Promise<void>;
}

/** Filled by taken: every open question is somebody's work. */
@Injectable()
export class BijVoorstellen extends Haak<BijVoorstellenVulling> {
  constructor() {
    super('leerlingen.bijVoorstellen');
  }
}

/** Both, for who decides. */
@Injectable()
export class Koppelhaken {
  constructor(
    readonly samenvoegen: BijSamenvoegen,
    readonly voorstellen: BijVoorstellen,
  ) {}

  /** @throws Error when one of them is not filled. */
  keur(): void {
    this.samenvoegen.keur();
    this.voorstellen.keur();
  }
}
