import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Grootboekrij } from '../controle.js';
import { BEWIJS, NOG_VERSCHIL } from './bewijs.sql.js';
import { NU_VAN_SCHOOL } from './grootboek.sql.js';
import type { Cohort } from '../trajecten.repository.js';

/** Where the ledger and another count of the same differ; numbers only. */
export interface Verschil {
  soort: 'trajecten' | 'casussen' | 'onverklaard' | 'kandidatuurZonderTraject' | 'trajectZonderKandidatuur';
  school: string;
  grootboek: number;
  geteld: number;
}

/** Writes the ledger as it stood, per night and school, and the proof that it adds up. */
@Injectable()
export class GrootboekRepository {
  /** Stores the ledger under this date; again on that date replaces it. Gives where counting again comes to something else. */
  async bewaar(tx: Tx, { regioId, schooljaar }: Cohort, peildatum: Datum): Promise<Verschil[]> {
    const [rij] = await tx.query<{ verschillen: Verschil[] }[]>(BEWIJS, [regioId, schooljaar, peildatum]);
    return rij?.verschillen ?? [];
  }

  /** Whether the newest ledger of some cohort does not add up. */
  async heeftVerschil(tx: Tx, regioId: number): Promise<boolean> {
    const [rij] = await tx.query<{ verschil: boolean }[]>(NOG_VERSCHIL, [regioId]);
    return rij?.verschil ?? false;
  }

  /** The ledger of one school as it is now, with the ask of a date. */
  async vanSchool(tx: Tx, { regioId, schooljaar }: Cohort, school: string, op: Datum): Promise<Grootboekrij> {
    const [rij] = await tx.query<Grootboekrij[]>(NU_VAN_SCHOOL, [regioId, schooljaar, op, school]);
    if (rij === undefined) throw new Error('A count gives one row.');
    return rij;
  }
}
