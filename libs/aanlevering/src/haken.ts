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

export interface BijVerwerktVulling {
  /**
   * Called once per processed delivery, in its transaction. The ids of the leerlingen that it touched, here and by lines
   * of other schools that were read again, stand in `pg_temp.geraakt (leerling_id)`.
   */
  verwerkt(tx: Tx, verwerkt: Verwerkt): Promise<void>;
}

/** Filled by doorstroom: what a delivery changes is checked at once. */
@Injectable()
export class BijVerwerkt extends Haak<BijVerwerktVulling> {
  constructor() {
    super('aanlevering.bijVerwerkt');
  }
}
