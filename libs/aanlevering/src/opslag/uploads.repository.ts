import type { Tx } from '#database';
import type { Wie } from '#kern';
import { Injectable } from '@nestjs/common';

/** Of a process that receives a file nothing was heard for this long: it is gone, and so is the upload. Milliseconds. */
export const LEVEN_MS = 5 * 60_000;

/** Files that are being received. All instants are of the real clock: they are leases. */
@Injectable()
export class UploadsRepository {
  /** Makes an upload with the id that its delivery gets; null when this client has so many open already. */
  async open(tx: Tx, wie: Wie, hoogstens: number, nu: Date): Promise<string | null> {
    // Two at once would each count without the other.
    await tx.query(`select pg_advisory_xact_lock($1, hashtext($2))`, [UPLOADSLOT, wie.id]);
    const [rij] = await tx.query<{ id: string }[]>(
      `insert into upload (regio_id, id, client_id, gestart_op, levend_op)
       select $1, nextval(pg_get_serial_sequence('aanlevering', 'id')), $2, $3, $3
        where (select count(*) from upload where regio_id = $1 and client_id = $2 and not klaar and levend_op > $4) < $5
       returning id`,
      [wie.regioId, wie.id, nu, new Date(nu.getTime() - LEVEN_MS), hoogstens],
    );
    return rij?.id ?? null;
  }

  async leeft(tx: Tx, regioId: number, id: string, nu: Date): Promise<void> {
    await tx.query(`update upload set levend_op = $3 where regio_id = $1 and id = $2 and not klaar`, [regioId, id, nu]);
  }

  /** Locks it and keeps its blocks; false when it was taken for gone meanwhile. */
  async maakKlaar(tx: Tx, regioId: number, id: string): Promise<boolean> {
    const [rijen] = await tx.query<[unknown[], number]>(
      `update upload set klaar = true where regio_id = $1 and id = $2 and not klaar returning id`,
      [regioId, id],
    );
    return rijen.length > 0;
  }

  /** Removes an upload that came to nothing, with the blocks that it left. */
  async verwijder(tx: Tx, regioId: number, id: string): Promise<void> {
    await tx.query(`delete from upload where regio_id = $1 and id = $2 and not klaar`, [regioId, id]);
  }

  /** The same for all whose process is gone, in every region. */
  async ruimVerlaten(tx: Tx, nu: Date): Promise<void> {
    await tx.query(`delete from upload where not klaar and levend_op <= $1`, [new Date(nu.getTime() - LEVEN_MS)]);
  }
}

const UPLOADSLOT = 7_584_901;
