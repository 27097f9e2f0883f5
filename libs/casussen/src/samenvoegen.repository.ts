import type { Tx } from '#database';
import type { Samenvoeging } from '#leerlingen';
import type { Casuspaar } from '#taken';
import { Injectable } from '@nestjs/common';
import * as sql from './samenvoegen.sql.js';

/** A running casus, locked. */
export interface LopendeCasus {
  id: string;
  nummer: string;
  verantwoordelijkeId: string | null;
}

/** Writes casus, and the casus of a signaal, when two youngsters turn out to be one or two after all. */
@Injectable()
export class CasussamenvoegingRepository {
  async lopend(tx: Tx, regioId: number, leerlingIds: readonly string[]): Promise<string[]> {
    const rijen = await tx.query<{ leerlingId: string }[]>(sql.LOPEND, [regioId, leerlingIds]);
    return rijen.map((r) => r.leerlingId);
  }

  /** The running casussen of the two, the oldest first. */
  async vergrendel(tx: Tx, { regioId, blijft, vervalt }: Samenvoeging): Promise<LopendeCasus[]> {
    return tx.query(sql.VERGRENDEL_LOPEND, [regioId, [blijft, vervalt]]);
  }

  async sluitIn(tx: Tx, regioId: number, houd: string, sluit: string, nu: Date): Promise<void> {
    await tx.query(sql.NEEM_OVER, [regioId, houd, sluit]);
    await tx.query(sql.NEEM_REDEN_OVER, [regioId, houd, sluit]);
    await tx.query(sql.SLUIT_IN, [regioId, houd, sluit, nu]);
    await tx.query(sql.NEEM_SIGNALEN_OVER, [regioId, houd, sluit]);
  }

  /** A task that came along and is due earlier becomes the next step. */
  async vervroegStap(tx: Tx, { regioId, blijft, vervalt }: Samenvoeging): Promise<void> {
    await tx.query(sql.VERVROEG_STAP, [regioId, [blijft, vervalt]]);
  }

  /** What was told of the step that came along is not told again. */
  async neemOpschalingenOver(tx: Tx, regioId: number, houd: string, sluit: string): Promise<void> {
    await tx.query(sql.NEEM_OPSCHALINGEN_OVER, [regioId, houd, sluit]);
  }

  /** A running casus of which the next step went to another, or was done, gets its first open task. */
  async herstelStap(tx: Tx, { regioId, blijft, vervalt }: Samenvoeging): Promise<void> {
    await tx.query(sql.HERSTEL_STAP, [regioId, [blijft, vervalt]]);
  }

  /** Who had a casus that is not open again, because of one that was opened while they were one. */
  async nietHeropend(tx: Tx, { regioId, id, blijft, vervalt }: Samenvoeging): Promise<Casuspaar[]> {
    return tx.query(sql.NIET_HEROPEND, [regioId, [blijft, vervalt], id]);
  }

  async gaOpIn(tx: Tx, regioId: number, houd: string, sluit: string): Promise<void> {
    await tx.query(sql.GA_OP_IN, [regioId, houd, sluit]);
    await tx.query(sql.NEEM_SIGNALEN_OVER, [regioId, houd, sluit]);
  }

  /** Puts right what came while they were one; nobody is asked again about an offer that ended with the merge. */
  async scheid(tx: Tx, { regioId, blijft, vervalt, nu }: Samenvoeging): Promise<void> {
    await tx.query(sql.LAAT_AANBOD_LOS, [regioId, [blijft, vervalt], nu]);
    await tx.query(sql.LAAT_LOS, [regioId, [blijft, vervalt]]);
    await tx.query(sql.VERVANG_GESTOPTE, [regioId, [blijft, vervalt]]);
  }

  /** Running casussen that have nothing to do next. */
  async zonderStap(
    tx: Tx,
    { regioId, blijft, vervalt }: Samenvoeging,
  ): Promise<{ casusId: string; eigenaarId: string; doelgroep: string }[]> {
    return tx.query(sql.ZONDER_STAP, [regioId, [blijft, vervalt]]);
  }
}
