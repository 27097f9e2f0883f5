import type { Tx } from '#database';
import { QUARANTAINECODES } from '#leerlingen';
import { Injectable } from '@nestjs/common';
import type { Aanlevering, Tellingen } from '../aanlevering.js';
import { NIET_IN_QUARANTAINE } from '../controle/typering.sql.js';
import * as sql from './herstel.sql.js';

/** Which row repairs which line, and what that does to the counts of the delivery that is repaired. */
@Injectable()
export class HerstelRepository {
  /** Lines of a delivery that were kept out and are not repaired yet. */
  async inQuarantaine(tx: Tx, regioId: number, id: string): Promise<number[]> {
    const [rij] = await tx.query<{ regels: number[] }[]>(sql.IN_QUARANTAINE, [regioId, id, QUARANTAINECODES]);
    return rij?.regels ?? [];
  }

  /** Lists those lines in `pg_temp.herstelregel`, gone at commit. @param werktabel of those lines. */
  async leg(tx: Tx, werktabel: string): Promise<void> {
    await tx.query(sql.WIS_HERSTELREGELS);
    await tx.query(sql.maakHerstelregels(werktabel));
  }

  /** Pairs the rows of a repair with the lines that were listed, and refuses the other rows. */
  async paar(tx: Tx, { regioId, school, modus, peildatum }: Aanlevering, rij: string): Promise<void> {
    const { zelfde, nummer, sleutel } = sql.paar(rij);
    await tx.query(zelfde);
    await tx.query(nummer, [regioId, school, modus === 'volledig', peildatum]);
    await tx.query(sleutel);
    await tx.query(sql.weigerAndere(rij), [NIET_IN_QUARANTAINE]);
  }

  /** Takes the repaired lines out of the quarantaine of their delivery, with their findings. */
  async verplaats(
    tx: Tx,
    { regioId, id, school }: Aanlevering,
    origineel: string,
    { nieuw, gewijzigd, buitenCohort }: Tellingen,
  ): Promise<void> {
    await tx.query(sql.MERK_HERSTELD, [regioId, id, QUARANTAINECODES]);
    await tx.query(sql.NEEM_BEVINDINGEN, [regioId, origineel, id]);
    const [telling] = await tx.query<{ regels: number; kandidaten: number }[]>(sql.TEL_HERSTELD, [regioId, school]);
    if (telling === undefined) throw new Error('A count gave nothing.');
    const { regels, kandidaten } = telling;
    await tx.query(sql.NOTEER_VERPLAATST, [regioId, id, nieuw, gewijzigd, buitenCohort, regels, kandidaten]);
    await tx.query(sql.VERPLAATS, [regioId, id, 1]);
  }

  /** The repair is undone: its lines are in quarantaine again, with their findings. Does nothing for any other delivery. */
  async geefTerug(tx: Tx, regioId: number, id: string): Promise<void> {
    await tx.query('update bevinding set hersteld_in = null where regio_id = $1 and hersteld_in = $2', [regioId, id]);
    await tx.query(sql.VERPLAATS, [regioId, id, -1]);
    await tx.query(
      'update aanlevering set verplaatst = null where regio_id = $1 and id = $2 and verplaatst is not null',
      [regioId, id],
    );
  }
}
