import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';

/** A row as it goes into the ledger. */
export interface NieuweOpdracht {
  data: unknown;
  vanaf: Date | null;
  sleutel: string | null;
}

/** Rows per statement. */
const PARTIJ = 5_000;

/** Writes new rows into the ledger. */
@Injectable()
export class OpdrachtenRepository {
  /**
   * A row that waits under the same key is touched, not left alone: that locks it until this transaction ends, so a
   * worker cannot start it before it can see what this transaction wrote.
   */
  async voegToe(tx: Tx, soort: string, regioId: number, rijen: readonly NieuweOpdracht[]): Promise<void> {
    for (let van = 0; van < rijen.length; van += PARTIJ) {
      const deel = rijen.slice(van, van + PARTIJ);
      await tx.query(
        `insert into opdracht (regio_id, soort, data, sleutel, vanaf)
         select nullif($1, 0), $2, d.data, d.sleutel, coalesce(d.vanaf, clock_timestamp())
           from unnest($3::jsonb[], $4::text[], $5::timestamptz[]) as d (data, sleutel, vanaf)
         on conflict (soort, coalesce(regio_id, 0), sleutel) where sleutel is not null
         do update set vanaf = least(opdracht.vanaf, excluded.vanaf)`,
        [regioId, soort, deel.map((r) => JSON.stringify(r.data)), deel.map((r) => r.sleutel), deel.map((r) => r.vanaf)],
      );
    }
  }

  /** Makes a dead row due again. Gives its kind, or null when it does not exist in this region or is not dead. */
  async herleef(tx: Tx, id: string, regioId: number): Promise<{ soort: string; regio: number } | null> {
    const [rijen] = await tx.query<[{ soort: string; regio: number }[], number]>(
      `update opdracht set dood_op = null, pogingen = 0, vanaf = clock_timestamp()
        where id = $1 and dood_op is not null and (regio_id = $2 or regio_id is null)
        returning soort, coalesce(regio_id, 0) as regio`,
      [id, regioId],
    );
    return rijen[0] ?? null;
  }
}
