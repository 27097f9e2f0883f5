import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Afgelopen, LosseTaak } from './losse-taken.service.js';

/** Writes the tasks of no casus; unique indexes keep each open once. */
@Injectable()
export class LosseTakenRepository {
  async stel(
    tx: Tx,
    regioId: number,
    gewenst: readonly LosseTaak[],
    { peildatum, nu }: { peildatum: Datum; nu: Date },
  ): Promise<void> {
    await tx.query(STEL, [regioId, JSON.stringify(gewenst), peildatum, nu]);
  }

  async rondAf(
    tx: Tx,
    regioId: number,
    { soort, trajectIds }: Afgelopen,
    { resultaat, nu, door }: { resultaat: string; nu: Date; door: string | null },
  ): Promise<void> {
    await tx.query(ROND_AF, [regioId, soort, trajectIds ?? null, resultaat, nu, door]);
  }
}

const STEL = `
insert into taak (regio_id, soort, traject_id, eigenaar_id, vervalt_op, gemaakt_op)
select $1, g.soort, g."trajectId", coalesce(g."eigenaarId", r.procesbewaker_id), coalesce(g."vervaltOp", termijn_op($1, g.soort, '', $3::date)), $4
  from jsonb_to_recordset($2::jsonb) as g (soort text, "trajectId" bigint, "eigenaarId" bigint, "vervaltOp" date)
  join regio r on r.id = $1
 order by g."trajectId"
on conflict do nothing`;

const ROND_AF = `
update taak set toestand = case when $6::bigint is null then 'vervallen' else 'afgerond' end, resultaat = $4, afgerond_op = $5, afgerond_door = $6
 where regio_id = $1 and soort = $2 and toestand = 'open'
   and case when $3::bigint[] is null then traject_id is null else traject_id = any ($3) end`;
