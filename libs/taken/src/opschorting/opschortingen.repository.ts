import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';

/** A suspension that is being written. */
export interface NieuweOpschorting {
  id: string;
  taakId: string;
  van: Datum;
  /** The first day on which the term runs again. */
  tot: Datum;
  /** Ciphertext. */
  reden: Buffer;
  medewerkerId: string;
}

/** A suspension of an open task. */
export interface LopendeOpschorting {
  id: string;
  taakId: string;
  van: Datum;
  tot: Datum;
}

/** Writes table `opschorting`, and the date of the task that it moves. Binds: $1 region. */
@Injectable()
export class OpschortingenRepository {
  /** A new id, so that the reason can be encrypted for its own row. */
  async id(tx: Tx): Promise<string> {
    const [rij] = await tx.query<[{ id: string }]>(`select nextval('opschorting_id_seq')::text as id`);
    return rij.id;
  }

  async leg(tx: Tx, regioId: number, o: NieuweOpschorting, nu: Date): Promise<void> {
    await tx.query(LEG, [regioId, o.id, o.taakId, o.van, o.tot, o.reden, o.medewerkerId, nu]);
  }

  /** The suspension of this open task that is still running on a date; null when none is. */
  async lopend(tx: Tx, regioId: number, taakId: string, op: Datum): Promise<LopendeOpschorting | null> {
    const [rij] = await tx.query<LopendeOpschorting[]>(LOPEND, [regioId, taakId, op]);
    return rij ?? null;
  }

  async beeindig(tx: Tx, regioId: number, id: string, tot: Datum, medewerkerId: string, nu: Date): Promise<void> {
    await tx.query(BEEINDIG, [regioId, id, tot, medewerkerId, nu]);
  }

  /** Moves the date of an open task by the days of its calendar in [van, tot); gives its new date. */
  async verschuif(
    tx: Tx,
    regioId: number,
    taakId: string,
    richting: 'later' | 'eerder',
    van: Datum,
    tot: Datum,
  ): Promise<Datum | null> {
    // update … returning gives [rows, count]
    const [rijen] = await tx.query<[{ vervaltOp: Datum }[], number]>(VERSCHUIF, [
      regioId,
      taakId,
      richting === 'later' ? 1 : -1,
      van,
      tot,
    ]);
    return rijen[0]?.vervaltOp ?? null;
  }
}

const LEG = `
insert into opschorting (regio_id, id, taak_id, van, tot, reden, door, gemaakt_op) values ($1, $2, $3, $4, $5, $6, $7, $8)`;

const LOPEND = `
select id, taak_id as "taakId", van, tot from opschorting
 where regio_id = $1 and taak_id = $2 and tot > $3::date order by tot desc limit 1`;

const BEEINDIG = `update opschorting set tot = $3, beeindigd_door = $4, beeindigd_op = $5 where regio_id = $1 and id = $2`;

const VERSCHUIF = `
update taak set vervalt_op = schuif_termijn($1, soort, vervalt_op, $3 * termijndagen($1, soort, $4, $5))
 where regio_id = $1 and id = $2 and toestand = 'open' returning vervalt_op as "vervaltOp"`;
