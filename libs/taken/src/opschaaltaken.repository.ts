import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';

/** Writes the tasks of who was told that something stands still. Binds: $1 region. */
@Injectable()
export class OpschaaltakenRepository {
  async rondAf(tx: Tx, regioId: number, nu: Date): Promise<void> {
    await tx.query(ROND_AF, [regioId, nu]);
  }

  async wijsOm(tx: Tx, regioId: number): Promise<void> {
    await tx.query(WIJS_OM, [regioId]);
  }

  async maak(tx: Tx, regioId: number, vandaag: Datum, nu: Date): Promise<void> {
    await tx.query(MAAK, [regioId, vandaag, nu]);
  }
}

const ROND_AF = `
update taak t set toestand = case when o.gezien_op is null then 'vervallen' else 'afgerond' end,
       resultaat = case when o.gezien_op is null then 'inBeweging' else 'gezien' end, afgerond_op = $2, afgerond_door = o.gezien_door
  from opschaling o
 where t.regio_id = $1 and t.toestand = 'open' and o.regio_id = $1 and o.id = t.opschaling_id
   and (o.gezien_op is not null or o.beeindigd_op is not null)`;

const WIJS_OM = `
update taak t set eigenaar_id = o.naar_id from opschaling o
 where t.regio_id = $1 and t.toestand = 'open' and o.regio_id = $1 and o.id = t.opschaling_id and t.eigenaar_id is distinct from o.naar_id`;

const MAAK = `
insert into taak (regio_id, soort, opschaling_id, eigenaar_id, vervalt_op, gemaakt_op)
select $1, 'opschaling', o.id, o.naar_id, d.vervalt_op, $3
  from opschaling o cross join (select termijn_op($1, 'opschaling', '', $2::date) as vervalt_op offset 0) d
 where o.regio_id = $1 and o.beeindigd_op is null and o.gezien_op is null
   and not exists (select from taak t where t.regio_id = $1 and t.opschaling_id = o.id and t.toestand = 'open')
 order by o.id`;
