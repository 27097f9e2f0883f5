import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { GemaakteTaak, NieuweTaak } from './taak.js';

/** Writes table `taak`. */
@Injectable()
export class TakenRepository {
  async maak(
    tx: Tx,
    regioId: number,
    nieuw: readonly NieuweTaak[],
    moment: { peildatum: Datum; nu: Date },
  ): Promise<GemaakteTaak[]> {
    return tx.query<GemaakteTaak[]>(MAAK, [regioId, JSON.stringify(nieuw), moment.peildatum, moment.nu]);
  }

  async laatVervallen(
    tx: Tx,
    regioId: number,
    casusIds: readonly string[],
    resultaat: string,
    nu: Date,
  ): Promise<void> {
    await tx.query(
      `update taak set toestand = 'vervallen', resultaat = $3, afgerond_op = $4
        where regio_id = $1 and casus_id = any ($2::bigint[]) and toestand = 'open'`,
      [regioId, casusIds, resultaat, nu],
    );
  }

  async draagOver(tx: Tx, regioId: number, van: string, opvolgers: ReadonlyMap<string, string>): Promise<void> {
    await tx.query(
      `update taak t set eigenaar_id = n.eigenaar_id
         from unnest($3::bigint[], $4::bigint[]) as n (casus_id, eigenaar_id)
        where t.regio_id = $1 and t.casus_id = n.casus_id and t.eigenaar_id = $2 and t.toestand = 'open'`,
      [regioId, van, [...opvolgers.keys()], [...opvolgers.values()]],
    );
  }

  async draagRestOverAanProcesbewaker(tx: Tx, regioId: number, van: string): Promise<void> {
    await tx.query(
      `update taak t set eigenaar_id = r.procesbewaker_id
         from regio r where r.id = $1 and t.regio_id = $1 and t.eigenaar_id = $2 and t.toestand = 'open'`,
      [regioId, van],
    );
  }
}

// The term is looked up once per soort and doelgroep, not once per task.
const MAAK = `
with n as (
  select * from jsonb_to_recordset($2::jsonb) as n (soort text, "casusId" bigint, "eigenaarId" bigint, doelgroep text)),
termijnen as materialized (
  select soort, doelgroep, termijn_op(soort, doelgroep, $3) as vervalt_op from (select distinct soort, doelgroep from n) x)
insert into taak (regio_id, soort, casus_id, eigenaar_id, vervalt_op, gemaakt_op)
select $1, n.soort, n."casusId", n."eigenaarId", t.vervalt_op, $4
  from n join termijnen t using (soort, doelgroep)
 order by n."casusId"
returning id, casus_id as "casusId", vervalt_op as "vervaltOp"`;
