import type { Tx } from '#database';
import type { Datum } from '#kern';
import * as sql from './terugweg.sql.js';
import type { Plaats, Teruggedraaid } from './terugweg.js';

/** The undoing of one delivery. */
export interface Terug {
  regioId: number;
  aanleveringId: string;
  /** Steps that go: of its own lines, whenever they were read, and of others' lines that were read because of it. */
  stappen: string[];
}

/** In the order in which changes are put back. A row goes where its leerling is, so first who was merged is on its own again. */
const TABELLEN = [
  'leerling',
  'inschrijving',
  'examenkandidatuur',
  'diploma',
  'elders_aangemeld',
  'schoolkoppeling',
  'school_stand',
  'leerling_pgn',
  'contact',
  'koppelvoorstel',
] as const;

export async function geraakten(tx: Tx, regioId: number, aanleveringId: string): Promise<string[]> {
  const rijen = await tx.query<{ id: string }[]>(sql.GERAAKTEN, [regioId, aanleveringId]);
  return rijen.map((rij) => rij.id);
}

/** Their history goes with the steps. */
export async function vergeet(
  tx: Tx,
  { regioId, vandaag, nu }: { regioId: number; vandaag: Datum; nu: Date },
): Promise<void> {
  for (const vraag of sql.VERGEET) await tx.query(vraag, [regioId, vandaag, nu]);
}

export async function vergeetRegels(tx: Tx, regioId: number, aanleveringIds: readonly string[]): Promise<void> {
  await tx.query('delete from buiten_cohort where regio_id = $1 and aanlevering_id = any ($2::bigint[])', [
    regioId,
    aanleveringIds,
  ]);
}

export async function plaats(tx: Tx, regioId: number, aanleveringId: string): Promise<Plaats> {
  const [rij] = await tx.query<Plaats[]>(sql.PLAATS, [regioId, aanleveringId]);
  return rij ?? { laatste: null, vergeten: true };
}

export async function begin(tx: Tx, regioId: number, aanleveringId: string): Promise<Terug> {
  await tx.query(
    `select set_config('jit', 'off', true), set_config('work_mem', '128MB', true), set_config('app.verwerkstap', '', true)`,
  );
  await tx.query(sql.TABELLEN);
  const rijen = await tx.query<{ id: string }[]>(sql.STAPPEN, [regioId, aanleveringId]);
  return { regioId, aanleveringId, stappen: rijen.map((rij) => rij.id) };
}

/** Lists what the steps made: the enrolments that go, and the youngsters who may. */
export async function kies(tx: Tx, terug: Terug): Promise<void> {
  for (const vraag of [sql.KIES_INSCHRIJVINGEN, sql.KIES_LEERLINGEN]) await voer(tx, terug, vraag);
  await tx.query('analyze terug_inschrijving, terug_leerling');
}

/** Removes what the steps said of youngsters: candidacies, diplomas, applications elsewhere, numbers. */
export async function haalBewerenWeg(tx: Tx, terug: Terug): Promise<void> {
  for (const vraag of sql.BEWEREN) await voer(tx, terug, vraag);
}

/** Puts back what the steps changed, also the questions that they answered. */
export async function zetTerug(tx: Tx, terug: Terug): Promise<void> {
  await voer(tx, terug, sql.TERUGGEKEERD);
  for (const tabel of TABELLEN) await tx.query(sql.ZET_TERUG, [terug.regioId, terug.stappen, tabel]);
  for (const vraag of sql.VRAGEN) await voer(tx, terug, vraag);
}

export async function haalRijenWeg(tx: Tx, terug: Terug): Promise<void> {
  for (const vraag of sql.RIJEN) await voer(tx, terug, vraag);
}

/** Removes who was made and of whom nothing is left, with the questions about them; who stays without one is not provisional. */
export async function haalMensenWeg(tx: Tx, terug: Terug): Promise<void> {
  for (const vraag of sql.MENSEN) await voer(tx, terug, vraag);
}

/** Lines that had been put away are where they were again; the delivery's own are gone. */
export async function zetBuitenCohortTerug(tx: Tx, terug: Terug): Promise<void> {
  await tx.query('delete from buiten_cohort where regio_id = $1 and aanlevering_id = $2', [
    terug.regioId,
    terug.aanleveringId,
  ]);
  await voer(tx, terug, sql.BUITEN_COHORT);
}

/** Other schools that delivered since may have confirmed what went: their rows are looked at again the next time. */
export async function kijkOpnieuw(tx: Tx, terug: Terug): Promise<void> {
  await voer(tx, terug, sql.BESTAANDEN);
  await voer(tx, terug, sql.KIJK_OPNIEUW);
  await voer(tx, terug, sql.AFDRUKKEN);
}

/** Forgets the steps. */
export async function rondAf(tx: Tx, terug: Terug): Promise<Teruggedraaid> {
  const herlezen = await tx.query<Teruggedraaid['herlezen']>(sql.HERLEZEN, [
    terug.regioId,
    terug.stappen,
    terug.aanleveringId,
  ]);
  await voer(tx, terug, 'delete from verwerkstap where regio_id = $1 and id = any ($2::bigint[])');
  return { stappen: terug.stappen, herlezen };
}

function voer(tx: Tx, { regioId, stappen }: Terug, vraag: string): Promise<unknown> {
  return tx.query(vraag, [regioId, stappen]);
}
