import { idempotentieSleutelAnders, type Wie } from '#kern';
import type { Tx } from './transactie.js';

/** A request that makes something, and that its sender may send again. */
export interface EenmaligVerzoek {
  wie: Wie;
  /** Method and path template. */
  route: string;
  /** `Idempotency-Key`; null without one: then every request is a new one. */
  sleutel: string | null;
  /** Keyed hash of all that was asked, also of the ids in the path: the body may hold what nobody may guess from a hash. */
  afdruk: Buffer;
  nu: Date;
}

/**
 * Does the work once per key and sender: a second request gives what the first gave, also when both come at once.
 * @param doe gives the id of what was made
 * @param wat a «de»-word for the message: taak, casus
 * @throws DomeinFout 409 `idempotentieSleutelAnders` when the key was used for something else
 */
export async function eenmalig(
  tx: Tx,
  { wie, route, sleutel, afdruk, nu }: EenmaligVerzoek,
  wat: string,
  doe: () => Promise<string>,
): Promise<{ id: string; nieuw: boolean }> {
  if (sleutel === null) return { id: await doe(), nieuw: true };
  const plaats = [wie.regioId, `${wie.soort}:${wie.id}`, route, sleutel];
  // Waits for whoever is busy under this key, and sees what came of it.
  const gelegd = await tx.query<unknown[]>(LEG, [...plaats, afdruk, nu]);
  if (gelegd.length === 0) {
    const [eerder] = await tx.query<[{ id: string; zelfde: boolean }]>(EERDER, [...plaats, afdruk]);
    if (!eerder.zelfde) throw idempotentieSleutelAnders(wat);
    return { id: eerder.id, nieuw: false };
  }
  const id = await doe();
  await tx.query(UITKOMST, [...plaats, id]);
  return { id, nieuw: true };
}

const LEG = `
insert into eenmalig_verzoek (regio_id, door, route, sleutel, afdruk, op) values ($1, $2, $3, $4, $5, $6)
on conflict do nothing returning sleutel`;

const EERDER = `
select uitkomst_id::text as id, afdruk = $5 as zelfde from eenmalig_verzoek
 where regio_id = $1 and door = $2 and route = $3 and sleutel = $4`;

const UITKOMST = `
update eenmalig_verzoek set uitkomst_id = $5 where regio_id = $1 and door = $2 and route = $3 and sleutel = $4`;
