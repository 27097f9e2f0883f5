import type { Tx } from '#database';
import { Haak, type Datum, type Schooljaar } from '#kern';
import { Injectable } from '@nestjs/common';

/** A delivery whose effects are about to be committed. */
export interface Verwerkt {
  regioId: number;
  aanleveringId: string;
  school: string;
  schooljaar: Schooljaar;
  peildatum: Datum;
}

/** A processed delivery that is being undone. */
export type Ongedaan = Pick<Verwerkt, 'regioId' | 'aanleveringId'>;

export interface BijVerwerktVulling {
  /**
   * Called once per processed delivery, in its transaction. The ids of the leerlingen that it touched, here and by lines
   * of other schools that were read again, stand in `pg_temp.geraakt (leerling_id)`.
   */
  verwerkt(tx: Tx, verwerkt: Verwerkt): Promise<void>;
  /** Called when a delivery came and waits for a person: nothing of it is processed, but the school is not silent. */
  aangehouden(tx: Tx, aangehouden: Pick<Verwerkt, 'regioId' | 'school'>): Promise<void>;
  /**
   * Keeps every check of these leerlingen out until the end of the transaction. First with `wacht`, before the slot of the
   * region is taken; then, under that slot, without: false when one came that cannot be had without waiting.
   */
  neemSloten(tx: Tx, regioId: number, leerlingIds: readonly string[], wacht: boolean): Promise<boolean>;
  /**
   * A delivery is being undone: lets go of the enrolments in `pg_temp.terug_inschrijving (id)`, which are removed next, and
   * of the leerlingen in `pg_temp.terug_leerling (id)` of whom nothing happened. Whoever is still referred to, stays.
   */
  laatLos(tx: Tx, regioId: number): Promise<void>;
  /** It is undone, and about to be committed. Whoever is still there and changed stands in `pg_temp.geraakt (leerling_id)`. */
  ongedaan(tx: Tx, ongedaan: Ongedaan): Promise<void>;
}

/** Filled by doorstroom: what a delivery changes is checked at once. */
@Injectable()
export class BijVerwerkt extends Haak<BijVerwerktVulling> {
  constructor() {
    super('aanlevering.bijVerwerkt');
  }
}
