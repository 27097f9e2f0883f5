import type { Levering } from '#leerlingen';
import type { Aanlevering } from './aanlevering.js';
import type { Kopregel } from './lezer/kopregel.js';

/** A delivery with its work table, as leerlingen takes it. */
export function leveringVan(
  aanlevering: Aanlevering,
  { rij: werktabel, kop }: { rij: string; kop: Kopregel },
  nu: Date,
): Levering {
  const { regioId, id, school, schooljaar, peildatum, modus } = aanlevering;
  const contact = kop.kolommen.filter((kolom) => kolom.contact === true).map((kolom) => kolom.veld);
  return { regioId, aanleveringId: id, school, schooljaar, peildatum, modus, werktabel, nu, contact };
}
