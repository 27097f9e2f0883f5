import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Gebeurtenis } from './casus.js';

/** Writes table `gebeurtenis`. */
@Injectable()
export class TijdlijnRepository {
  async voegToe(tx: Tx, regioId: number, regels: readonly Gebeurtenis[], nu: Date): Promise<void> {
    await tx.query(
      `insert into gebeurtenis (regio_id, leerling_id, casus_id, soort, tekst, gegevens, bron, door, op)
       select $1, "leerlingId", "casusId", soort, tekst, coalesce(gegevens, '{}'), bron, door, $3
         from jsonb_to_recordset($2::jsonb) as g ("leerlingId" bigint, "casusId" bigint, soort text, tekst text, gegevens jsonb,
              bron text, door text)`,
      [regioId, JSON.stringify(regels), nu],
    );
  }
}
