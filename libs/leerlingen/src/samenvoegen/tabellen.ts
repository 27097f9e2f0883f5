import type { Hangtabel } from './hangtabel.js';

// A row that came since is of whoever the school's number is of.
const VIA_NUMMER = `exists (select from schoolkoppeling s where s.regio_id = :regio and s.leerling_id = :vervalt
  and s.school = t.school and s.leerlingnummer = t.leerlingnummer)`;

// Known by the school only, so by where that school's number points.
const VIA_SCHOOL = (kolom: string): string => `exists (select from schoolkoppeling s where s.regio_id = :regio
    and s.leerling_id = :vervalt and s.school = t.${kolom})
  and not exists (select from schoolkoppeling s where s.regio_id = :regio and s.leerling_id = :blijft and s.school = t.${kolom})`;

const opleiding = (
  wie: string,
): string => `exists (select from inschrijving i where i.regio_id = :regio and i.leerling_id = ${wie}
  and i.onderwijssoort = t.onderwijssoort and i.leerweg is not distinct from t.leerweg and i.niveau is not distinct from t.niveau)`;

/**
 * What of this lib hangs on a leerling. In this order rows move and come back: a later one may look at an earlier one. Tables
 * of higher libs come through the haak; test/samenvoegen.spec.ts fails when a foreign key to leerling is in no list.
 */
export const LEERLINGTABELLEN: readonly Hangtabel[] = [
  { tabel: 'schoolkoppeling', sleutel: ['school', 'leerlingnummer'] },
  // Which one is the current number has its own rules (pgn.repository); the ciphertext only opens for its own leerling.
  { tabel: 'leerling_pgn', sleutel: ['hash'], geheim: ['waarde'], afgeleid: ['huidig'] },
  { tabel: 'inschrijving', sleutel: ['id'], later: VIA_NUMMER },
  {
    tabel: 'examenkandidatuur',
    sleutel: ['id'],
    uniek: {
      op: ['schooljaar', 'school'],
      beter: `t.uitslag = 'onbekend', t.laatste_peildatum desc`,
      vult: [['diplomadatum'], ['uitstroomprofiel'], ['vervolgkeuze'], ['inschrijving_id']],
    },
    verwijst: { inschrijving_id: 'inschrijving' },
    later: VIA_NUMMER,
  },
  {
    tabel: 'diploma',
    sleutel: ['id'],
    uniek: { op: ['onderwijssoort', 'leerweg', 'niveau'], beter: 't.datum_afgeleid, t.datum' },
    later: `${opleiding(':vervalt')} and not ${opleiding(':blijft')}`,
  },
  {
    tabel: 'elders_aangemeld',
    sleutel: ['brin', 'schooljaar'],
    perLeerling: true,
    uniek: {
      op: ['brin', 'schooljaar'],
      beter: 't.status_datum desc, t.bron_aanlevering_id desc',
      vult: [['opleidingscode']],
    },
    later: VIA_SCHOOL('bron_school'),
  },
  {
    // Of one source as a whole: the phone of one delivery beside the name of another may be of two people.
    ...{ tabel: 'contact', sleutel: ['soort'], perLeerling: true },
    uniek: { op: ['soort'], beter: 't.bron_op desc' },
    later: VIA_SCHOOL('bron_school'),
  },
  {
    tabel: 'koppelvoorstel',
    sleutel: ['id'],
    kolom: null,
    tenzij: ['status'],
    waar: 't.leerling_id in (:blijft, :vervalt) or t.kandidaat_id in (:blijft, :vervalt)',
  },
];
