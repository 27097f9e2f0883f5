import type { Tx } from '#database';
import type { Datum, Schooljaar } from '#kern';
import { Injectable } from '@nestjs/common';
import { VERWACHT, WERK_BIJ } from './schoolsignalen.sql.js';

export interface Schoolsignaalvraag {
  regioId: number;
  op: Datum;
  nu: Date;
  /** Null is every school of the region. */
  scholen: readonly string[] | null;
  /** Signalen are opened by night; a delivery only closes them. */
  openen: boolean;
  gevolgd: readonly Schooljaar[];
}

/** Writes the signalen about schools themselves. */
@Injectable()
export class SchoolsignalenRepository {
  async verwacht(tx: Tx, regioId: number, op: Datum): Promise<void> {
    await tx.query(VERWACHT, [regioId, op]);
  }

  /** Gives how many were opened. */
  async werkBij(tx: Tx, { regioId, op, nu, scholen, openen, gevolgd }: Schoolsignaalvraag): Promise<number> {
    const [rij] = await tx.query<{ aantal: number }[]>(WERK_BIJ, [regioId, op, scholen, nu, openen, gevolgd]);
    return rij?.aantal ?? 0;
  }
}
