import type { Tx } from '#database';
import { doe } from './doe.sql.js';
import type { Verwerkstaat } from './levering.js';
import { REDENEN } from './quarantaine.regels.js';

/**
 * Takes the rows of everyone on trede 0 out of this delivery, as if the row reader had refused them. Gives how many rows.
 */
export async function zetInQuarantaine(tx: Tx, staat: Verwerkstaat): Promise<number> {
  const aantal = await doe(
    tx,
    staat,
    `with weg as (
       delete from leer_rij n using leer_persoon p, leer_koppel k
        where k.trede = 0 and p.nr = k.nr and n.leerlingnummer = p.leerlingnummer and (n.hash = n.oud_hash) is not true
       returning n.regel, k.reden),
     gemeld as (
       insert into matchbevinding (regel, kolom, code, tekst, ernst)
       select w.regel, u.kolom, w.reden, u.tekst, u.ernst
         from weg w join json_to_recordset(:redenen) as u (reden text, kolom text, tekst text, ernst text) using (reden))
     update {{rij}} r set goed = false from weg w where r.regel = w.regel`,
    { redenen: JSON.stringify(REDENEN) },
  );
  return aantal;
}

/** Warnings on rows that do go on. */
export async function waarschuw(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `insert into matchbevinding (regel, kolom, code, tekst, ernst)
     select p.regel, case when k.datum_anders then 'geboortedatum' else 'achternaam' end,
            case when k.datum_anders then 'geboortedatumVerschilt' else 'achternaamVerschilt' end,
            case when k.datum_anders
              then 'Het PGN is bekend met een andere geboortedatum. De rij is verwerkt. Controleer de geboortedatum en het PGN.'
              else 'Het PGN is bekend met een andere achternaam. De rij is verwerkt. Controleer de achternaam en het PGN.' end,
            'waarschuwing'
       from leer_koppel k join leer_persoon p on p.nr = k.nr
      where k.trede = 1 and (k.datum_anders or k.naam_anders)`,
  );
  await doe(
    tx,
    staat,
    `insert into matchbevinding (regel, kolom, code, tekst, ernst)
     select p.regel, 'leerlingnummer', 'leerlingnummerVanAnder',
            'Dit leerlingnummer hoorde eerder bij iemand anders. De rij is verwerkt bij de leerling die er nu in staat. Controleer het leerlingnummer.',
            'waarschuwing'
       from leer_koppel k join leer_persoon p on p.nr = k.nr
       join schoolkoppeling s on s.regio_id = :regio and s.school = :school and s.leerlingnummer = p.leerlingnummer
      where k.trede > 0 and s.leerling_id <> k.leerling_id`,
  );
}
