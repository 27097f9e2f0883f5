import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { NieuwSignaal, Signaalsoort } from './signaal.js';
import { SignalenRepository } from './signalen.repository.js';

/** Opens and closes reasons to look, thousands in one statement. One cause is one signaal for as long as it is open. */
@Injectable()
export class Signalen {
  constructor(private readonly signalen: SignalenRepository) {}

  /**
   * Opens signalen. One of the same soort that is already open for this leerling and schooljaar stays as it is, so a
   * second run, or another worker at the same moment, opens nothing twice.
   * @returns how many were opened
   */
  open(
    tx: Tx,
    regioId: number,
    nieuw: readonly NieuwSignaal[],
    moment: { peildatum: Datum; nu: Date },
  ): Promise<number> {
    return nieuw.length === 0 ? Promise.resolve(0) : this.signalen.open(tx, regioId, nieuw, moment);
  }

  /**
   * Closes signalen that no longer hold; one that is closed already keeps its own date and reason.
   * @param sluitreden a code: `opgelost`, `opgevolgd`, `bestemd` …
   * @returns how many were closed
   */
  sluit(tx: Tx, regioId: number, signaalIds: readonly string[], sluitreden: string, nu: Date): Promise<number> {
    return signaalIds.length === 0 ? Promise.resolve(0) : this.signalen.sluit(tx, regioId, signaalIds, sluitreden, nu);
  }

  /**
   * Marks what is to be said once more of the trajecten of a school (domain.md 3: 1 May and 1 June); the caller says it.
   * Each moment once for each signaal.
   */
  herinner(
    tx: Tx,
    regioId: number,
    schooljaar: number,
    school: string,
    op: Datum,
  ): Promise<{ leerlingId: string; casusId: string | null; soort: Signaalsoort }[]> {
    return this.signalen.herinner(tx, regioId, schooljaar, school, op);
  }
}
