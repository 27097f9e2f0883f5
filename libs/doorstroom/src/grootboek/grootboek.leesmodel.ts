import type { Tx } from '#database';
import type { Datum, Schooljaar } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Grootboekrij } from '../controle.js';
import type { GrootboekBewijs } from './grootboek.dto.js';
import { IN_QUARANTAINE, NU, RIJ, VERLOOP } from './grootboek.sql.js';

export interface GrootboekSchoolrij extends Grootboekrij {
  school: string;
  schoolNaam: string;
  inQuarantaine: number;
}

export type GrootboekDatumrij = Grootboekrij & { inQuarantaine: number; peildatum: Datum };

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

  /** Per stored date, newest first; one row more than a page, when there is more. @param voor only earlier ones */
  async verloop(tx: Tx, { regioId, schooljaar, scholen, voor, aantal }: Verloopvraag): Promise<GrootboekDatumrij[]> {
    return tx.query<GrootboekDatumrij[]>(VERLOOP, [regioId, schooljaar, scholen, voor, aantal + 1]);
  }

  async isBewaard(tx: Tx, regioId: number, schooljaar: Schooljaar, op: Datum): Promise<boolean> {
    const rijen = await tx.query<unknown[]>(
      `select 1 from grootboek where regio_id = $1 and schooljaar = $2 and peildatum = $3 limit 1`,
      [regioId, schooljaar, op],
    );
    return rijen.length > 0;
  }

  /** The proof of a date; of the newest one with null. */
  async bewijs(tx: Tx, regioId: number, schooljaar: Schooljaar, op: Datum | null): Promise<GrootboekBewijs | null> {
    const [rij] = await tx.query<GrootboekBewijs[]>(
      `select peildatum, klopt, trajecten, casussen, kandidaturen, verschillen from grootboekbewijs
        where regio_id = $1 and schooljaar = $2 and ($3::date is null or peildatum = $3) order by peildatum desc limit 1`,
      [regioId, schooljaar, op],
    );
    return rij ?? null;
  }
}

export interface Verloopvraag {
  regioId: number;
  schooljaar: Schooljaar;
  /** Only these exam schools; null is the whole region. */
  scholen: string[] | null;
  voor: Datum | null;
  aantal: number;
}
