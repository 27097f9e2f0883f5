import type { Tx } from '#database';
import { doe, vraag } from './doe.sql.js';
import type { Verwerkstaat } from './levering.js';
import { MAAK } from './oprichting.repository.js';
import { ANDER_PGN, DREMPEL, kenmerk, OPEN, paren, SLEUTELS, VARIANTEN, WEEG, ZONDER_BSN } from './score.sql.js';

/**
 * Rung 4 (domain.md 2): lists in leer_voorstel, for everyone on whom rungs 1 to 3 could not decide, the one to three
 * leerlingen that a person is to be asked about. Costs nothing where all were found, or where nobody is known yet.
 */
export async function zoekKandidaten(tx: Tx, staat: Verwerkstaat): Promise<void> {
  const [bekend] = await vraag(tx, staat, 'select from leerling where regio_id = :regio limit 1');
  if (bekend === undefined) return;
  if ((await doe(tx, staat, OPEN)) === 0) return;
  const [met] = await vraag(tx, staat, 'select from leer_open where heeft_bsn limit 1');
  const zonder = met !== undefined && (await doe(tx, staat, ZONDER_BSN)) > 0;
  await doe(tx, staat, VARIANTEN);
  await tx.query('analyze leer_open; analyze leer_variant');
  await doe(tx, staat, SLEUTELS);
  await tx.query(`analyze leer_sleutel ${zonder ? '; analyze leer_zonder' : ''}`);
  if ((await doe(tx, staat, paren(zonder))) === 0) return;
  await tx.query('analyze leer_paar');
  const gevonden = await doe(tx, staat, WEEG, { drempel: DREMPEL, alles: staat.modus === 'mutaties' });
  if (gevonden > 0) await houdEigenNummersVast(tx, staat);
}

/**
 * Who would bring a second PGN to a leerling, and was not at this school before: a row of its own is safe, since nothing
 * that is known moves. Goes on as a provisional leerling.
 */
export async function laatNieuwenDoor(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `with nieuw as (
       delete from leer_koppel k using leer_persoon p
        where k.trede = 0 and k.reden = 'tweePgn' and k.kandidaat_id is not null and p.nr = k.nr and not exists (
              select from schoolkoppeling s where s.regio_id = :regio and s.school = :school and s.leerlingnummer = p.leerlingnummer)
       returning k.nr, k.kandidaat_id)
     insert into leer_voorstel (nr, kandidaat_id, aanleiding, bewijs)
     select n.nr, n.kandidaat_id, 'tweePgn', ${BEWIJS}
       from nieuw n join leer_persoon p on p.nr = n.nr join leerling l on l.regio_id = :regio and l.id = n.kandidaat_id`,
  );
}

/**
 * Whom rung 4 would ask about as the one who had this number before: the row waits, as it does for another date of birth,
 * since what is known would move with it.
 */
async function houdEigenNummersVast(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `with eigen as (
       select v.nr, v.kandidaat_id from leer_voorstel v join leer_open p on p.nr = v.nr and p.eerder_id = v.kandidaat_id where v.aanleiding = 'score'),
     weg as (delete from leer_voorstel v using eigen e where v.nr = e.nr)
     insert into leer_koppel (nr, trede, reden, kandidaat_id) select nr, 0, 'geboortedatumAnders', kandidaat_id from eigen`,
  );
}

const BEWIJS = `koppel_bewijs(koppel_punten(${kenmerk('p')}, ${kenmerk('l')}, case when exists (
    select from schoolkoppeling s where s.regio_id = :regio and s.school = :school and s.leerlingnummer = p.leerlingnummer and s.leerling_id = l.id)
  then true end, ${ANDER_PGN}, -10000))`;

/** The rows that wait for an answer get a provisional leerling without rows: what is known stays as it was. */
const RONDE = -1;

/** Makes those, with their PGN in leer_pgn under the round that it gives; null when there are none. */
export async function maakWachtenden(tx: Tx, staat: Verwerkstaat): Promise<number | null> {
  const aantal = await doe(
    tx,
    staat,
    `with wacht as (
       select distinct on (p.leerlingnummer) k.nr, k.kandidaat_id, k.reden
         from leer_koppel k join leer_persoon p on p.nr = k.nr
        where k.trede = 0 and k.kandidaat_id is not null and k.reden in ('tweePgn', 'geboortedatumAnders')
        order by p.leerlingnummer, k.nr),
     voorgelegd as (
       insert into leer_voorstel (nr, kandidaat_id, aanleiding, bewijs)
       select w.nr, w.kandidaat_id, w.reden, ${BEWIJS}
         from wacht w join leer_persoon p on p.nr = w.nr join leerling l on l.regio_id = :regio and l.id = w.kandidaat_id)
     insert into leer_nieuw (nr, leerling_id, ronde)
     select nr, nextval((select pg_get_serial_sequence('leerling', 'id')::regclass)), :ronde from wacht`,
    { ronde: RONDE },
  );
  if (aantal === 0) return null;
  await doe(tx, staat, MAAK, { ronde: RONDE });
  await doe(
    tx,
    staat,
    `insert into leer_pgn (leerling_id, hash, pgn, onderwijsnummer, huidig, ronde)
     select distinct on (p.pgn_hash) n.leerling_id, p.pgn_hash, p.pgn, p.onderwijsnummer, true, :ronde
       from leer_nieuw n join leer_persoon p on p.nr = n.nr
      where n.ronde = :ronde and p.pgn_hash is not null
        and not exists (select from leerling_pgn g where g.regio_id = :regio and g.hash = p.pgn_hash)
        and not exists (select from leer_pgn q where q.hash = p.pgn_hash)
      order by p.pgn_hash, p.nr`,
    { ronde: RONDE },
  );
  return RONDE;
}

/** Puts the questions of this delivery on record; a pair that was ever asked is not asked again. Gives how many are new. */
export async function bewaarVoorstellen(tx: Tx, staat: Verwerkstaat): Promise<number> {
  return doe(
    tx,
    staat,
    `insert into koppelvoorstel (regio_id, leerling_id, kandidaat_id, score, aanleiding, bewijs, school, aanlevering_id, gemaakt_op)
     select :regio, x.leerling_id, x.kandidaat_id, x.score, x.aanleiding, x.bewijs, :school, :aanlevering, :nu
       from (select n.leerling_id, v.kandidaat_id, v.score, v.aanleiding, v.bewijs
               from leer_voorstel v join leer_nieuw n on n.nr = v.nr
             union all ${TWEE_LEERLINGEN}) x
     on conflict (regio_id, least(leerling_id, kandidaat_id), greatest(leerling_id, kandidaat_id)) do nothing`,
    { nu: staat.nu },
  );
}

// Two known leerlingen that one PGN stands for in this file: the newer one may be the older.
const TWEE_LEERLINGEN = `select p.id, l.id, null::smallint, 'tweeLeerlingen', koppel_bewijs(koppel_punten(${kenmerk('p')}, ${kenmerk('l')}, null, false, -10000))
    from (select min(k.kandidaat_id) as oudste, array_agg(distinct k.kandidaat_id) as allen
            from leer_koppel k join leer_persoon q on q.nr = k.nr
           where k.trede = 0 and k.reden = 'pgnDubbel' and k.kandidaat_id is not null
           group by q.pgn_hash having count(distinct k.kandidaat_id) > 1) g
    join leerling l on l.regio_id = :regio and l.id = g.oudste
    join leerling p on p.regio_id = :regio and p.id = any (g.allen) and p.id <> g.oudste`;
