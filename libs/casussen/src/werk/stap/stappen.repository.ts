import type { Tx } from '#database';
import type { Datum } from '#kern';
import type { Taaksoort } from '#taken';
import { Injectable } from '@nestjs/common';

/** Reads what steps follow from. Binds: $1 region. */
@Injectable()
export class StappenRepository {
  /** Open tasks of a locked casus of these soorten. */
  async open(
    tx: Tx,
    regioId: number,
    casusId: string,
    soorten: readonly Taaksoort[],
  ): Promise<{ id: string; soort: Taaksoort }[]> {
    return tx.query(OPEN, [regioId, casusId, soorten]);
  }

  /** On which day each of these soorten is due when it begins today. */
  async termijnen(
    tx: Tx,
    regioId: number,
    doelgroep: string,
    soorten: readonly string[],
    vandaag: Datum,
  ): Promise<ReadonlyMap<string, Datum>> {
    const rijen = await tx.query<{ soort: string; op: Datum }[]>(TERMIJNEN, [regioId, doelgroep, soorten, vandaag]);
    return new Map(rijen.map(({ soort, op }) => [soort, op]));
  }

  /** How many times in a row nobody was reached, up to now. */
  async nietBereikt(tx: Tx, regioId: number, casusId: string): Promise<number> {
    const [rij] = await tx.query<[{ aantal: number }]>(NIET_BEREIKT, [regioId, casusId]);
    return rij.aantal;
  }
}

const OPEN = `
select id, soort from taak where regio_id = $1 and casus_id = $2 and toestand = 'open' and soort = any ($3::text[]) order by id`;

const TERMIJNEN = `select s as soort, termijn_op($1, s, $2, $4::date) as op from unnest($3::text[]) s`;

const NIET_BEREIKT = `
select count(*)::int as aantal from contactmoment m
 where m.regio_id = $1 and m.casus_id = $2 and m.uitkomst = 'nietBereikt' and m.id > coalesce(
   (select max(a.id) from contactmoment a where a.regio_id = $1 and a.casus_id = $2 and a.uitkomst <> 'nietBereikt'), 0)`;
