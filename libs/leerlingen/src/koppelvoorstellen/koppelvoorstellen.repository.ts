import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Besluit, Voorstel } from './koppelvoorstel.js';

const KOLOMMEN = `id, leerling_id as "leerlingId", kandidaat_id as "kandidaatId", status, versie, einde_voorlopig as "eindeVoorlopig"`;

/** Writes the decisions of table `koppelvoorstel`; matching makes its rows. */
@Injectable()
export class KoppelvoorstellenRepository {
  async lees(tx: Tx, regioId: number, id: string): Promise<Voorstel | null> {
    const [rij] = await tx.query<Voorstel[]>(`select ${KOLOMMEN} from koppelvoorstel where regio_id = $1 and id = $2`, [
      regioId,
      id,
    ]);
    return rij ?? null;
  }

  async vergrendel(tx: Tx, regioId: number, id: string): Promise<Voorstel | null> {
    const [rij] = await tx.query<Voorstel[]>(
      `select ${KOLOMMEN} from koppelvoorstel where regio_id = $1 and id = $2 for no key update`,
      [regioId, id],
    );
    return rij ?? null;
  }

  async besluit(
    tx: Tx,
    regioId: number,
    id: string,
    { besluit, reden, medewerkerId, nu }: { besluit: Besluit; reden: string | null; medewerkerId: string; nu: Date },
  ): Promise<void> {
    await tx.query(
      `update koppelvoorstel set status = $3, besluit_reden = $4, besloten_door = $5, besloten_op = $6 where regio_id = $1 and id = $2`,
      [regioId, id, besluit, reden, medewerkerId, nu],
    );
  }

  /** Nothing is asked about the provisional one any more: it is a leerling like others. Gives whether it was the last question. */
  async eindigVoorlopig(tx: Tx, regioId: number, { id, leerlingId }: Voorstel): Promise<boolean> {
    const rijen = await tx.query<unknown[]>(EINDIG_VOORLOPIG, [regioId, id, leerlingId]);
    return rijen.length > 0;
  }

  /** Open again; the leerling is provisional again when this decision had ended that. */
  async heropen(tx: Tx, regioId: number, { id, leerlingId, eindeVoorlopig }: Voorstel): Promise<void> {
    if (eindeVoorlopig)
      await tx.query('update leerling set voorlopig = true where regio_id = $1 and id = $2', [regioId, leerlingId]);
    await tx.query(
      `update koppelvoorstel set status = 'open', besluit_reden = null, besloten_door = null, besloten_op = null, einde_voorlopig = false
        where regio_id = $1 and id = $2`,
      [regioId, id],
    );
  }
}

const EINDIG_VOORLOPIG = `
with klaar as (
  update leerling l set voorlopig = false
   where l.regio_id = $1 and l.id = $3 and l.voorlopig
     and not exists (select from koppelvoorstel o where o.regio_id = $1 and o.leerling_id = $3 and o.status = 'open')
  returning 1),
gemerkt as (update koppelvoorstel set einde_voorlopig = true where regio_id = $1 and id = $2 and exists (select from klaar))
select from klaar`;
