import { Injectable } from '@nestjs/common';
import type { Tx } from '#database';
import type { LogboekRegel } from './logboek.js';

/** Writes table `logboek`; its time is the real clock of the database. */
@Injectable()
export class LogboekRepository {
  async voegToe(tx: Tx, regel: LogboekRegel): Promise<void> {
    const uniek = [...new Set(regel.leerlingIds)];
    const ids = uniek.length === 0 ? [null] : uniek;
    await tx.query(`${RIJEN} unnest($8::bigint[]) as l(id)`, [...waardenVan(regel), ids]);
  }

  async voegGeraaktToe(tx: Tx, regel: Omit<LogboekRegel, 'leerlingIds'>): Promise<void> {
    await tx.query(`${RIJEN} (select leerling_id from pg_temp.geraakt) as l(id)`, waardenVan(regel));
  }
}

const RIJEN = `
insert into logboek (regio_id, wie, rollen, handeling, onderwerp, leerling_id, reden, route)
select $1, $2, $3::text[], $4, $5, l.id, $6, $7 from`;

function waardenVan({ wie, handeling, onderwerp, reden, route }: Omit<LogboekRegel, 'leerlingIds'>): unknown[] {
  return [wie.regioId, `${wie.soort}:${wie.id}`, wie.rollen.map((r) => r.rol), handeling, onderwerp, reden, route];
}
