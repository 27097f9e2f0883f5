import type { Tx } from '#database';
import type { Wie } from '#kern';
import { Injectable } from '@nestjs/common';

/** Writes on deliveries what their undoing means. */
@Injectable()
export class OngedaanRepository {
  /** The same bytes, and the same Idempotency-Key, may come again. */
  async maakOngedaan(tx: Tx, wie: Wie, id: string, reden: string, op: Date): Promise<void> {
    await tx.query(
      `update aanlevering set status = 'vervallen', ongedaan_op = $3, ongedaan_door = $4, ongedaan_reden = $5, idempotentie_sleutel = null
        where regio_id = $1 and id = $2`,
      [wie.regioId, id, op, `${wie.soort}:${wie.id}`, reden],
    );
  }

  /** Findings on lines of other deliveries that were read again in these steps. */
  async wisHerlezing(tx: Tx, regioId: number, id: string, stappen: readonly string[]): Promise<void> {
    await tx.query(
      `delete from bevinding where regio_id = $1 and aanlevering_id <> $2 and stap = any ($3::bigint[])
          and aanlevering_id in (select bron_id from verwerkstap where regio_id = $1 and id = any ($3::bigint[]))`,
      [regioId, id, stappen],
    );
  }
}
