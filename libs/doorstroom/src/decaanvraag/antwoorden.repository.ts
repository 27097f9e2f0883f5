import type { Decaanantwoord, Decaanvraag } from '#casussen';
import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import * as sql from './antwoorden.sql.js';

/** What is known of one pupil in a question, locked. */
export interface Vraagrij {
  id: string;
  leerlingId: string;
  trajectId: string;
  antwoord: Decaanantwoord | null;
  brin: string | null;
  vervolgkeuze: string | null;
  toelichting: Buffer | null;
  nogmaalsOp: Datum | null;
  /** The school said «is busy» in an earlier question as well. */
  wasBezig: boolean;
}

/** An answer as it is stored. */
export interface TeLeggen {
  id: string;
  antwoord: Decaanantwoord;
  brin: string | null;
  vervolgkeuze: string | null;
  /** Ciphertext, base64. */
  toelichting: string | null;
  nogmaalsOp: Datum | null;
}

/** What an answer does to its traject. */
export interface Trajectantwoord {
  trajectId: string;
  /** What was answered before. */
  was: Decaanantwoord | null;
  wasVervolg: string | null;
  antwoord: Decaanantwoord;
  brin: string | null;
  vervolgkeuze: string | null;
}

/** Writes answers, and what they say of a traject. */
@Injectable()
export class AntwoordenRepository {
  async school(tx: Tx, regioId: number, id: string): Promise<string | null> {
    const [rij] = await tx.query<{ school: string }[]>(sql.SCHOOL, [regioId, id]);
    return rij?.school ?? null;
  }

  /** Who of these trajecten is in the question. */
  async leerlingen(tx: Tx, regioId: number, id: string, trajectIds: readonly string[]): Promise<string[]> {
    const rijen = await tx.query<{ id: string }[]>(sql.LEERLINGEN, [regioId, id, trajectIds]);
    return rijen.map((r) => r.id);
  }

  async vergrendel(tx: Tx, regioId: number, id: string): Promise<Decaanvraag | null> {
    const [rij] = await tx.query<Decaanvraag[]>(sql.VERGRENDEL, [regioId, id]);
    return rij ?? null;
  }

  async rijen(tx: Tx, regioId: number, id: string, trajectIds: readonly string[]): Promise<Vraagrij[]> {
    return tx.query<Vraagrij[]>(sql.RIJEN, [regioId, id, trajectIds]);
  }

  async leg(tx: Tx, regioId: number, rijen: readonly TeLeggen[], nu: Date, doorId: string): Promise<void> {
    await tx.query(sql.LEG, [regioId, JSON.stringify(rijen), nu, doorId]);
  }

  async legOpTraject(
    tx: Tx,
    regioId: number,
    antwoorden: readonly Trajectantwoord[],
    vandaag: Datum,
    doorId: string,
  ): Promise<void> {
    const json = JSON.stringify(antwoorden);
    for (const vraag of sql.NEEM_TERUG) await tx.query(vraag, [regioId, json]);
    await tx.query(sql.MELD_AAN, [regioId, json, vandaag]);
    await tx.query(sql.NEEM_VOOR, [regioId, json, `medewerker:${doorId}`]);
  }
}
