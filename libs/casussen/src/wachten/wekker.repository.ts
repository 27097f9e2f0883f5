import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';

/** A casus that waits, with the task that would wake it. */
export interface WachtendeCasus {
  casusId: string;
  leerlingId: string;
  taakId: string;
}

/** Ends waiting. Binds: $1 region. */
@Injectable()
export class WekkerRepository {
  /** Whose running casus waits on this day. @param wachtOp only for this; null for whatever it is */
  async wachtend(
    tx: Tx,
    regioId: number,
    leerlingIds: readonly string[],
    wachtOp: string | null,
    op: Datum,
  ): Promise<string[]> {
    const rijen = await tx.query<{ leerlingId: string }[]>(WACHTEND, [regioId, leerlingIds, wachtOp, op]);
    return rijen.map((r) => r.leerlingId);
  }

  /** The same, locked; the caller holds the region's slot. */
  async vergrendel(
    tx: Tx,
    regioId: number,
    leerlingIds: readonly string[],
    wachtOp: string | null,
    op: Datum,
  ): Promise<WachtendeCasus[]> {
    return tx.query<WachtendeCasus[]>(`${WACHTEND} order by c.id for no key update of c`, [
      regioId,
      leerlingIds,
      wachtOp,
      op,
    ]);
  }

  /** They wait no more, and their next step is due today. */
  async wek(tx: Tx, regioId: number, casussen: readonly WachtendeCasus[], op: Datum): Promise<void> {
    await tx.query(WAKKER, [regioId, casussen.map((c) => c.casusId)]);
    await tx.query(VANDAAG, [regioId, casussen.map((c) => c.taakId), op]);
  }
}

const WACHTEND = `
select c.id as "casusId", c.leerling_id as "leerlingId", c.volgende_taak_id as "taakId" from casus c
 where c.regio_id = $1 and c.leerling_id = any ($2::bigint[]) and c.loopt and c.wakker_op > $4::date and c.vervalt_op >= c.wakker_op
   and ($3::text is null or c.wacht_op = $3)`;

const WAKKER = `update casus set wacht_op = null, wakker_op = null where regio_id = $1 and id = any ($2::bigint[])`;

const VANDAAG = `update taak set vervalt_op = $3::date where regio_id = $1 and id = any ($2::bigint[]) and toestand = 'open'`;
