import type { Tx } from '#database';
import { doe, vraag } from './doe.sql.js';
import type { Treffer, Verwerkstaat } from './levering.js';

// 64 bits over a keyed hash: enough to find a line by, since reading it again climbs the real ladder.
const kort = (hash: string): string => `hash_record_extended(row(${hash}), 0)`;

// Not the names: they may be written in many ways.
const identiteit = (p: string): string =>
  kort(`sha256(:sleutel::bytea || date_send(${p}.geboortedatum) || textsend(${p}.postcode) || :sleutel::bytea)`);

// Rows that need work but whose leerlingnummer no rung gave to anybody.
const BUITEN = `from leer_rij n where (n.hash = n.oud_hash) is not true and not exists (
  select from leer_persoon p join leer_koppel k on k.nr = p.nr where p.leerlingnummer = n.leerlingnummer)`;

/**
 * Puts away where the rows of nobody we follow stand, as keyed hashes only. A full delivery puts aside what the
 * school's earlier deliveries left. Gives how many rows are outside.
 */
export async function bewaarBuitenCohort(tx: Tx, staat: Verwerkstaat, sleutel: Buffer): Promise<number> {
  if (staat.modus === 'volledig' && !staat.herlezing) {
    await doe(
      tx,
      staat,
      'update buiten_cohort set vervangen_in = huidige_stap() where regio_id = :regio and school = :school and vervangen_in = 0',
    );
  }
  const [{ aantal } = { aantal: 0 }] = await vraag<{ aantal: number }>(
    tx,
    staat,
    `select count(*)::int as aantal ${BUITEN}`,
  );
  if (staat.herlezing) await haalWeg(tx, staat);
  if (aantal === 0 || staat.herlezing) return aantal;
  await doe(
    tx,
    staat,
    `with buiten as materialized (
       select r.regel, r.pgn_hash, case when r.postcode is not null then ${identiteit('r')} end as identiteit
         from (select n.regel ${BUITEN}) b join {{rij}} r on r.regel = b.regel)
     insert into buiten_cohort (regio_id, emmer, aanlevering_id, school, hashes, regels)
     select :regio, ((h.hash >> 54) & 1023)::smallint, :aanlevering, :school, array_agg(h.hash), array_agg(h.regel)
       from (select ${kort('pgn_hash')} as hash, regel from buiten where pgn_hash is not null
             union all select identiteit, regel from buiten where identiteit is not null) h
      group by 2`,
    { sleutel },
  );
  return aantal;
}

/** Lines that were read again and found their leerling are outside no more; they are put aside, for when that is undone. */
async function haalWeg(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `with binnen as materialized (
       select r.regel from {{rij}} r where r.regel not in (select n.regel ${BUITEN})),
     geraakt as materialized (
       select b.emmer, u.hash, u.regel, u.regel in (select regel from binnen) as weg
         from buiten_cohort b cross join lateral unnest(b.hashes, b.regels) as u (hash, regel)
        where b.regio_id = :regio and b.school = :school and b.aanlevering_id = :aanlevering and b.vervangen_in = 0
          and b.regels && (select array_agg(regel) from binnen)),
     opzij as (
       insert into buiten_cohort (regio_id, emmer, aanlevering_id, school, vervangen_in, hashes, regels)
       select :regio, g.emmer, :aanlevering, :school, huidige_stap(), array_agg(g.hash), array_agg(g.regel) from geraakt g where g.weg group by g.emmer)
     update buiten_cohort b
        set (hashes, regels) = (
              select coalesce(array_agg(g.hash), '{}'), coalesce(array_agg(g.regel), '{}') from geraakt g where g.emmer = b.emmer and not g.weg)
      where b.regio_id = :regio and b.aanlevering_id = :aanlevering and b.vervangen_in = 0 and b.emmer in (select emmer from geraakt)`,
  );
}

/**
 * Which lines of earlier deliveries are, by their hashes, about a leerling that the last call of `verwerk` made, or of
 * whom it learned a PGN, a date of birth or a postcode. Oldest delivery first.
 */
export async function zoekTreffers(tx: Tx, staat: Verwerkstaat, sleutel: Buffer): Promise<Treffer[]> {
  return vraag<Treffer>(
    tx,
    staat,
    `with geleerd as (
       select leerling_id from leer_nieuw union select leerling_id from leer_wijziging union select leerling_id from leer_pgn),
     gezocht as materialized (
       select ${kort('q.hash')} as hash from leer_pgn q
       union
       select ${identiteit('l')} from geleerd g join leerling l on l.regio_id = :regio and l.id = g.leerling_id where l.postcode is not null)
     select b.aanlevering_id as "aanleveringId", array_agg(distinct u.regel order by u.regel) as regels
       from (select distinct ((hash >> 54) & 1023)::smallint as emmer from gezocht) e
       join buiten_cohort b on b.regio_id = :regio and b.emmer = e.emmer and b.vervangen_in = 0 ${staat.herlezing ? '' : 'and b.aanlevering_id <> :aanlevering'}
      cross join lateral unnest(b.hashes, b.regels) as u (hash, regel)
       join gezocht z on z.hash = u.hash
      group by b.aanlevering_id
      order by b.aanlevering_id`,
    { sleutel },
  );
}

/** Whether anything was put away at all in this region. */
export async function heeftBuitenCohort(tx: Tx, regioId: number): Promise<boolean> {
  const rijen = await tx.query<unknown[]>(
    'select from buiten_cohort where regio_id = $1 and vervangen_in = 0 limit 1',
    [regioId],
  );
  return rijen.length > 0;
}
