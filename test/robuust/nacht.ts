import { bestandenVan, type Bestand } from '../scenario/bestanden.js';
import type { Keten } from '../scenario/keten.js';
import { COORDINATOR } from './regio.js';

/** What the schools deliver in one night. */
export interface Nacht {
  op: string;
  bestanden: readonly Bestand[];
}

/**
 * Three nights of the scenario's pupils: the one in which the first ask falls due, with the first file of each of the five
 * schools; one of July, when signalen close and others follow; one of September, when some arrived and some did not.
 */
export const NACHTEN: readonly Nacht[] = [
  { op: '2026-04-02', nieuws: ['2026-03-15'] as const },
  { op: '2026-07-09', nieuws: ['2026-04-20', '2026-07-01', '2026-07-09'] as const },
  { op: '2026-09-08', nieuws: ['2026-08-31', '2026-09-08'] as const },
].map(({ op, nieuws }) => ({
  op,
  bestanden: laatste(nieuws.flatMap((moment) => bestandenVan(moment))).map((b) => ({ ...b, peildatum: op })),
}));

/** One file per school: the last one. */
function laatste(bestanden: readonly Bestand[]): Bestand[] {
  return [...new Map(bestanden.map((b) => [b.school, b])).values()];
}

export async function stuurBestand(keten: Keten, { school, client, peildatum, csv }: Bestand): Promise<number> {
  const pad = `aanleveringen?school=${school}&peildatum=${peildatum}`;
  const koppen = { 'content-type': 'text/csv; charset=utf-8' };
  const { status, body } = await keten.api.vraag<unknown>('POST', pad, { als: client, body: csv, koppen });
  if (status !== 200 && status !== 202) throw new Error(`${school}: ${status} ${JSON.stringify(body)}`);
  return status;
}

/** Asks for the whole doorstroomcontrole of today; the work is still to be done. */
export async function vraagControle(keten: Keten): Promise<void> {
  await keten.vraag('POST', 'doorstroomcontroles', COORDINATOR, { status: 202, body: { schooljaar: '2025-2026' } });
}

/**
 * A night from the first file to the last casus routed.
 * @param tussendoor whether a worker works after each file; otherwise when all are there.
 */
export async function nacht(keten: Keten, { op, bestanden }: Nacht, tussendoor = false): Promise<void> {
  keten.api.klok.zet(op);
  for (const bestand of bestanden) {
    await stuurBestand(keten, bestand);
    if (tussendoor) await keten.werkAf();
  }
  await keten.werkAf();
  await vraagControle(keten);
  await keten.werkAf();
}
