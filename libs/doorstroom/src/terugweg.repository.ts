import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import * as sql from './terugweg.sql.js';

/** Trajecten when a delivery is undone. */
@Injectable()
export class TerugwegRepository {
  /** See `laatLos` of BijVerwerkt. */
  async laatLos(tx: Tx, regioId: number): Promise<void> {
    for (const vraag of sql.LAAT_LOS) await tx.query(vraag, [regioId]);
    await tx.query(sql.TABEL);
    for (const vraag of sql.VERWIJDER) await tx.query(vraag, [regioId]);
  }

  /** Takes out of the cohort whoever in pg_temp.geraakt is no candidate any more. */
  corrigeer(tx: Tx, regioId: number, aanleveringId: string, nu: Date): Promise<{ id: string; leerlingId: string }[]> {
    return tx.query(sql.CORRIGEER, [regioId, aanleveringId, nu]);
  }

  async openSignalen(tx: Tx, regioId: number, trajectIds: readonly string[]): Promise<string[]> {
    const rijen = await tx.query<{ id: string }[]>(sql.OPEN_SIGNALEN, [regioId, trajectIds]);
    return rijen.map((rij) => rij.id);
  }
}
