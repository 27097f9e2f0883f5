import type { Tx } from '#database';
import type { Datum } from '#kern';
import type { Taaksoort } from '#taken';
import { Injectable } from '@nestjs/common';
import * as sql from './stappen.sql.js';

/** A running casus, with the step with which its own term begins. */
export interface Vervolgcasus {
  casusId: string;
  leerlingId: string;
  eigenaarId: string;
  doelgroep: string;
  soort: Extract<Taaksoort, 'eersteContact' | 'besluit' | 'begeleiding'>;
}

/** How tasks that came of a question end. */
export interface Takeneinde {
  casusIds: readonly string[];
  toestand: 'afgerond' | 'vervallen';
  resultaat: string;
  nu: Date;
  /** The employee who did it; null is the system. */
  doorId?: string | null;
  /** Only of this question, only of this soort. */
  decaanvraagId?: string;
  soort?: Taaksoort;
}

/** Reads and writes the steps of casussen that follow a question. */
@Injectable()
export class StappenRepository {
  /** Locks the running casussen of these youngsters, and says which still do what the question led to. */
  async vanLeerlingen(
    tx: Tx,
    regioId: number,
    leerlingIds: readonly string[],
    decaanvraagId: string,
  ): Promise<(Vervolgcasus & { volgt: boolean })[]> {
    await tx.query(sql.VERGRENDEL_VAN_LEERLINGEN, [regioId, leerlingIds]);
    return tx.query(sql.VAN_LEERLINGEN, [regioId, leerlingIds, decaanvraagId]);
  }

  async gestrand(tx: Tx, regioId: number): Promise<(Vervolgcasus & { decaanvraagId: string })[]> {
    return tx.query(sql.GESTRAND, [regioId]);
  }

  async nogmaals(
    tx: Tx,
    regioId: number,
    op: Datum,
  ): Promise<(Vervolgcasus & { decaanvraagId: string; school: string })[]> {
    return tx.query(sql.NOGMAALS, [regioId, op]);
  }

  async sluitTaken(tx: Tx, regioId: number, einde: Takeneinde): Promise<void> {
    const { casusIds, toestand, resultaat, nu, doorId = null, decaanvraagId = null, soort = null } = einde;
    await tx.query(sql.SLUIT_TAKEN, [regioId, casusIds, toestand, resultaat, nu, doorId, decaanvraagId, soort]);
  }

  /** Puts off what was to be done first, until the school has answered. */
  async stelUit(tx: Tx, regioId: number, casusIds: readonly string[], nu: Date): Promise<void> {
    await tx.query(sql.STEL_UIT, [regioId, casusIds, nu]);
  }

  async zetStap(tx: Tx, regioId: number, casusIds: readonly string[]): Promise<void> {
    await tx.query(sql.ZET_STAP, [regioId, casusIds]);
  }

  async procesbewaker(tx: Tx, regioId: number): Promise<string | null> {
    const [rij] = await tx.query<{ id: string | null }[]>(sql.PROCESBEWAKER, [regioId]);
    return rij?.id ?? null;
  }

  /** Names of the decanen of the school of each question. */
  async decanen(tx: Tx, regioId: number, vraagIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rijen = await tx.query<{ decaanvraagId: string; namen: string }[]>(sql.DECANEN, [regioId, vraagIds]);
    return new Map(rijen.map((r) => [r.decaanvraagId, r.namen]));
  }

  /** The day on which this school is asked again; null when there is none before the holiday. */
  async nogmaalsOp(tx: Tx, regioId: number, decaanvraagId: string, op: Datum): Promise<Datum | null> {
    const [rij] = await tx.query<{ dag: Datum | null }[]>(sql.NOGMAALS_OP, [regioId, op, decaanvraagId]);
    return rij?.dag ?? null;
  }
}
