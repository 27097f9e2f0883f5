import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';

/** Table `casus_reden`: ciphertext, one per casus. The caller judged who asks. */
@Injectable()
export class RedenenRepository {
  /** Replaces the reden of a locked casus; each has an id of its own, for which it is closed. */
  async zet(
    tx: Tx,
    regioId: number,
    casusId: string,
    versleutel: (id: string) => Buffer,
    door: { medewerkerId: string; nu: Date },
  ): Promise<void> {
    await this.wis(tx, regioId, casusId);
    const [{ id }] = await tx.query<[{ id: string }]>(`select nextval('casus_reden_id_seq')::text as id`);
    await tx.query(LEG, [regioId, id, casusId, versleutel(id), door.medewerkerId, door.nu]);
  }

  async wis(tx: Tx, regioId: number, casusId: string): Promise<void> {
    await tx.query(`delete from casus_reden where regio_id = $1 and casus_id = $2`, [regioId, casusId]);
  }

  async lees(tx: Tx, regioId: number, casusId: string): Promise<{ id: string; waarde: Buffer } | null> {
    const [rij] = await tx.query<{ id: string; waarde: Buffer }[]>(
      `select id, waarde from casus_reden where regio_id = $1 and casus_id = $2`,
      [regioId, casusId],
    );
    return rij ?? null;
  }
}

const LEG = `insert into casus_reden (regio_id, id, casus_id, waarde, door, op) values ($1, $2, $3, $4, $5, $6)`;
