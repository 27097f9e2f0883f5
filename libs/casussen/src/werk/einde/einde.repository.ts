import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';

/** What closing and opening again ask. Binds: $1 region. */
@Injectable()
export class EindeRepository {
  /** Another casus of the same youngster that is open; null when there is none. */
  async andereOpen(tx: Tx, regioId: number, casusId: string): Promise<string | null> {
    const [rij] = await tx.query<{ nummer: string }[]>(ANDERE_OPEN, [regioId, casusId]);
    return rij?.nummer ?? null;
  }

  /** Whether this employee still works here. */
  async isActief(tx: Tx, regioId: number, medewerkerId: string): Promise<boolean> {
    const rijen = await tx.query<unknown[]>(
      `select from medewerker where regio_id = $1 and id = $2 and actief for key share`,
      [regioId, medewerkerId],
    );
    return rijen.length > 0;
  }
}

const ANDERE_OPEN = `
select a.nummer from casus c join casus a on a.regio_id = c.regio_id and a.leerling_id = c.leerling_id and a.loopt and a.id <> c.id
 where c.regio_id = $1 and c.id = $2`;
