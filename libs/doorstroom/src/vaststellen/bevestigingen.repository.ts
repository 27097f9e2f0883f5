import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import { type Bereik, bereikSql, bereikWaarde } from '../bereik.js';
import type { Cohort } from '../trajecten.repository.js';

/** A traject of which somebody confirmed the arrival before 1 October. */
export interface Bevestiging {
  trajectId: string;
  /** Whether it is the only proof now, and may still be given again. */
  nodig: boolean;
  /** Who is asked. */
  eigenaarId: string;
  vervaltOp: Datum;
}

/** Which confirmed arrivals must be confirmed again. */
@Injectable()
export class BevestigingenRepository {
  async opTeVragen(tx: Tx, { regioId, schooljaar }: Cohort, bereik: Bereik, op: Datum): Promise<Bevestiging[]> {
    return tx.query<Bevestiging[]>(sql(bereik.soort), [regioId, schooljaar, bereikWaarde(bereik), op]);
  }
}

// Asked of whoever has the casus, else of the officer who confirmed it, else of the procesbewaker: a school has no list of
// tasks.
const sql = (bereik: Bereik['soort']): string => `
select t.id as "trajectId", t.aankomst_geldig_tot as "vervaltOp",
       t.gecorrigeerd_op is null and t.status = 'aangekomen' and t.vervolg_inschrijving_id is null and t.aankomst_geldig_tot >= $4::date as nodig,
       coalesce((select c.verantwoordelijke_id from casus c where c.regio_id = $1 and c.leerling_id = t.leerling_id and c.loopt),
                (select m.id from medewerker m where m.regio_id = $1 and t.aankomst_door = 'medewerker:' || m.id and m.actief
                    and exists (select from medewerker_rol r where r.regio_id = $1 and r.medewerker_id = m.id
                                   and r.rol in ('doorstroomcoach','leerplichtambtenaar','generalist','teamleider'))),
                (select g.procesbewaker_id from regio g where g.id = $1)) as "eigenaarId"
  from traject t
 where t.regio_id = $1 and t.schooljaar = $2 and ${bereikSql(bereik, 't')} and t.aankomst_geldig_tot is not null
 order by t.id`;
