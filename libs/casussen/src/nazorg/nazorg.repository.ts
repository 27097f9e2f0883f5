import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';

/** A nazorg task that was planned. */
export interface GeplandeNazorg {
  casusId: string;
  leerlingId: string;
  taakId: string;
  vervaltOp: Datum;
}

/** Plans nazorg: one task on the newest casus of each youngster. */
@Injectable()
export class NazorgRepository {
  async plan(tx: Tx, regioId: number, leerlingIds: readonly string[], op: Datum, nu: Date): Promise<GeplandeNazorg[]> {
    return tx.query<GeplandeNazorg[]>(PLAN, [regioId, leerlingIds, op, nu]);
  }
}

// Of the newest casus, when it is closed and not gone up in another; once for each casus. Who stopped since: the procesbewaker.
const PLAN = `
with laatste as (
  select distinct on (c.leerling_id) c.id, c.leerling_id, c.fase, c.opgegaan_in, c.doelgroep, c.verantwoordelijke_id from casus c
   where c.regio_id = $1 and c.leerling_id = any ($2::bigint[]) order by c.leerling_id, c.loopt is true desc, c.geopend_op desc, c.id desc),
nieuw as (
  insert into taak (regio_id, soort, casus_id, eigenaar_id, vervalt_op, gemaakt_op)
  select $1, 'nazorg', l.id, case when m.actief then m.id else r.procesbewaker_id end, termijn_op($1, 'nazorg', l.doelgroep, $3::date), $4
    from laatste l join regio r on r.id = $1
    left join medewerker m on m.regio_id = $1 and m.id = l.verantwoordelijke_id
   where l.fase = 'gesloten' and l.opgegaan_in is null
     and not exists (select from taak t where t.regio_id = $1 and t.casus_id = l.id and t.soort = 'nazorg')
   order by l.id
  returning id, casus_id, vervalt_op)
select n.casus_id as "casusId", l.leerling_id as "leerlingId", n.id as "taakId", n.vervalt_op as "vervaltOp"
  from nieuw n join laatste l on l.id = n.casus_id order by n.id`;
