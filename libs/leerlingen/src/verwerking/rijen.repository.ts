import type { Tx } from '#database';
import { TOEWIJZINGSSLOT } from '#organisaties';
import { doe, vraag } from './doe.sql.js';
import type { Levering, Verwerkstaat } from './levering.js';
import { KANS_OP_SCORE, KANS_ZONDER } from './score.sql.js';

interface Stand {
  gemeente: string;
  volgtMbo: boolean;
  vorigeVolledig: Verwerkstaat['vorigeVolledig'];
  eerste: boolean;
}

/** Waits for its turn, sets what suits statements over a million rows, and looks up what all steps need. */
export async function begin(tx: Tx, levering: Levering): Promise<Verwerkstaat> {
  await tx.query(
    `select pg_advisory_xact_lock($1, $2), set_config('jit', 'off', true), set_config('work_mem', '256MB', true),
       set_config('default_statistics_target', '10', true)`,
    // one delivery of a region at a time decides who is who: two at once would each make the same leerling
    [TOEWIJZINGSSLOT, levering.regioId],
  );
  const [stand] = await tx.query<Stand[]>(
    `select s.gemeente, 'mbo' = any (s.gevolgd) as "volgtMbo", t.volledig_op as "vorigeVolledig",
            -- who stayed when a first delivery was undone is still known by the school's number
            t.school is null and not exists (select from schoolkoppeling k where k.regio_id = s.regio_id and k.school = s.code) as eerste
       from school s left join school_stand t on t.regio_id = s.regio_id and t.school = s.code
      where s.regio_id = $1 and s.code = $2`,
    [levering.regioId, levering.school],
  );
  if (stand === undefined) throw new Error('The delivery is of a school that this region does not know.');
  const maand = Number(levering.peildatum.slice(5, 7));
  return { ...levering, ...stand, inSeizoen: maand >= 10 || maand <= 7 };
}

/**
 * Makes the tables of this call, gone at commit. `geraakt` and nothing else lives on when a second delivery is processed
 * in the same transaction.
 */
export async function maakTabellen(tx: Tx): Promise<void> {
  await tx.query(`
    create temp table if not exists geraakt (leerling_id bigint primary key) on commit drop;
    drop table if exists pg_temp.matchbevinding, pg_temp.leer_rij, pg_temp.leer_kans, pg_temp.leer_persoon, pg_temp.leer_koppel,
      pg_temp.leer_nieuw, pg_temp.leer_pgn, pg_temp.leer_wijziging, pg_temp.leer_doel, pg_temp.leer_gewijzigd,
      pg_temp.leer_voorstel, pg_temp.leer_open, pg_temp.leer_zonder, pg_temp.leer_variant, pg_temp.leer_sleutel, pg_temp.leer_paar;
    create temp table matchbevinding (regel int, kolom text, waarde text, code text, tekst text, ernst text) on commit drop;
    create temp table leer_koppel (nr int, leerling_id bigint, trede smallint, reden text, datum_anders boolean,
      naam_anders boolean, kandidaat_id bigint) on commit drop;
    create temp table leer_voorstel (nr int, kandidaat_id bigint, score smallint, aanleiding text, bewijs jsonb) on commit drop;
    create temp table leer_nieuw (nr int, leerling_id bigint, ronde int) on commit drop;
    create temp table leer_pgn (leerling_id bigint, hash bytea, pgn text, onderwijsnummer boolean, huidig boolean, ronde int)
      on commit drop;
    create temp table leer_wijziging (nr int, leerling_id bigint, trede smallint, behoud boolean, nieuwste boolean) on commit drop;
    create temp table leer_gewijzigd (leerling_id bigint) on commit drop;
  `);
}

// All that is delivered, but the line number and the plain PGN. A hash that changes with a release of PostgreSQL only
// means that every row is compared column by column once.
const RIJ = `r.leerlingnummer, r.aanmelding_id, r.pgn_hash, r.achternaam, r.voorvoegsel, r.roepnaam,
    r.geboortedatum, r.geslacht, r.postcode, r.gemeentecode, r.adres_geheim, r.onderwijssoort, r.leerweg, r.niveau, r.leerjaar, r.groep,
    r.opleidingscode, r.opleiding, r.status, r.status_datum, r.verschenen_op, r.bijzonderheid, r.begindatum, r.einddatum,
    r.reden_uitstroom, r.examenkandidaat, r.uitslag, r.diplomadatum, r.uitstroomprofiel, r.vervolgkeuze, r.aanmelding_brin,
    r.aanmelding_opleidingscode, r.aanmeldstatus, r.aanmeldstatus_datum, r.mentor, r.decaan, r.zorgcoordinator,
    r.warme_overdracht_nodig`;

/** Hash of a row as delivered. A file without contact columns hashes as if they did not exist. */
export function rijhash({ contact = [] }: Verwerkstaat): string {
  return `hash_record_extended(row(${[RIJ, ...contact.map((veld) => `r.${veld}`)].join(', ')}), 0)`;
}

/**
 * Every good row beside what we have of it. A row whose hash is the one that is stored needs nothing more; that is what
 * makes the second night cheap.
 */
