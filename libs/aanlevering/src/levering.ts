import type { Levering } from '#leerlingen';
import type { Aanlevering } from './aanlevering.js';

/** A delivery with its work table, as leerlingen takes it. */
export function leveringVan(aanlevering: Aanlevering, werktabel: string, nu: Date): Levering {
  const { regioId, id, school, schooljaar, peildatum, modus } = aanlevering;
  return { regioId, aanleveringId: id, school, schooljaar, peildatum, modus, werktabel, nu };
}
