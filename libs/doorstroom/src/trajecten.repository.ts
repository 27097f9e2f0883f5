import type { Tx } from '#database';
import type { Datum, Schooljaar } from '#kern';
import type { Signaalsoort } from '#signalen';
import { Injectable } from '@nestjs/common';
import { type Bereik, bereikSql, bereikWaarde } from './bereik.js';
import { cohortSql } from './cohort.sql.js';
import { oordeelSql } from './oordeel.sql.js';
import { statusSql } from './status.sql.js';
import type { Trajectstatus } from './traject.js';

/** A traject whose status became another one. */
export interface Statuswijziging {
  leerlingId: string;
  oudeStatus: Trajectstatus;
  status: Trajectstatus;
  statusDatum: string | null;
}

/** What a judgement asks of the signalen: one to open, one to close, or a leerling whose signaal waits for a casus. */
export type Gevolg = { leerlingId: string; trajectId: string } & (
  | { openen: Signaalsoort; sluiten: null; reden: null }
  | { openen: null; sluiten: string; reden: string }
  | { openen: null; sluiten: null; reden: null }
);

/** One cohort of one region. */
export interface Cohort {
  regioId: number;
  schooljaar: Schooljaar;
}

const COHORT = { school: cohortSql('school'), leerlingen: cohortSql('leerlingen') };
const STATUS = { school: statusSql('school'), leerlingen: statusSql('leerlingen') };
const OORDEEL = { school: oordeelSql('school'), leerlingen: oordeelSql('leerlingen') };

/** Any fixed number: the first half of the advisory lock, a hash of cohort and school is the second. */
const SCHOOLSLOT = 7_584_841;

/** Writes table `traject`, set-based. */
@Injectable()
export class TrajectenRepository {
  /**
   * One check of a school and cohort at a time, whole or part, until the end of the transaction: what was computed from
   * older data never overwrites what was computed from newer.
   */
  async vergrendelSchool(tx: Tx, { regioId, schooljaar }: Cohort, school: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [SCHOOLSLOT, `${regioId}:${schooljaar}:${school}`]);
  }

  /** Opens and moves trajecten for who is candidate; gives how many were written. */
  async volgCohort(tx: Tx, { regioId, schooljaar }: Cohort, bereik: Bereik): Promise<number> {
    const [rij] = await tx.query<{ aantal: number }[]>(COHORT[bereik.soort], [regioId, schooljaar, bereikWaarde(bereik)]);
    return rij?.aantal ?? 0;
  }

  /** Recomputes status and rank from the deliveries; gives those whose status changed. */
  async herbereken(tx: Tx, { regioId, schooljaar }: Cohort, bereik: Bereik): Promise<Statuswijziging[]> {
    return tx.query<Statuswijziging[]>(STATUS[bereik.soort], [regioId, schooljaar, bereikWaarde(bereik)]);
  }

  /** Judges on a date; gives what must happen to the signalen. */
  async beoordeel(tx: Tx, { regioId, schooljaar }: Cohort, bereik: Bereik, op: Datum): Promise<Gevolg[]> {
    return tx.query<Gevolg[]>(OORDEEL[bereik.soort], [regioId, schooljaar, bereikWaarde(bereik), op]);
  }

  /** How many trajecten the cohort has here. */
  async tel(tx: Tx, { regioId, schooljaar }: Cohort, bereik: Bereik): Promise<number> {
    const [rij] = await tx.query<{ aantal: number }[]>(TEL[bereik.soort], [regioId, schooljaar, bereikWaarde(bereik)]);
    return rij?.aantal ?? 0;
  }
}

function telSql(bereik: Bereik['soort']): string {
  return `select count(*)::int as aantal from traject t
           where t.regio_id = $1 and t.schooljaar = $2 and t.gecorrigeerd_op is null and ${bereikSql(bereik, 't')}`;
}

const TEL = { school: telSql('school'), leerlingen: telSql('leerlingen') };
