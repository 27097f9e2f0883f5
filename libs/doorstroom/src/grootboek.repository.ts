import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Grootboekrij } from './controle.js';
import { BEWAAR, NU_VAN_SCHOOL } from './grootboek.sql.js';
import type { Cohort } from './trajecten.repository.js';

/** Writes table `grootboek`: the ledger as it stood, per night and school. */
@Injectable()
export class GrootboekRepository {
  /** Stores the ledger under this date; again on that date replaces it. */
  async bewaar(tx: Tx, { regioId, schooljaar }: Cohort, peildatum: Datum): Promise<void> {
    await tx.query(BEWAAR, [regioId, schooljaar, peildatum]);
  }

  /** The ledger of one school as it is now, with the ask of a date. */
  async vanSchool(tx: Tx, { regioId, schooljaar }: Cohort, school: string, op: Datum): Promise<Grootboekrij> {
    const [rij] = await tx.query<Grootboekrij[]>(NU_VAN_SCHOOL, [regioId, schooljaar, op, school]);
    if (rij === undefined) throw new Error('A count gives one row.');
    return rij;
  }
}
