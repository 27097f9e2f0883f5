import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';

/** A contactmoment that is being written. */
export interface NieuwContactmoment {
  casusId: string;
  uitkomst: string;
  met: string;
  taakId: string | null;
  medewerkerId: string;
}

/** A note, closed for its row. */
export interface GeslotenNotitie {
  id: string;
  notitie: Buffer;
  /** Employee who wrote it. */
  door: string;
}

/** Writes table `contactmoment`; rows are added, never changed. */
@Injectable()
export class ContactmomentenRepository {
  /** @param versleutel closes the note for the row with this id */
  async leg(
    tx: Tx,
    regioId: number,
    m: NieuwContactmoment,
    versleutel: ((id: string) => Buffer) | null,
    nu: Date,
  ): Promise<string> {
    const [{ id }] = await tx.query<[{ id: string }]>(`select nextval('contactmoment_id_seq')::text as id`);
    const notitie = versleutel === null ? null : versleutel(id);
    await tx.query(LEG, [regioId, id, m.casusId, m.uitkomst, m.met, notitie, m.taakId, m.medewerkerId, nu]);
    return id;
  }

  /** The notes of these contactmomenten that have one. The caller judges who reads which. */
  async notities(tx: Tx, regioId: number, ids: readonly string[]): Promise<GeslotenNotitie[]> {
    return tx.query<GeslotenNotitie[]>(NOTITIES, [regioId, ids]);
  }
}

const LEG = `
insert into contactmoment (regio_id, id, casus_id, uitkomst, met, notitie, taak_id, door, op) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const NOTITIES = `
select id, notitie, door from contactmoment where regio_id = $1 and id = any ($2::bigint[]) and notitie is not null`;
