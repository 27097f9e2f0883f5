import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { AanleveringStatus } from '../aanlevering.js';

/** A delivery of which someone wants to repair rows, with what stands in the way of that. */
export interface Origineel {
  id: string;
  school: string;
  peildatum: Datum;
  status: AanleveringStatus;
  ongedaan: boolean;
  /** It is a repair itself, of this delivery. */
  herstelVan: string | null;
  quarantaine: number;
  /** Its file is still there, so it can be told which rows were kept out. */
  bewaard: boolean;
  /** What the school delivered since and was processed, but for repairs of this one. */
  nieuwere: string | null;
}

/** Questions about the delivery that is to be repaired. */
@Injectable()
export class HerstelVragen {
  async origineel(tx: Tx, regioId: number, id: string): Promise<Origineel | null> {
    const [rij] = await tx.query<Origineel[]>(
      `select o.id, o.school, o.peildatum, o.status, o.ongedaan_op is not null as ongedaan, o.herstel_van as "herstelVan", o.quarantaine,
              exists (select from upload u where u.regio_id = o.regio_id and u.id = o.id and u.klaar) as bewaard,
              (select n.id from aanlevering n
                where n.regio_id = o.regio_id and n.school = o.school and n.status = 'verwerkt'
                  and (n.peildatum, n.id) > (o.peildatum, o.id) and n.herstel_van is distinct from o.id
                order by n.peildatum desc, n.id desc limit 1) as nieuwere
         from aanlevering o where o.regio_id = $1 and o.id = $2`,
      [regioId, id],
    );
    return rij ?? null;
  }
}

/** Whether rows of it can be repaired now; whatever is left of them. */
export function isHerstelbaar({ status, herstelVan, bewaard, nieuwere }: Origineel): boolean {
  return status === 'verwerkt' && herstelVan === null && bewaard && nieuwere === null;
}
