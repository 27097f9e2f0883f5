import type { Levering } from '#leerlingen';
import type { Aanlevering } from './aanlevering.js';
import type { Gelezen } from './controle/inlezer.repository.js';

/** A delivery with its work tables, as leerlingen takes it. */
export function leveringVan(aanlevering: Aanlevering, { rij, gelijk, kop }: Gelezen, nu: Date): Levering {
  const { regioId, id, school, schooljaar, peildatum, modus } = aanlevering;
  const contact = kop.kolommen.filter((kolom) => kolom.contact === true).map((kolom) => kolom.veld);
  const aanvulling = kop.aanvulling !== undefined;
  return {
    regioId,
    aanleveringId: id,
    school,
    schooljaar,
    peildatum,
    modus,
    werktabel: rij,
    gelijk,
    nu,
    contact,
    aanvulling,
  };
}
