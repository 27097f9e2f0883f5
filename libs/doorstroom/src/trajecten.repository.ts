import { pgClient, type Tx } from '#database';
import type { Datum, Schooljaar } from '#kern';
import type { Signaalsoort } from '#signalen';
import { Injectable } from '@nestjs/common';
import { type Bereik, bereikWaarde } from './bereik.js';
import { cohortSql } from './cohort.sql.js';
import { oordeelSql } from './oordeel.sql.js';
import { SCHOOLSLOT } from './schoolslot.js';
import { statusSql } from './status.sql.js';
import type { Statuswijziging } from './traject.js';

/** What a judgement asks of the signalen: one to open, one to close, or a leerling whose signaal waits for a casus. */
export type Gevolg = { leerlingId: string; trajectId: string } & (
  | { openen: Signaalsoort; sluiten: null; reden: null }
  | { openen: null; sluiten: string; reden: string }
  | { openen: null; sluiten: null; reden: null }
);

/** How many trajecten were judged, and what follows from it. */
export interface Oordeel {
  kandidaten: number;
  gevolgen: Gevolg[];
}

/** One cohort of one region. */
export interface Cohort {
  regioId: number;
  schooljaar: Schooljaar;
}

type Vraag = Readonly<Record<Bereik['soort'] | 'naam', string>>;
const COHORT: Vraag = { naam: 'cohort', school: cohortSql('school'), leerlingen: cohortSql('leerlingen') };
const STATUS: Vraag = { naam: 'status', school: statusSql('school'), leerlingen: statusSql('leerlingen') };
const OORDEEL: Vraag = { naam: 'oordeel', school: oordeelSql('school'), leerlingen: oordeelSql('leerlingen') };

/** Writes table `traject`, set-based. */
@Injectable()
export class TrajectenRepository {
  /**
   * One check of a school and cohort at a time, whole or part, until the end of the transaction: what was computed from
   * older data never overwrites what was computed from newer. Compiling these statements would cost more than running them.
   */
  async vergrendelSchool(tx: Tx, { regioId, schooljaar }: Cohort, school: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock($1, hashtext($2)), set_config('jit', 'off', true)`, [
      SCHOOLSLOT,
      `${regioId}:${schooljaar}:${school}`,
    ]);
  }

  /** Opens and moves trajecten for who is candidate; gives how many were written. */
  async volgCohort(tx: Tx, { regioId, schooljaar }: Cohort, bereik: Bereik): Promise<number> {
    const [rij] = await this.vraag<{ aantal: number }>(tx, COHORT, bereik, [regioId, schooljaar, bereikWaarde(bereik)]);
    return rij?.aantal ?? 0;
  }

  /** Recomputes status and rank from the deliveries, as they hold on a date; gives those whose status changed. */
  async herbereken(tx: Tx, { regioId, schooljaar }: Cohort, bereik: Bereik, op: Datum): Promise<Statuswijziging[]> {
    return this.vraag<Statuswijziging>(tx, STATUS, bereik, [regioId, schooljaar, bereikWaarde(bereik), op]);
  }

  /** Judges on a date; gives what must happen to the signalen. */
  async beoordeel(tx: Tx, { regioId, schooljaar }: Cohort, bereik: Bereik, op: Datum): Promise<Oordeel> {
    const [rij] = await this.vraag<Oordeel>(tx, OORDEEL, bereik, [regioId, schooljaar, bereikWaarde(bereik), op]);
    return rij ?? { kandidaten: 0, gevolgen: [] };
  }

  /** By name: a run asks the same of every school, and planning these takes as long as answering them. */
  private async vraag<R extends object>(tx: Tx, vraag: Vraag, { soort }: Bereik, waarden: unknown[]): Promise<R[]> {
    const client = await pgClient(tx);
    const { rows } = await client.query<R>({
      name: `doorstroom.${vraag.naam}.${soort}`,
      text: vraag[soort],
      values: waarden,
    });
    return rows;
  }
}
