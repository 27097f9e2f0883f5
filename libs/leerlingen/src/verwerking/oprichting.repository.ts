import type { Tx } from '#database';
import { doe, vraag } from './doe.sql.js';
import type { Verwerkstaat } from './levering.js';

/** From this many new rows the planner's numbers are renewed, or foreign keys may be checked by reading whole tables. */
const VEEL = 5_000;

/**
 * Rung 5: makes a leerling for each candidate that no rung found; rung 4: a provisional one for whom a person is asked
 * about (leer_voorstel), candidate or not. Of several persons in this file with one PGN, or with
 * one name, date of birth and postcode, only the first is made: the others climb the ladder again and find that one.
 * Gives how many were made.
 */
export async function richtOp(tx: Tx, staat: Verwerkstaat, ronde: number): Promise<number> {
  const aantal = await doe(tx, staat, EERSTEN, { ronde });
  if (aantal === 0) return 0;
  await doe(tx, staat, MAAK, { ronde });
  await doe(
    tx,
    staat,
    `insert into leer_koppel (nr, leerling_id, trede) select n.nr, n.leerling_id, case when ${VOORGELEGD('n')} then 4 else 5 end
       from leer_nieuw n where n.ronde = :ronde`,
    { ronde },
  );
  await ververs(tx, aantal, 'leerling');
  return aantal;
}

// A list, made once: where the planner expects few rows, `exists` would read leer_voorstel again for each of many.
const VOORGELEGD = (persoon: string): string => `${persoon}.nr in (select v.nr from leer_voorstel v)`;

const EERSTEN = `with open as materialized (
       select p.nr, p.pgn_hash, p.achternaam_norm, p.roepnaam_norm, p.geboortedatum, p.postcode
         from leer_persoon p
        where (p.kandidaat or ${VOORGELEGD('p')}) and not exists (select from leer_koppel k where k.nr = p.nr)),
     pgn_vaker as (select pgn_hash, min(nr) as eerste from open where pgn_hash is not null group by pgn_hash having count(*) > 1),
     naam_vaker as (
       select achternaam_norm, roepnaam_norm, geboortedatum, postcode, min(nr) as eerste from open where postcode is not null
        group by achternaam_norm, roepnaam_norm, geboortedatum, postcode having count(*) > 1),
     later as materialized (
       select o.nr from open o join pgn_vaker v using (pgn_hash) where o.nr > v.eerste
       union
       select o.nr from open o join naam_vaker v using (achternaam_norm, roepnaam_norm, geboortedatum, postcode) where o.nr > v.eerste)
     insert into leer_nieuw (nr, leerling_id, ronde)
     select o.nr, nextval((select pg_get_serial_sequence('leerling', 'id')::regclass)), :ronde
       from open o where not exists (select from later l where l.nr = o.nr)`;

/** Makes the leerlingen of this round in leer_nieuw. */
export const MAAK = `insert into leerling (regio_id, id, voorlopig, achternaam, voorvoegsel, roepnaam, geboortedatum, geslacht, postcode, woongemeente,
       woongemeente_afgeleid, adres_geheim, adres_geheim_bij, achternaam_norm, roepnaam_norm, bron_school, bron_leerlingnummer, bron_op)
     select :regio, n.leerling_id, ${VOORGELEGD('n')}, p.achternaam, p.voorvoegsel, p.roepnaam, p.geboortedatum, p.geslacht, p.postcode,
            coalesce(p.gemeentecode, :gemeente), p.gemeentecode is null, coalesce(p.adres_geheim, false),
            case when p.adres_geheim then array[:school::text] else '{}' end, p.achternaam_norm, p.roepnaam_norm, :school, p.leerlingnummer, :peildatum
       from leer_nieuw n join leer_persoon p on p.nr = n.nr
      where n.ronde = :ronde`;

/** Renews the planner's numbers of a table that grew by much in this transaction. */
export async function ververs(
  tx: Tx,
  aantal: number,
  tabel: 'leerling' | 'leerling_pgn' | 'schoolkoppeling' | 'inschrijving' | 'examenkandidatuur',
): Promise<void> {
  if (aantal >= VEEL) await tx.query('select ververs_statistiek($1)', [tabel]);
}

/** Persons on whom no rung has decided. */
export async function telOpen(tx: Tx, staat: Verwerkstaat): Promise<number> {
  const [rij] = await vraag<{ aantal: number }>(
    tx,
    staat,
    'select count(*)::int as aantal from leer_persoon p where not exists (select from leer_koppel k where k.nr = p.nr)',
  );
  return rij?.aantal ?? 0;
}

/** Collects in leer_pgn the numbers of the leerlingen made in this round. Gives how many there are. */
export async function verzamelPgnVanNieuwen(tx: Tx, staat: Verwerkstaat, ronde: number): Promise<number> {
  return doe(
    tx,
    staat,
    `insert into leer_pgn (leerling_id, hash, pgn, onderwijsnummer, huidig, ronde)
     select n.leerling_id, p.pgn_hash, p.pgn, p.onderwijsnummer, true, :ronde
       from leer_nieuw n join leer_persoon p on p.nr = n.nr
      where n.ronde = :ronde and p.pgn_hash is not null`,
    { ronde },
  );
}

const BSN_IN_BESTAND = `exists (select from leer_koppel k2 join leer_persoon p2 on p2.nr = k2.nr
  where k2.leerling_id = k.leerling_id and k2.trede in (2, 3) and p2.pgn_hash is not null and not p2.onderwijsnummer)`;

/**
 * Collects in leer_pgn the numbers that a link by rung 2 or 3 taught us. A BSN takes the place of an onderwijsnummer; an
 * onderwijsnummer that turns up beside a BSN only resolves. Gives how many there are.
 */
export async function verzamelPgnVanBekenden(tx: Tx, staat: Verwerkstaat, ronde: number): Promise<number> {
  const aantal = await doe(
    tx,
    staat,
    `insert into leer_pgn (leerling_id, hash, pgn, onderwijsnummer, huidig, ronde)
     select distinct on (k.leerling_id, p.onderwijsnummer) k.leerling_id, p.pgn_hash, p.pgn, p.onderwijsnummer,
            not (p.onderwijsnummer and ${BSN_IN_BESTAND}) and not exists (
              select from leerling_pgn g where g.regio_id = :regio and g.leerling_id = k.leerling_id and g.huidig
                 and (p.onderwijsnummer or not g.onderwijsnummer)), :ronde
       from leer_koppel k join leer_persoon p on p.nr = k.nr
      where k.trede in (2, 3) and p.pgn_hash is not null
        and not exists (select from leerling_pgn g where g.regio_id = :regio and g.hash = p.pgn_hash)
      order by k.leerling_id, p.onderwijsnummer, p.nr`,
    { ronde },
  );
  if (aantal > 0) {
    await doe(
      tx,
      staat,
      `update leerling_pgn g set huidig = false from leer_pgn q
        where q.ronde = :ronde and q.huidig and g.regio_id = :regio and g.leerling_id = q.leerling_id and g.huidig`,
      { ronde },
    );
  }
  return aantal;
}
