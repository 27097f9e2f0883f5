import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import { loopDroog, type Droogloopsoort, type Droogrij } from './droogloop.repository.js';
import type { Levering } from '../verwerking/levering.js';
import { vergeetBoeken } from '../samenvoegen/samenvoegingen.repository.js';
import * as repository from './terugweg.repository.js';

/** Where a delivery stands among those of its school. */
export interface Plaats {
  /** The delivery of this school that was processed last, as far as is remembered. */
  laatste: string | null;
  /** Nothing is remembered of this delivery any more, or it was processed before there was a history. */
  vergeten: boolean;
}

/** What was undone beside the youngsters themselves: for the counts and findings of other deliveries. */
export interface Teruggedraaid {
  stappen: string[];
  /** Deliveries of which lines had been read again because of the one that was undone. */
  herlezen: { aanleveringId: string; nieuw: number; quarantaine: number }[];
}

export type { Droogloopsoort, Droogrij };

/** Puts back what a delivery changed, as far as nobody changed it since; what people did stays. */
@Injectable()
export class Terugweg {
  /** What a delivery would change, in portions; nothing changes. */
  async loopDroog(
    tx: Tx,
    levering: Levering,
    bewaar: (soort: Droogloopsoort, volgnummer: number, rijen: Droogrij[]) => Promise<void>,
  ): Promise<void> {
    await loopDroog(tx, levering, bewaar);
  }

  /** Whoever undoing a delivery may touch, as the youngster that they are now. */
  geraakten(tx: Tx, regioId: number, aanleveringId: string): Promise<string[]> {
    return repository.geraakten(tx, regioId, aanleveringId);
  }

  /** Forgets what deliveries changed that were processed longer ago than uploads are kept, and the books of old merges. */
  async vergeet(tx: Tx, moment: { regioId: number; vandaag: Datum; nu: Date }): Promise<void> {
    await repository.vergeet(tx, moment);
    await vergeetBoeken(tx, moment);
  }

  /** Forgets the lines of nobody of these deliveries: without the file they cannot be read again. */
  async vergeetRegels(tx: Tx, regioId: number, aanleveringIds: readonly string[]): Promise<void> {
    await repository.vergeetRegels(tx, regioId, aanleveringIds);
  }

  plaats(tx: Tx, regioId: number, aanleveringId: string): Promise<Plaats> {
    return repository.plaats(tx, regioId, aanleveringId);
  }

  /**
   * Undoes a delivery, with the lines of it that were read again later and the lines of others that were read again because
   * of it. Leaves in `pg_temp.geraakt (leerling_id)` whoever is there and changed, until commit.
   * @param laatLos called before anything is removed: lets go of the enrolments in `pg_temp.terug_inschrijving (id)`, and of
   *   the leerlingen in `pg_temp.terug_leerling (id)` of whom nothing happened. Who is still referred to after it, stays.
   */
  async draaiTerug(
    tx: Tx,
    { regioId, aanleveringId }: { regioId: number; aanleveringId: string },
    laatLos: () => Promise<void>,
  ): Promise<Teruggedraaid> {
    const terug = await repository.begin(tx, regioId, aanleveringId);
    await repository.kies(tx, terug);
    await repository.haalBewerenWeg(tx, terug);
    await repository.zetTerug(tx, terug);
    await laatLos();
    await repository.haalRijenWeg(tx, terug);
    await repository.haalMensenWeg(tx, terug);
    await repository.zetBuitenCohortTerug(tx, terug);
    await repository.kijkOpnieuw(tx, terug);
    return repository.rondAf(tx, terug);
  }
}
