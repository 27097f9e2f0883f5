import type { Tx } from '#database';
import { doe } from './doe.sql.js';
import { ook, volgEerdereBesluiten, wachtOpBesluit } from './besluiten.repository.js';
import type { Verwerkstaat } from './levering.js';
import { ANDER_PGN, IS_BEKEND, OVERLEVENDE } from './score.sql.js';

/**
 * The matching ladder (domain.md 2), one statement per rung over every person that no earlier rung decided on. A person
 * gets at most one row in leer_koppel: `trede` 1, 2, 3 or 5 with a leerling, or 0 with the reason why nothing may be linked.
 */
const OPEN = 'not exists (select from leer_koppel k where k.nr = p.nr)';

const NAAM_GELIJK = 'naam_gelijk(p.achternaam_norm, p.achternaam, l.achternaam_norm, l.achternaam)';

/**
 * One PGN under two leerlingnummers of one file with different roepnamen: a copying error between twins, or between
 * brothers and sisters. Nobody is linked by it, but for who the school already had under that number.
 */
export async function weigerGedeeldPgn(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `insert into leer_koppel (nr, trede, reden)
     select p.nr, 0, 'pgnDubbel' from leer_persoon p
      where p.pgn_hash in (
              select q.pgn_hash from leer_persoon q where q.pgn_hash is not null group by q.pgn_hash
              having count(*) > 1 and (min(q.roepnaam_norm) <> max(q.roepnaam_norm)
                or (min(q.geboortedatum) <> max(q.geboortedatum) and min(q.achternaam_norm) <> max(q.achternaam_norm))))
        and not exists (
              select from schoolkoppeling s join leerling_pgn g on g.regio_id = s.regio_id and g.leerling_id = s.leerling_id
               where s.regio_id = :regio and s.school = :school and s.leerlingnummer = p.leerlingnummer and g.hash = p.pgn_hash)`,
  );
}

/** Rungs 1, 2 and 3, in that order. */
export async function beklim(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await opPgn(tx, staat);
  await opLeerlingnummer(tx, staat);
  await opIdentiteit(tx, staat);
  await volgEerdereBesluiten(tx, staat);
  await weigerTweePgn(tx, staat);
  await weigerTweeLeerlingen(tx, staat);
  await wachtOpBesluit(tx, staat);
  await weigerAndereDatum(tx, staat);
  await tx.query('analyze leer_koppel');
}

/** Rung 1: the PGN. Exactly one of date and name differs: a warning. Both differ: the number is of somebody else. */
async function opPgn(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `insert into leer_koppel (nr, leerling_id, trede, reden, datum_anders, naam_anders)
     select x.nr, case when x.reden is null then x.leerling_id end, case when x.reden is null then 1 else 0 end, x.reden,
            x.datum_anders, x.naam_anders
       from (select v.*, case when v.datum_anders and v.naam_anders then 'pgnVanAnder'
                              when v.ander_nummer then 'pgnDubbel' end as reden
               from (select p.nr, l.id as leerling_id, l.geboortedatum <> p.geboortedatum and not ${ook('m.geboortedatum = p.geboortedatum')} as datum_anders,
                            not ${NAAM_GELIJK} and not ${ook('m.achternaam_norm = p.achternaam_norm')} as naam_anders,
                            -- the school has this leerling under another number and with another roepnaam: a twin's PGN
                            case when l.roepnaam_norm <> p.roepnaam_norm then exists (
                              select from schoolkoppeling s where s.regio_id = :regio and s.leerling_id = l.id and s.school = :school
                                 and s.leerlingnummer <> p.leerlingnummer) and not exists (
                              select from schoolkoppeling s where s.regio_id = :regio and s.leerling_id = l.id and s.school = :school
                                 and s.leerlingnummer = p.leerlingnummer) else false end as ander_nummer
                       from leer_persoon p
                       join leerling_pgn g on g.regio_id = :regio and g.hash = p.pgn_hash
                       join leerling l on l.regio_id = :regio and l.id = g.leerling_id
                      where ${OPEN}) v) x`,
  );
}

/** Rung 2: the school's own number with the same date of birth. Two different valid PGNs: nothing is linked, a person decides. */
async function opLeerlingnummer(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `insert into leer_koppel (nr, leerling_id, trede, reden, kandidaat_id)
     select x.nr, case when not x.botst then x.leerling_id end, case when x.botst then 0 else 2 end,
            case when x.botst then 'tweePgn' end, case when x.botst then x.leerling_id end
       from (select p.nr, l.id as leerling_id, ${ANDER_PGN} as botst
               from leer_persoon p
               join schoolkoppeling s on s.regio_id = :regio and s.school = :school and s.leerlingnummer = p.leerlingnummer
               join leerling l on l.regio_id = :regio and l.id = s.leerling_id and l.geboortedatum = p.geboortedatum
              where ${OPEN}) x`,
  );
}

/** Rung 3: exactly one leerling with this name, date of birth and postcode, and no contradicting PGN. */
async function opIdentiteit(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `insert into leer_koppel (nr, leerling_id, trede)
     select p.nr, min(${OVERLEVENDE}), 3
       from leer_persoon p
       join leerling l on l.regio_id = :regio and l.geboortedatum = p.geboortedatum and l.roepnaam_norm = p.roepnaam_norm
        and l.postcode = p.postcode and ${NAAM_GELIJK}
      where ${OPEN} and ${IS_BEKEND}
      group by p.nr having count(distinct ${OVERLEVENDE}) = 1 and not bool_or(${ANDER_PGN})`,
  );
}

/** Two persons of this file who would bring different PGNs to one leerling: neither is linked. */
async function weigerTweePgn(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `update leer_koppel k set trede = 0, leerling_id = null, reden = 'tweePgn', kandidaat_id = k.leerling_id
      where k.trede in (2, 3)
        and k.leerling_id in (
              select q.leerling_id from leer_koppel q join leer_persoon p on p.nr = q.nr
               where q.trede in (2, 3) and p.pgn_hash is not null
               group by q.leerling_id, p.onderwijsnummer having count(distinct p.pgn_hash) > 1)
        and exists (select from leer_persoon p where p.nr = k.nr and p.pgn_hash is not null)`,
  );
}

/** One PGN that would be of two known leerlingen: it can be of one only, and a person decides whether they are one. */
async function weigerTweeLeerlingen(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `update leer_koppel k set trede = 0, leerling_id = null, reden = 'pgnDubbel', kandidaat_id = k.leerling_id
       from leer_persoon p
      where p.nr = k.nr and k.trede in (2, 3)
        and p.pgn_hash in (
              select q.pgn_hash from leer_koppel o join leer_persoon q on q.nr = o.nr
               where o.leerling_id is not null and q.pgn_hash is not null
               group by q.pgn_hash having count(distinct o.leerling_id) > 1)`,
  );
}

/**
 * The school's own number and the same name, but another date of birth: likely a corrected date. A second leerling would
 * be as wrong as a link, so the row waits for a person.
 */
async function weigerAndereDatum(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `insert into leer_koppel (nr, trede, reden, kandidaat_id)
     select p.nr, 0, 'geboortedatumAnders', l.id
       from leer_persoon p
       join schoolkoppeling s on s.regio_id = :regio and s.school = :school and s.leerlingnummer = p.leerlingnummer
       join leerling l on l.regio_id = :regio and l.id = s.leerling_id and l.roepnaam_norm = p.roepnaam_norm and ${NAAM_GELIJK}
      where ${OPEN} and not (${ANDER_PGN})`,
  );
}
