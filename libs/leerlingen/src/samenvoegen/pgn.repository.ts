import type { Tx } from '#database';
import type { PgnSleutels } from '../pgn-sleutels.js';
import { voer } from './boek.repository.js';
import type { Samenvoeging } from './hangtabel.js';

/** A stored number. */
interface Nummer {
  hash: Buffer;
  waarde: Buffer;
}

/** Whether the two have different BSNs: nobody has two. */
export async function hebbenTweeBsn(tx: Tx, s: Samenvoeging): Promise<boolean> {
  const rijen = await voer(
    tx,
    s,
    `select from leerling_pgn where regio_id = :regio and leerling_id in (:blijft, :vervalt) and not onderwijsnummer
     group by () having count(distinct hash) > 1`,
  );
  return rijen.length > 0;
}

// A BSN above an onderwijsnummer; of two onderwijsnummers the one of who goes on. The other only resolves from then on.
const EEN_HUIDIG = `update leerling_pgn t set huidig = false
  where t.regio_id = :regio and t.leerling_id in (:blijft, :vervalt) and t.huidig
    and exists (select from leerling_pgn b where b.regio_id = :regio and b.leerling_id in (:blijft, :vervalt) and b.huidig and b.hash <> t.hash
                   and (b.onderwijsnummer, b.leerling_id <> :blijft) < (t.onderwijsnummer, t.leerling_id <> :blijft))`;

/** Leaves one current number over the two. Before the rows move. */
export async function kiesHuidig(tx: Tx, s: Samenvoeging): Promise<void> {
  await voer(tx, s, EEN_HUIDIG);
}

const ALLE = 'select hash, waarde from leerling_pgn where regio_id = $1 and leerling_id = $2';

/** The numbers of a leerling. */
export async function nummersVan(tx: Tx, regioId: number, leerlingId: string): Promise<Nummer[]> {
  return tx.query<Nummer[]>(ALLE, [regioId, leerlingId]);
}

/** Encrypts anew what moved from one to the other: a value only opens for its own leerling. */
export async function versleutelVerhuisde(
  tx: Tx,
  { regioId }: Samenvoeging,
  sleutels: PgnSleutels,
  { van, naar, waren }: { van: string; naar: string; waren: readonly Nummer[] },
): Promise<void> {
  const oud = new Map(waren.map((n) => [n.hash.toString('hex'), n.waarde]));
  for (const { hash } of await nummersVan(tx, regioId, naar)) {
    const waarde = oud.get(hash.toString('hex'));
    if (waarde === undefined) continue;
    const nieuw = sleutels.versleutel(sleutels.ontsleutel(waarde, van, regioId), naar, regioId);
    await tx.query('update leerling_pgn set waarde = $3 where regio_id = $1 and hash = $2', [regioId, hash, nieuw]);
  }
}

const LATER = `not exists (select from samenvoeging_rij r where r.regio_id = :regio and r.samenvoeging_id = :samenvoeging
  and r.tabel = 'leerling_pgn' and r.sleutel = jsonb_build_object('hash', t.hash))`;

const VERGEET_LATERE = `with weg as (
    delete from leerling_pgn t where t.regio_id = :regio and t.leerling_id = :blijft and ${LATER} returning 1)
  update inschrijving i set rij_hash = null
   where i.regio_id = :regio and i.leerling_id in (:blijft, :vervalt) and i.rij_hash is not null and exists (select from weg)`;

/**
 * A number that was learned while they were one may be of either: it is forgotten, and every row of both is looked at again
 * in its next delivery, which teaches it to whom it is of.
 */
export async function vergeetLatere(tx: Tx, s: Samenvoeging): Promise<void> {
  await voer(tx, s, VERGEET_LATERE);
}