export async function leesRijen(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `create temp table leer_rij on commit drop as
     select r.regel, r.leerlingnummer, r.rijsleutel, case when i.id is not null then ${rijhash(staat)} end as hash,
            coalesce(r.examenkandidaat, false) and (r.onderwijssoort <> 'mbo' or (:volgtMbo and coalesce(r.niveau = 1, false))) as kandidaat,
            i.id as inschrijving_id, i.leerling_id as oud_leerling_id, i.verdwenen_op is not null as was_weg,
            case when i.verdwenen_op is null and not i.niet_bevestigd then i.rij_hash end as oud_hash
       from {{rij}} r
       left join inschrijving i on i.regio_id = :regio and i.school = :school and i.rijsleutel = r.rijsleutel
      where r.goed ${staat.herlezing ? 'and not coalesce(i.geschreven_op > :peildatum, false)' : ''}`,
  );
  await tx.query('analyze leer_rij');
}

// 9·d1 + … + 2·d8 − d9 leaves 5 for an onderwijsnummer, 0 for a BSN (domain.md 2).
const ONDERWIJSNUMMER = `coalesce(r.pgn like '10%' and (select sum((10 - d) * substr(r.pgn, d, 1)::int) - 2 * substr(r.pgn, 9, 1)::int
  from generate_series(1, 9) d) % 11 = 5, false)`;

/**
 * The people behind the rows that need work: one per leerlingnummer, with the identity of its first row that has a PGN.
 * Left out is who cannot be anybody that we follow (leer_kans). Gives how many there are.
 */
export async function verzamelPersonen(tx: Tx, staat: Verwerkstaat): Promise<number> {
  const gezeefd = await zeef(tx, staat);
  const aantal = await doe(
    tx,
    staat,
    `create temp table leer_persoon on commit drop as
     select row_number() over ()::int as nr, p.*, naam_norm(p.achternaam) as achternaam_norm, roepnaam_norm(p.roepnaam) as roepnaam_norm,
            hash_record_extended(row(p.pgn_hash, p.achternaam, p.voorvoegsel, p.roepnaam, p.geboortedatum, p.geslacht, p.postcode,
              p.gemeentecode, p.adres_geheim), 0) as identiteit
       from (select distinct on (n.leerlingnummer) n.leerlingnummer, n.regel, r.pgn_hash, r.pgn, ${ONDERWIJSNUMMER} as onderwijsnummer,
                    r.achternaam, r.voorvoegsel, r.roepnaam, r.geboortedatum, r.geslacht, r.postcode, r.gemeentecode, r.adres_geheim,
                    bool_or(n.kandidaat) over allen as kandidaat
               from leer_rij n join {{rij}} r on r.regel = n.regel ${gezeefd ? 'join leer_kans q on q.leerlingnummer = n.leerlingnummer' : ''}
              where (n.hash = n.oud_hash) is not true
             -- the order of the outer query, so that one sort serves both
             window allen as (partition by n.leerlingnummer order by (r.pgn_hash is null), n.regel
                              rows between unbounded preceding and unbounded following)
              order by n.leerlingnummer, (r.pgn_hash is null), n.regel) p`,
  );
  await tx.query('analyze leer_persoon');
  return aantal;
}

/**
 * Of a file in which not everyone is a candidate (of mbo, nearly nobody is followed): lists in leer_kans the
 * leerlingnummers that some rung may link, by what costs nothing to compare. Whoever is not in it, is nobody.
 */
async function zeef(tx: Tx, staat: Verwerkstaat): Promise<boolean> {
  const anderen = await vraag(
    tx,
    staat,
    'select from leer_rij n where not n.kandidaat and (n.hash = n.oud_hash) is not true limit 1',
  );
  if (anderen.length === 0) return false;
  await doe(
    tx,
    staat,
    `create temp table leer_kans on commit drop as
     with werk as materialized (
       select n.leerlingnummer, n.kandidaat, r.pgn_hash, r.geboortedatum, r.postcode, r.pgn_hash is null or r.pgn like '10%' as zonder_bsn
         from leer_rij n join {{rij}} r on r.regel = n.regel where (n.hash = n.oud_hash) is not true),
     zonder as materialized (${KANS_ZONDER}),
     bekend as (
       select leerlingnummer from werk where kandidaat
       union all
       select w.leerlingnummer from werk w join leerling_pgn g on g.regio_id = :regio and g.hash = w.pgn_hash
       union all
       select w.leerlingnummer from werk w join schoolkoppeling s on s.regio_id = :regio and s.school = :school and s.leerlingnummer = w.leerlingnummer
       union all
       select w.leerlingnummer from werk w join leerling l on l.regio_id = :regio and l.geboortedatum = w.geboortedatum and l.postcode = w.postcode
       union all
       select w.leerlingnummer from werk w join werk k on k.kandidaat and k.pgn_hash = w.pgn_hash where not w.kandidaat
       union all
       select w.leerlingnummer from werk w join werk k on k.kandidaat and k.geboortedatum = w.geboortedatum and k.postcode = w.postcode
        where not w.kandidaat
       union all ${KANS_OP_SCORE})
     select distinct leerlingnummer from bekend`,
  );
  await tx.query('analyze leer_kans');
  return true;
}

/** How many good rows came in. */
export async function telRijen(tx: Tx, staat: Verwerkstaat): Promise<number> {
  const [rij] = await vraag<{ aantal: number }>(tx, staat, 'select count(*)::int as aantal from leer_rij');
  return rij?.aantal ?? 0;
}
