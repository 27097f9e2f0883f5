import type { Tx } from '#database';
import type { Datum } from '#kern';
import type { Samenvoeging } from './hangtabel.js';

/** Writes table `samenvoeging`. */

type Nieuw = Omit<Samenvoeging, 'id' | 'door'> & { medewerkerId: string };

export async function begin(
  tx: Tx,
  { regioId, blijft, vervalt, koppelvoorstelId, medewerkerId, nu }: Nieuw,
): Promise<Samenvoeging> {
  const [rij] = await tx.query<{ id: string }[]>(
    `insert into samenvoeging (regio_id, blijft_id, vervalt_id, koppelvoorstel_id, gedaan_op, gedaan_door)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [regioId, blijft, vervalt, koppelvoorstelId, nu, medewerkerId],
  );
  if (rij === undefined) throw new Error('The merge was not noted.');
  return { regioId, id: rij.id, blijft, vervalt, koppelvoorstelId, door: `medewerker:${medewerkerId}`, nu };
}

/** The merge that came of a proposal and still stands, locked; null when there is none. */
export async function vanVoorstel(
  tx: Tx,
  { regioId, voorstelId, medewerkerId, nu }: { regioId: number; voorstelId: string; medewerkerId: string; nu: Date },
): Promise<Samenvoeging | null> {
  const [rij] = await tx.query<Pick<Samenvoeging, 'id' | 'blijft' | 'vervalt'>[]>(
    `select id, blijft_id as blijft, vervalt_id as vervalt from samenvoeging
      where regio_id = $1 and koppelvoorstel_id = $2 and ongedaan_op is null for update`,
    [regioId, voorstelId],
  );
  return rij === undefined
    ? null
    : { ...rij, regioId, koppelvoorstelId: voorstelId, door: `medewerker:${medewerkerId}`, nu };
}

/** The proposal of a later merge that stands and touches one of the two; null when this is the last. */
export async function laterVoorstel(tx: Tx, { regioId, id, blijft, vervalt }: Samenvoeging): Promise<string | null> {
  const [rij] = await tx.query<{ voorstel: string }[]>(
    `select koppelvoorstel_id as voorstel from samenvoeging
      where regio_id = $1 and id > $2 and ongedaan_op is null and (blijft_id in ($3, $4) or vervalt_id in ($3, $4)) order by id desc limit 1`,
    [regioId, id, blijft, vervalt],
  );
  return rij?.voorstel ?? null;
}

/** Whether it can still be undone: its book is there. */
export async function heeftBoek(tx: Tx, { regioId, id }: Samenvoeging): Promise<boolean> {
  const rijen = await tx.query<unknown[]>(
    'select from samenvoeging_rij where regio_id = $1 and samenvoeging_id = $2 limit 1',
    [regioId, id],
  );
  return rijen.length > 0;
}

/** Forgets the books of merges that are too long ago to be undone. The caller holds the slot of the region. */
export async function vergeetBoeken(
  tx: Tx,
  { regioId, vandaag, nu }: { regioId: number; vandaag: Datum; nu: Date },
): Promise<void> {
  await tx.query(
    `delete from samenvoeging_rij r using samenvoeging s
      where r.regio_id = $1 and s.regio_id = $1 and s.id = r.samenvoeging_id and s.gedaan_op < bewaren_vanaf('samenvoegboek', $2, $3)`,
    [regioId, vandaag, nu],
  );
}

export async function sluitAf(tx: Tx, { regioId, id, nu }: Samenvoeging, medewerkerId: string): Promise<void> {
  await tx.query('delete from samenvoeging_rij where regio_id = $1 and samenvoeging_id = $2', [regioId, id]);
  await tx.query('update samenvoeging set ongedaan_op = $3, ongedaan_door = $4 where regio_id = $1 and id = $2', [
    regioId,
    id,
    nu,
    medewerkerId,
  ]);
}

/** Locks the two, and tells whether either was merged into another already. */
export async function vergrendel(
  tx: Tx,
  regioId: number,
  ids: readonly string[],
): Promise<{ id: string; samengevoegdIn: string | null }[]> {
  return tx.query(
    `select id, samengevoegd_in as "samengevoegdIn" from leerling where regio_id = $1 and id = any ($2::bigint[]) order by id for update`,
    [regioId, ids],
  );
}
