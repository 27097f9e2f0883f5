import type { Tx } from '#database';
import { doe, vraag } from './doe.sql.js';
import type { Verwerkstaat } from './levering.js';
import { MISSCHIEN_GEWEIGERD } from './ongeplaatst.sql.js';
import { ververs } from './oprichting.repository.js';
import { rijhash } from './rijen.repository.js';

/** What is taken over from a row as it stands there. status_datum has a rule of its own. */
export const KOLOMMEN = [
  'leerlingnummer',
  'onderwijssoort',
  'leerweg',
  'niveau',
  'leerjaar',
  'groep',
  'opleidingscode',
  'opleiding',
  'status',
  'verschenen_op',
  'bijzonderheid',
  'begindatum',
  'einddatum',
  'reden_uitstroom',
  'warme_overdracht_nodig',
  'mentor',
  'decaan',
  'zorgcoordinator',
];

const kolommen = (tabel: string): string => KOLOMMEN.map((k) => `${tabel}.${k}`).join(', ');

// The first peildatum of the unbroken run of this status; a row that was gone for a while starts a new run.
const STATUS_DATUM = `coalesce(r.status_datum, case when i.status = r.status and not d.was_weg then i.status_datum else :peildatum::date end)`;

/**
 * Lists in leer_doel the rows that need work with the leerling they are of, new rows with the id that they will get.
 * A row with a warning keeps no hash, so that it is looked at, and warned about, again the next time.
 */
export async function bepaalDoel(tx: Tx, staat: Verwerkstaat): Promise<number> {
  const aantal = await doe(
    tx,
    staat,
    `create temp table leer_doel on commit drop as
     select n.regel, n.kandidaat, n.was_weg, n.oud_leerling_id, k.leerling_id, n.inschrijving_id is null as nieuw,
            coalesce(n.inschrijving_id, nextval((select pg_get_serial_sequence('inschrijving', 'id')::regclass))) as inschrijving_id,
            n.hash, coalesce(k.datum_anders or k.naam_anders, false) as twijfel, false as anders
       from leer_rij n
       join leer_persoon p on p.leerlingnummer = n.leerlingnummer
       join leer_koppel k on k.nr = p.nr and k.trede > 0
      where (n.hash = n.oud_hash) is not true`,
  );
  await tx.query('analyze leer_doel');
  return aantal;
}

/** Inserts the new rows. Gives how many. */
export async function voegToe(tx: Tx, staat: Verwerkstaat): Promise<number> {
  const aantal = await doe(
    tx,
    staat,
    `insert into inschrijving (regio_id, id, leerling_id, school, rijsleutel, ${KOLOMMEN.join(', ')}, status_datum, examenkandidaat,
       bron_aanlevering_id, geschreven_op, rij_hash, afdruk)
     select :regio, d.inschrijving_id, d.leerling_id, :school, r.rijsleutel, ${kolommen('r')}, coalesce(r.status_datum, :peildatum),
            d.kandidaat, :aanlevering, :peildatum, case when not d.twijfel then ${rijhash(staat)} end,
            case when not d.twijfel then r.afdruk end
       from leer_doel d join {{rij}} r on r.regel = d.regel
      where d.nieuw`,
  );
  await ververs(tx, aantal, 'inschrijving');
  return aantal;
}

/** Writes what really differs; what does not, only gets its new hash. Gives how many rows changed. */
export async function werkBij(tx: Tx, staat: Verwerkstaat): Promise<number> {
  const anders = await doe(
    tx,
    staat,
    `update leer_doel d set anders = true
       from {{rij}} r, inschrijving i
      where not d.nieuw and r.regel = d.regel and i.regio_id = :regio and i.id = d.inschrijving_id
        and (d.was_weg or (i.leerling_id, ${kolommen('i')}, i.status_datum, i.examenkandidaat)
              is distinct from (d.leerling_id, ${kolommen('r')}, ${STATUS_DATUM}, d.kandidaat))`,
  );
  if (anders > 0) {
    await doe(
      tx,
      staat,
      `update inschrijving i set leerling_id = d.leerling_id, ${KOLOMMEN.map((k) => `${k} = r.${k}`).join(', ')},
              status_datum = ${STATUS_DATUM}, examenkandidaat = d.kandidaat, bron_aanlevering_id = :aanlevering,
              geschreven_op = :peildatum, rij_hash = case when not d.twijfel then d.hash end,
              afdruk = case when not d.twijfel then r.afdruk end, verdwenen_op = null, afgeleide_status = null, niet_bevestigd = false
         from leer_doel d, {{rij}} r
        where d.anders and r.regel = d.regel and i.regio_id = :regio and i.id = d.inschrijving_id`,
    );
  }
  await doe(
    tx,
    staat,
    `update inschrijving i set rij_hash = case when not d.twijfel then d.hash end, geschreven_op = :peildatum, niet_bevestigd = false
       from leer_doel d
      where not d.nieuw and not d.anders and i.regio_id = :regio and i.id = d.inschrijving_id
        and (i.niet_bevestigd or i.rij_hash is distinct from case when not d.twijfel then d.hash end)`,
  );
  return anders;
}

