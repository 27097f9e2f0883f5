import type { Tx } from '#database';
import type { Datum, Schooljaar } from '#kern';
import { Injectable } from '@nestjs/common';
import type {
  Controle,
  Controlesleutel,
  Controlesoort,
  Grootboekrij,
  NieuweControle,
  Schooluitslag,
} from './controle.js';
import * as sql from './controles.sql.js';

/** The part of a run that one job does. */
export interface Schooldeel {
  /** Null: every candidate of the school. */
  leerlingIds: string[] | null;
  klaarOp: Date | null;
  schooljaar: Schooljaar;
  peildatum: Datum;
  soort: Controlesoort;
  proef: boolean;
}

/** Writes doorstroomcontrole and doorstroomcontrole_school. */
@Injectable()
export class ControlesRepository {
  /** Null when this asker's key is there already; then nothing is made. */
  async maak(tx: Tx, nieuw: NieuweControle): Promise<string | null> {
    const { regioId, schooljaar, peildatum, soort, proef, door, aanleveringId, nu, sleutel } = nieuw;
    const [rij] = await tx.query<{ id: string }[]>(sql.MAAK, [
      regioId,
      schooljaar,
      peildatum,
      soort,
      proef,
      door,
      aanleveringId,
      nu,
      sleutel?.sleutel ?? null,
      sleutel === null ? null : JSON.stringify(sleutel.verzoek),
    ]);
    return rij?.id ?? null;
  }

  /** The run that was asked under this key, and whether the same was asked. */
  async metSleutel(
    tx: Tx,
    regioId: number,
    door: string,
    { sleutel, verzoek }: Controlesleutel,
  ): Promise<{ id: string; zelfde: boolean } | null> {
    const waarden = [regioId, door, sleutel, JSON.stringify(verzoek)];
    const [rij] = await tx.query<{ id: string; zelfde: boolean }[]>(sql.MET_SLEUTEL, waarden);
    return rij ?? null;
  }

  /** One part per school of the cohort; gives the schools. */
  async verdeel(tx: Tx, { regioId, schooljaar }: NieuweControle, id: string): Promise<string[]> {
    const rijen = await tx.query<{ school: string }[]>(sql.VERDEEL, [regioId, id, schooljaar]);
    return rijen.map((r) => r.school);
  }

  /** The same for the leerlingen in pg_temp.geraakt. */
  async verdeelGeraakt(tx: Tx, { regioId, schooljaar }: NieuweControle, id: string): Promise<string[]> {
    const rijen = await tx.query<{ school: string }[]>(sql.VERDEEL_GERAAKT, [regioId, id, schooljaar]);
    return rijen.map((r) => r.school);
  }

  async geraakteCohorten(tx: Tx, regioId: number, gevolgd: readonly Schooljaar[]): Promise<Schooljaar[]> {
    const rijen = await tx.query<{ schooljaar: number }[]>(sql.GERAAKTE_COHORTEN, [regioId, gevolgd]);
    return rijen.map((r) => r.schooljaar);
  }

  /** The cohorts that a night looks at: those that are followed, and older ones of whom somebody must be judged again. */
  async lopendeCohorten(
    tx: Tx,
    regioId: number,
    gevolgd: readonly Schooljaar[],
    vandaag: Datum,
  ): Promise<Schooljaar[]> {
    const waarden = [regioId, gevolgd, Math.min(...gevolgd), vandaag];
    const rijen = await tx.query<{ schooljaar: number }[]>(sql.LOPENDE_COHORTEN, waarden);
    return rijen.map((r) => r.schooljaar);
  }

  /** The part of one school, locked; null when there is none. */
  async vergrendelSchool(tx: Tx, regioId: number, id: string, school: string): Promise<Schooldeel | null> {
    const [rij] = await tx.query<Schooldeel[]>(sql.VERGRENDEL_SCHOOL, [regioId, id, school]);
    return rij ?? null;
  }

  async meldSchoolKlaar(
    tx: Tx,
    regioId: number,
    id: string,
    school: string,
    uitslag: Schooluitslag,
    nu: Date,
  ): Promise<void> {
    const { kandidaten, nieuweSignalen, nieuweCasussen, grootboek } = uitslag;
    const waarden = [
      kandidaten,
      nieuweSignalen,
      nieuweCasussen,
      grootboek === null ? null : JSON.stringify(grootboek),
      nu,
    ];
    await tx.query(sql.MELD_SCHOOL_KLAAR, [regioId, id, school, ...waarden]);
  }

  /**
   * Locks the run and tells whether this was its last school. Two that finish at once queue up on the lock, and the second
   * counts after the first has committed: one of them sees that nothing is left.
   */
  async vergrendelAlsLaatste(
    tx: Tx,
    regioId: number,
    id: string,
  ): Promise<Omit<Schooldeel, 'leerlingIds' | 'klaarOp'> | null> {
    const [rij] = await tx.query<(Omit<Schooldeel, 'leerlingIds' | 'klaarOp'> & { status: string })[]>(sql.VERGRENDEL, [
      regioId,
      id,
    ]);
    if (rij === undefined || rij.status === 'klaar') return null;
    // A statement of its own: its snapshot is taken after the lock was given.
    const [tel] = await tx.query<{ aantal: number }[]>(sql.SCHOLEN_TE_GAAN, [regioId, id]);
    return tel?.aantal === 0 ? rij : null;
  }

  async meldKlaar(tx: Tx, regioId: number, id: string, nu: Date): Promise<void> {
    await tx.query(sql.MELD_KLAAR, [regioId, id, nu]);
  }

  /** Whether a whole run of this date that acts is not done yet. */
  async looptNog(tx: Tx, regioId: number, op: Datum): Promise<boolean> {
    const rijen = await tx.query<unknown[]>(sql.LOOPT_NOG, [regioId, op]);
    return rijen.length > 0;
  }

  /** The run as it is shown; null when there is none. While it runs its counts are those of the schools that are done. */
  async lees(tx: Tx, regioId: number, id: string): Promise<Controle | null> {
    const [rij] = await tx.query<Controle[]>(sql.LEES, [regioId, id]);
    return rij ?? null;
  }

  /** Of a proef: the ledger per school as it would be. */
  async grootboekVanProef(
    tx: Tx,
    regioId: number,
    id: string,
  ): Promise<{ school: string; schoolNaam: string; grootboek: Grootboekrij }[]> {
    return tx.query(sql.GROOTBOEK_VAN_PROEF, [regioId, id]);
  }
}
