import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';

/** What working on a casus asks of other tables. */
@Injectable()
export class WerkVragen {
  /** The youngster of a casus that the asker may see. */
  async leerlingVan(tx: Tx, regioId: number, casusId: string): Promise<string> {
    const [rij] = await tx.query<[{ id: string }]>(
      `select leerling_id as id from casus where regio_id = $1 and id = $2`,
      [regioId, casusId],
    );
    return rij.id;
  }

  /** Name of an active employee of the region; null when there is none. */
  async naamVan(tx: Tx, regioId: number, medewerkerId: string): Promise<string | null> {
    const [rij] = await tx.query<{ naam: string }[]>(
      `select naam from medewerker where regio_id = $1 and id = $2 and actief`,
      [regioId, medewerkerId],
    );
    return rij?.naam ?? null;
  }
}
