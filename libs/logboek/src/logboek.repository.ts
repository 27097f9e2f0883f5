import { Injectable } from '@nestjs/common';
import type { Tx } from '#database';
import type { LogboekRegel } from './logboek.js';

/** Writes table `logboek`; its time is the real clock of the database. */
@Injectable()
export class LogboekRepository {
  async voegToe(tx: Tx, regel: LogboekRegel): Promise<void> {
    const { wie, handeling, onderwerp, reden, route } = regel;
    const uniek = [...new Set(regel.leerlingIds)];
    await tx.query(
      `insert into logboek (regio_id, wie, rollen, handeling, onderwerp, leerling_id, reden, route)
       select $1, $2, $3::text[], $4, $5, l.id, $6, $7 from unnest($8::bigint[]) as l(id)`,
      [
        wie.regioId,
        `${wie.soort}:${wie.id}`,
        wie.rollen.map((r) => r.rol),
        handeling,
        onderwerp,
        reden,
        route,
        uniek.length === 0 ? [null] : uniek,
      ],
    );
  }
}
