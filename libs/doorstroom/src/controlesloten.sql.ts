import type { Tx } from '#database';
import { SCHOOLSLOT } from './schoolslot.js';

/**
 * The slots of the checks of these leerlingen, in one order for everyone. Whoever also takes the slot of the region takes
 * these first: a check holds its own while it waits for the region. False: without waiting not all of them could be had.
 */
export async function neemControlesloten(
  tx: Tx,
  regioId: number,
  leerlingIds: readonly string[],
  wacht: boolean,
): Promise<boolean> {
  const [rij] = await tx.query<{ alle: boolean }[]>(wacht ? WACHT : PROBEER, [regioId, leerlingIds, SCHOOLSLOT]);
  return rij?.alle ?? true;
}

// Where a check of one of them may run: at the school of a traject or of a candidacy.
const SLOTEN = `sloten as materialized (
  select schooljaar, school from traject where regio_id = $1 and leerling_id = any ($2::bigint[])
   union
  select schooljaar, school from examenkandidatuur where regio_id = $1 and leerling_id = any ($2::bigint[])
   order by 1, 2)`;
const SLEUTEL = `$3, hashtext($1::int || ':' || schooljaar || ':' || school)`;

const WACHT = `with ${SLOTEN} select bool_and(pg_advisory_xact_lock(${SLEUTEL}) is not null) as alle from sloten`;
const PROBEER = `with ${SLOTEN} select coalesce(bool_and(pg_try_advisory_xact_lock(${SLEUTEL})), true) as alle from sloten`;
