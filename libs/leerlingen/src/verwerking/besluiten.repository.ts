import type { Tx } from '#database';
import { doe, vraag } from './doe.sql.js';
import type { Verwerkstaat } from './levering.js';
import { ANDER_PGN } from './score.sql.js';

/** What people decided earlier about who is who, and what they were asked and did not decide yet. */

/** Whether `voorwaarde` holds for a record `m` that was merged into leerling `l`, over as many merges as there were: that identity is l's as well. */
export const ook = (voorwaarde: string): string =>
  `exists (select from leerling_met_voorgangers(:regio, l.id) w (id) join leerling m on m.regio_id = :regio and m.id = w.id
            where m.id <> l.id and ${voorwaarde})`;

const OPEN = 'not exists (select from leer_koppel k where k.nr = p.nr)';

// The name as this row writes it: what was asked about was this very identity.
const ZELFDE_IDENTITEIT = `v.geboortedatum = p.geboortedatum and v.roepnaam_norm = p.roepnaam_norm and v.achternaam_norm = p.achternaam_norm`;

/** Whether there is anything to remember in this region. */
async function isErIetsGevraagd(tx: Tx, staat: Verwerkstaat): Promise<boolean> {
  return (await vraag(tx, staat, 'select from koppelvoorstel where regio_id = :regio limit 1')).length > 0;
}

/**
 * The school's own number with a date of birth that is not that of the leerling (any more), because a person decided:
 * merged with the record that had this date, or told apart from it. A provisional leerling is of this number alone, so it
 * takes a new date as it comes.
 */
export async function volgEerdereBesluiten(tx: Tx, staat: Verwerkstaat): Promise<void> {
  if (!(await isErIetsGevraagd(tx, staat))) return;
  await doe(
    tx,
    staat,
    `insert into leer_koppel (nr, leerling_id, trede)
     select p.nr, l.id, 2
       from leer_persoon p
       join schoolkoppeling s on s.regio_id = :regio and s.school = :school and s.leerlingnummer = p.leerlingnummer
       join leerling l on l.regio_id = :regio and l.id = huidige_leerling(:regio, s.leerling_id)
      where ${OPEN} and not ${ANDER_PGN}
        and (l.geboortedatum = p.geboortedatum or ${ook('m.geboortedatum = p.geboortedatum')}
          or (l.voorlopig and l.roepnaam_norm = p.roepnaam_norm and l.achternaam_norm = p.achternaam_norm))`,
  );
  await doe(
    tx,
    staat,
    `insert into leer_koppel (nr, leerling_id, trede)
     select p.nr, min(v.id), 2
       from leer_persoon p
       join schoolkoppeling s on s.regio_id = :regio and s.school = :school and s.leerlingnummer = p.leerlingnummer
       join koppelvoorstel k on k.regio_id = :regio and k.kandidaat_id = s.leerling_id and k.status = 'verschillend'
       join leerling v on v.regio_id = :regio and v.id = k.leerling_id and v.samengevoegd_in is null and ${ZELFDE_IDENTITEIT}
      where ${OPEN}
      group by p.nr`,
  );
}

/**
 * Rung 1 may have found the provisional leerling, by its PGN, where the school's own number says the one that it may be: a
 * school took back what it was asked about, or now delivers the PGN that the other school had. The number is right, and the
 * question answers itself.
 */
async function geefEigenNummerVoorrang(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `update leer_koppel k set leerling_id = l.id, trede = 2, datum_anders = false, naam_anders = false
       from leer_persoon p
       join schoolkoppeling s on s.regio_id = :regio and s.school = :school and s.leerlingnummer = p.leerlingnummer
       join leerling l on l.regio_id = :regio and l.id = s.leerling_id and l.geboortedatum = p.geboortedatum
        and l.roepnaam_norm = p.roepnaam_norm and naam_gelijk(p.achternaam_norm, p.achternaam, l.achternaam_norm, l.achternaam)
       join koppelvoorstel o on o.regio_id = :regio and o.kandidaat_id = l.id and o.status = 'open'
       join leerling v on v.regio_id = :regio and v.id = o.leerling_id and v.voorlopig
      where k.nr = p.nr and k.trede = 1 and k.leerling_id = v.id and not ${ANDER_PGN}`,
  );
}

/**
 * Rows that were asked about and have no answer yet: they wait again, and nobody is asked again. They are known by the
 * provisional leerling without rows that was made for them, whom rung 1 may have found by its PGN.
 */
export async function wachtOpBesluit(tx: Tx, staat: Verwerkstaat): Promise<void> {
  if (!(await isErIetsGevraagd(tx, staat))) return;
  await geefEigenNummerVoorrang(tx, staat);
  await doe(
    tx,
    staat,
    `with wacht as materialized (
       select distinct on (p.nr) p.nr, case when k.aanleiding = 'tweePgn' then 'tweePgn' else 'geboortedatumAnders' end as reden
         from leer_persoon p
         join schoolkoppeling s on s.regio_id = :regio and s.school = :school and s.leerlingnummer = p.leerlingnummer
         join koppelvoorstel k on k.regio_id = :regio and k.kandidaat_id = s.leerling_id and k.status = 'open'
         join leerling v on v.regio_id = :regio and v.id = k.leerling_id and v.voorlopig and ${ZELFDE_IDENTITEIT}
        where not exists (select from schoolkoppeling a where a.regio_id = :regio and a.leerling_id = v.id)
          and not exists (select from leer_koppel b where b.nr = p.nr and b.trede > 0 and b.leerling_id = s.leerling_id)
        order by p.nr, k.id),
     los as (delete from leer_koppel k using wacht w where k.nr = w.nr)
     insert into leer_koppel (nr, trede, reden) select nr, 0, reden from wacht`,
  );
}