/** Rows that say the same in other bytes are recognised by those from now on. */
export async function bewaarAfdrukken(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `update inschrijving i set afdruk = r.afdruk
       from leer_rij n join {{rij}} r on r.regel = n.regel
      where i.regio_id = :regio and i.id = n.inschrijving_id and i.rij_hash = n.hash and i.afdruk is distinct from r.afdruk`,
  );
}

/** Notes whose rows are new or changed, and whose they were when a row moved. */
export async function noteerGeraakt(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `insert into leer_gewijzigd
     select leerling_id from leer_doel where anders or nieuw
     union all select oud_leerling_id from leer_doel where anders and oud_leerling_id <> leerling_id`,
  );
}

// A row that was refused still shows that the leerling is there: by its key, or else by leerlingnummer.
const GEZIEN = `exists (select from leer_rij n where n.inschrijving_id = i.id and n.hash = n.oud_hash)
  or exists (select from leer_doel d where d.inschrijving_id = i.id)`;
const REST = 'i.id in (select s.inschrijving_id from {{rest}} s)';
const GEWEIGERD = `(i.rijsleutel in (select q.rijsleutel from {{rij}} q where not q.goed and q.rijsleutel is not null)
  or i.leerlingnummer in (select q.leerlingnummer from {{rij}} q where not q.goed and q.leerlingnummer is not null))`;
// Only where absence means something: mutaties say nothing about who is not in them.
const GEWEIGERD_OF_MISSCHIEN = `(${GEWEIGERD} or ${MISSCHIEN_GEWEIGERD})`;

/** Quarantined rows: the leerling keeps the data of yesterday, marked as not confirmed. */
export async function merkNietBevestigd(tx: Tx, staat: Verwerkstaat): Promise<void> {
  const geweigerd = await vraag(tx, staat, 'select from {{rij}} where not goed limit 1');
  if (geweigerd.length === 0) return;
  await doe(
    tx,
    staat,
    `update inschrijving i set niet_bevestigd = true
      where i.regio_id = :regio and i.school = :school and i.verdwenen_op is null and not i.niet_bevestigd
        and ${REST} and ${staat.modus === 'volledig' ? GEWEIGERD_OF_MISSCHIEN : GEWEIGERD} and not (${GEZIEN})`,
  );
}

/**
 * What this full delivery no longer holds has vanished on its peildatum; what that means is decided by a whole
 * doorstroomcontrole. Gives how many rows.
 */
export async function merkVerdwenen(tx: Tx, staat: Verwerkstaat): Promise<number> {
  return doe(
    tx,
    staat,
    `with weg as (
       update inschrijving i
          set verdwenen_op = :peildatum, geschreven_op = greatest(i.geschreven_op, :vorigeVolledig::date), niet_bevestigd = false
        where i.regio_id = :regio and i.school = :school and i.verdwenen_op is null
          and ${REST} and not (${GEZIEN}) and not ${GEWEIGERD_OF_MISSCHIEN}
       returning i.leerling_id)
     insert into leer_gewijzigd select leerling_id from weg`,
  );
}

/** Remembers up to when this school delivered; in mutaties each row remembers it itself. */
export async function bewaarStand(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(
    tx,
    staat,
    `insert into school_stand as s (regio_id, school, laatste_op, volledig_op)
     values (:regio, :school, :peildatum, case when :volledig::boolean then :peildatum::date end)
     on conflict (regio_id, school) do update set laatste_op = greatest(s.laatste_op, excluded.laatste_op),
       volledig_op = greatest(s.volledig_op, excluded.volledig_op)`,
    { volledig: staat.modus === 'volledig' },
  );
  if (staat.modus === 'volledig') return;
  await doe(
    tx,
    staat,
    `update inschrijving i set geschreven_op = :peildatum from leer_rij n
      where n.hash = n.oud_hash and i.regio_id = :regio and i.id = n.inschrijving_id and i.geschreven_op < :peildatum`,
  );
}
