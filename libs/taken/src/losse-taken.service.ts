import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Taaksoort } from './taak.js';
import { LosseTakenRepository } from './losse-taken.repository.js';

/** Tasks of no casus, each open once. */
export type LosseSoort = Extract<Taaksoort, 'bevestigAankomst' | 'grootboekVerschil'>;

/** One that must be open. */
export interface LosseTaak {
  soort: LosseSoort;
  trajectId?: string;
  /** Left out: the procesbewaker. */
  eigenaarId?: string;
  /** Left out: after the term of the soort. */
  vervaltOp?: Datum;
}

/** Which ones are over: those about these trajecten, or the one of a soort that is about none. */
export interface Afgelopen {
  soort: LosseSoort;
  trajectIds?: readonly string[];
}

/** Keeps tasks that belong to no casus; safe to repeat. Access is judged by the caller. */
@Injectable()
export class LosseTaken {
  constructor(private readonly taken: LosseTakenRepository) {}

  /** Makes those that are not open yet. */
  async stel(
    tx: Tx,
    regioId: number,
    gewenst: readonly LosseTaak[],
    moment: { peildatum: Datum; nu: Date },
  ): Promise<void> {
    if (gewenst.length > 0) await this.taken.stel(tx, regioId, gewenst, moment);
  }

  /** Ends the open ones. @param door the employee who did it; null: its reason is gone */
  async rondAf(
    tx: Tx,
    regioId: number,
    welke: Afgelopen,
    { resultaat, nu, door = null }: { resultaat: string; nu: Date; door?: string | null },
  ): Promise<void> {
    if (welke.trajectIds?.length !== 0) await this.taken.rondAf(tx, regioId, welke, { resultaat, nu, door });
  }
}
