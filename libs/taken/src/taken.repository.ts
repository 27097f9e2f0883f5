import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { GemaakteTaak, NieuweTaak, Opvolging } from './taak.js';

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

  async draagOver(tx: Tx, regioId: number, opvolgingen: readonly Opvolging[]): Promise<void> {
    await tx.query(
      `update taak t set eigenaar_id = n.naar_id
         from unnest($2::bigint[], $3::bigint[], $4::bigint[]) as n (casus_id, van_id, naar_id)
        where t.regio_id = $1 and t.casus_id = n.casus_id and t.eigenaar_id = n.van_id and t.toestand = 'open'`,
      [regioId, opvolgingen.map((o) => o.casusId), opvolgingen.map((o) => o.van), opvolgingen.map((o) => o.naar)],
    );
  }

  /** The task with which a colleague was asked to take the casus over. */
  async laatAanbodVervallen(tx: Tx, regioId: number, casusIds: readonly string[], nu: Date): Promise<void> {
    await tx.query(
      `update taak set toestand = 'vervallen', resultaat = 'anderToegewezen', afgerond_op = $3
        where regio_id = $1 and casus_id = any ($2::bigint[]) and soort in ('overname', 'overnameGeweigerd', 'overnameAndereRegio') and toestand = 'open'`,
      [regioId, casusIds, nu],
    );
  }

  async rondAf(
    tx: Tx,
    regioId: number,
    taakIds: readonly string[],
    {
      toestand,
      resultaat,
      door,
      nu,
    }: { toestand: 'afgerond' | 'vervallen'; resultaat: string; door: string | null; nu: Date },
  ): Promise<void> {
    await tx.query(
      `update taak set toestand = $3, resultaat = $4, afgerond_op = $5, afgerond_door = $6
        where regio_id = $1 and id = any ($2::bigint[]) and toestand = 'open'`,
      [regioId, taakIds, toestand, resultaat, nu, door],
    );
  }

  async draagRestOverAanProcesbewaker(tx: Tx, regioId: number, van: string): Promise<void> {
    await tx.query(
      `update taak t set eigenaar_id = r.procesbewaker_id
         from regio r where r.id = $1 and t.regio_id = $1 and t.eigenaar_id = $2 and t.toestand = 'open'`,
      [regioId, van],
    );
  }

  async rondStappenAf(
    tx: Tx,
    regioId: number,
    casusId: string,
    soorten: readonly string[],
    { resultaat, door, nu }: { resultaat: string; door: string; nu: Date },
  ): Promise<void> {
    await tx.query(
      `update taak set toestand = 'afgerond', resultaat = $4, afgerond_op = $5, afgerond_door = $6
        where regio_id = $1 and casus_id = $2 and soort = any ($3) and toestand = 'open'`,
      [regioId, casusId, soorten, resultaat, nu, door],
    );
  }
}

// The term is looked up once per soort and doelgroep, not once per task.
const MAAK = `
with n as (
  select * from jsonb_to_recordset($2::jsonb) as n (soort text, "casusId" bigint, "eigenaarId" bigint, doelgroep text, "vervaltOp" date,
         "decaanvraagId" bigint)),
termijnen as materialized (
  select soort, doelgroep, termijn_op($1, soort, doelgroep, $3) as vervalt_op
    from (select distinct soort, doelgroep from n where "vervaltOp" is null) x)
insert into taak (regio_id, soort, casus_id, eigenaar_id, decaanvraag_id, vervalt_op, gemaakt_op)
select $1, n.soort, n."casusId", n."eigenaarId", n."decaanvraagId", coalesce(n."vervaltOp", t.vervalt_op), $4
  from n left join termijnen t using (soort, doelgroep)
 order by n."casusId"
returning id, casus_id as "casusId", soort, vervalt_op as "vervaltOp"`;
