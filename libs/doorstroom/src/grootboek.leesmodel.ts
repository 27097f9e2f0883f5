import type { Tx } from '#database';
import type { Datum, Schooljaar } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Grootboekrij } from './controle.js';
import { IN_QUARANTAINE, NU, RIJ } from './grootboek.sql.js';

export interface GrootboekSchoolrij extends Grootboekrij {
  school: string;
  schoolNaam: string;
  inQuarantaine: number;
}

/** The ledger per school, computed now or as it was stored. */
@Injectable()
export class GrootboekLeesmodel {
  /** @param scholen only these exam schools; null is the whole region */
  async nu(
    tx: Tx,
    regioId: number,
    schooljaar: Schooljaar,
    op: Datum,
    scholen: string[] | null,
  ): Promise<GrootboekSchoolrij[]> {
    return tx.query<GrootboekSchoolrij[]>(
      `select g.school, s.naam as "schoolNaam", ${RIJ}, coalesce(q.aantal, 0) as "inQuarantaine"
         from (${NU}) g join school s on s.regio_id = $1 and s.code = g.school
         left join (${IN_QUARANTAINE}) q on q.school = g.school
        where $4::text[] is null or g.school = any ($4) order by g.school`,
      [regioId, schooljaar, op, scholen],
    );
  }

  async opgeslagen(
    tx: Tx,
    regioId: number,
    schooljaar: Schooljaar,
    op: Datum,
    scholen: string[] | null,
  ): Promise<GrootboekSchoolrij[]> {
    return tx.query<GrootboekSchoolrij[]>(
      `select g.school, s.naam as "schoolNaam", ${RIJ}, g.in_quarantaine as "inQuarantaine"
         from grootboek g join school s on s.regio_id = g.regio_id and s.code = g.school
        where g.regio_id = $1 and g.schooljaar = $2 and g.peildatum = $3 and ($4::text[] is null or g.school = any ($4)) order by g.school`,
      [regioId, schooljaar, op, scholen],
    );
  }
}
