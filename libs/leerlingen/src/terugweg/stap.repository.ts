import type { Tx } from '#database';
import type { Levering } from '../verwerking/levering.js';

/**
 * Begins a step of processing: what is made or changed from here on in this transaction is known to be of it, by the
 * default of `gemaakt_in` and by the triggers that note before-images. It lasts until the next step or the commit.
 */
export async function beginStap(tx: Tx, levering: Levering): Promise<void> {
  const { regioId, aanleveringId, aanleiding = aanleveringId, school, modus, herlezing = false } = levering;
  await tx.query(
    `with stap as (
       insert into verwerkstap (regio_id, aanlevering_id, bron_id, school, volledig) values ($1, $2, $3, $4, $5) returning id)
     select set_config('app.verwerkstap', id::text, true) from stap`,
    [regioId, aanleiding, aanleveringId, school, modus === 'volledig' && !herlezing],
  );
}

/** Notes on the running step how its rows moved in the counts of the delivery whose lines were read again. */
export async function noteerVerplaatst(tx: Tx, regioId: number, nieuw: number, quarantaine: number): Promise<void> {
  await tx.query(
    `update verwerkstap set nieuw = nieuw + $2, quarantaine = quarantaine + $3 where regio_id = $1 and id = huidige_stap()`,
    [regioId, nieuw, quarantaine],
  );
}

/** Runs what leaves no history: bookkeeping that undoing forgets instead of putting back. */
export async function zonderStap(tx: Tx, werk: () => Promise<void>): Promise<void> {
  const [rij] = await tx.query<{ stap: string | null }[]>(`select current_setting('app.verwerkstap', true) as stap`);
  await tx.query(`select set_config('app.verwerkstap', '', true)`);
  await werk();
  await tx.query(`select set_config('app.verwerkstap', $1, true)`, [rij?.stap ?? '']);
}
