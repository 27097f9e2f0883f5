import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Wanneer } from '../casus.js';
import type { TeVragen, Vraagbaar } from './decaanvraag.js';
import * as sql from './decaanvragen.sql.js';

/** The open question that a casus is in. */
export interface Vraagplaats {
  casusId: string;
  decaanvraagId: string;
  school: string;
  vervaltOp: Datum;
}

/** A casus that waits for a question of which the school was reminded. */
export interface Herinnerd {
  casusId: string;
  leerlingId: string;
  vervaltOp: Datum;
}

/** Writes decaanvraag, and who is in it. The caller holds the slot of the region. */
@Injectable()
export class DecaanvragenRepository {
  /** Which of these the school can be asked about. */
  async teVragen(tx: Tx, regioId: number, casussen: readonly Vraagbaar[], op: Datum): Promise<TeVragen[]> {
    return tx.query<TeVragen[]>(sql.TE_VRAGEN, [regioId, JSON.stringify(casussen), op]);
  }

  /** Opens a question for each school that has none; gives those that are new. */
  async stel(
    tx: Tx,
    regioId: number,
    casussen: readonly TeVragen[],
    { peildatum, nu }: Wanneer,
  ): Promise<{ decaanvraagId: string; school: string; vervaltOp: Datum }[]> {
    return tx.query(sql.STEL, [regioId, JSON.stringify(casussen), peildatum, nu]);
  }

  /** Puts these into the open question of their school. */
  async voegToe(tx: Tx, regioId: number, casussen: readonly TeVragen[], nu: Date): Promise<Vraagplaats[]> {
    await tx.query(sql.VOEG_TOE, [regioId, JSON.stringify(casussen), nu]);
    return tx.query<Vraagplaats[]>(sql.OPEN_VRAGEN, [regioId, JSON.stringify(casussen)]);
  }

  /** Marks whom nobody waits for any more. @param leerlingIds null: of every open question */
  async rondVanzelfAf(tx: Tx, regioId: number, leerlingIds: readonly string[] | null, nu: Date): Promise<void> {
    await tx.query(sql.VANZELF, [regioId, leerlingIds, nu]);
  }

  /** Ends the open questions in which nobody is left; gives their ids. */
  async rondAf(tx: Tx, regioId: number, nu: Date): Promise<string[]> {
    return ids(await tx.query<{ id: string }[]>(sql.BEANTWOORD, [regioId, nu]));
  }

  /** Ends the open questions whose term is over; gives their ids. */
  async verloop(tx: Tx, regioId: number, { peildatum, nu }: Wanneer): Promise<string[]> {
    return ids(await tx.query<{ id: string }[]>(sql.VERLOOP, [regioId, peildatum, nu]));
  }

  async herinner(tx: Tx, regioId: number, { peildatum, nu }: Wanneer): Promise<Herinnerd[]> {
    return tx.query<Herinnerd[]>(sql.HERINNER, [regioId, peildatum, nu]);
  }
}

function ids(rijen: readonly { id: string }[]): string[] {
  return rijen.map((r) => r.id);
}
