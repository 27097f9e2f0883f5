import type { Hangtabel } from '#leerlingen';

/**
 * Who is in a question moves with its leerling; of two in one question the one that was answered about stays. That nobody
 * waits for an answer any more is computed, and undone with the merge.
 */
export const DECAANVRAAGTABEL: Hangtabel = {
  tabel: 'decaanvraag_leerling',
  sleutel: ['id'],
  uniek: { op: ['decaanvraag_id'], beter: 't.antwoord is null, t.id' },
  // The ciphertext opens for its own row only, and that row stays the same.
  afgeleid: ['vanzelf_op'],
  // Asked while they were one: of whose traject is of that school.
  later: `exists (select from decaanvraag v join traject j on j.regio_id = :regio and j.leerling_id = :vervalt
      and j.schooljaar = v.schooljaar and j.school = v.school where v.regio_id = :regio and v.id = t.decaanvraag_id)
    and not exists (select from decaanvraag v join traject j on j.regio_id = :regio and j.leerling_id = :blijft
      and j.schooljaar = v.schooljaar and j.school = v.school where v.regio_id = :regio and v.id = t.decaanvraag_id)`,
};
