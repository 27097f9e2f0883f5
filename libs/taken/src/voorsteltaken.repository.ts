import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Datum } from '#kern';

/** Writes the tasks about koppelvoorstellen. Binds: $1 region. The caller holds the slot of the region. */
@Injectable()
export class VoorsteltakenRepository {
  /** Turns a task to another open question about the same leerling, when its own is no longer open. */
  async wijsOm(tx: Tx, regioId: number): Promise<void> {
    await tx.query(WIJS_OM, [regioId]);
  }

  /** Ends the tasks about a leerling of whom nothing is asked any more. */
  async rondAf(tx: Tx, regioId: number, medewerkerId: string | null, nu: Date): Promise<void> {
    await tx.query(OVER_NIETS, [regioId, nu]);
    await tx.query(ROND_AF, [regioId, medewerkerId, nu]);
  }

  /** One task for each leerling about whom something is asked and who has none. */
  async maak(tx: Tx, regioId: number, vandaag: Datum, nu: Date): Promise<void> {
    await tx.query(MAAK, [regioId, vandaag, nu]);
  }
}

// The first open question about each leerling, and the open tasks with the leerling that they were about.
const OPEN = `open as materialized (
  select distinct on (leerling_id) leerling_id, id from koppelvoorstel where regio_id = $1 and status = 'open' order by leerling_id, id),
loopt as materialized (
  select t.id, t.koppelvoorstel_id, k.leerling_id, k.status
    from taak t join koppelvoorstel k on k.regio_id = t.regio_id and k.id = t.koppelvoorstel_id
   where t.regio_id = $1 and t.toestand = 'open')`;

const WIJS_OM = `
with ${OPEN}
update taak t set koppelvoorstel_id = o.id from loopt l join open o on o.leerling_id = l.leerling_id
 where t.regio_id = $1 and t.id = l.id and l.status <> 'open'
   and not exists (select from loopt a where a.leerling_id = l.leerling_id and a.id <> l.id and (a.status = 'open' or a.id < l.id))`;

// Its question was taken back with the delivery that asked it.
const OVER_NIETS = `
update taak set toestand = 'vervallen', resultaat = 'teruggedraaid', afgerond_op = $2
 where regio_id = $1 and soort = 'koppelvoorstel' and koppelvoorstel_id is null and toestand = 'open'`;

const ROND_AF = `
with ${OPEN}
update taak t set toestand = case when $2::bigint is null then 'vervallen' else 'afgerond' end, resultaat = l.status, afgerond_op = $3, afgerond_door = $2
  from loopt l
 where t.regio_id = $1 and t.id = l.id
   and (l.status <> 'open' or exists (select from loopt a where a.leerling_id = l.leerling_id and a.status = 'open' and a.id < l.id))`;

const MAAK = `
with ${OPEN}
insert into taak (regio_id, soort, koppelvoorstel_id, eigenaar_id, vervalt_op, gemaakt_op)
select $1, 'koppelvoorstel', o.id, r.procesbewaker_id, termijn_op($1, 'koppelvoorstel', '', $2::date), $3
  from open o join regio r on r.id = $1
 where not exists (select from loopt l where l.leerling_id = o.leerling_id)
 order by o.id`;
