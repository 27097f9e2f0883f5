import { Binds, type Tx } from '#database';
import { scholenVan, type Wie } from '#kern';
import { namenZichtbaar, redenVan, type Kolommen } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { ContactAntwoord } from './leerling.dto.js';

export interface ContactRij {
  soort: ContactAntwoord['soort'];
  naam: string | null;
  telefoon: string | null;
  email: string | null;
  gezag: Exclude<ContactAntwoord['gezag'], undefined> | null;
}

const LEERLING: Kolommen = { onderwerp: 'leerling', leerling: 'l.id', woongemeente: 'l.woongemeente' };

/** How to reach a youngster and the parents. */
@Injectable()
export class ContactenLeesmodel {
  /**
   * What the asker may see: a school only what it delivered itself; with a secret address nobody but the
   * casusverantwoordelijke and the own school (toegang.md 1).
   */
  async van(tx: Tx, wie: Wie, leerlingId: string): Promise<ContactRij[]> {
    const b = new Binds();
    const regio = b.bind(wie.regioId);
    const eigen = `${b.bind(scholenVan(wie, 'zorgcoordinator', 'decaan'))}::text[]`;
    return tx.query<ContactRij[]>(
      `select c.soort, c.naam, c.telefoon, c.email, c.gezag
         from contact c
         join leerling l on l.regio_id = c.regio_id and l.id = c.leerling_id
        cross join lateral (select ${redenVan(wie, LEERLING, b)} as reden) w
        where c.regio_id = ${regio} and c.leerling_id = ${b.bind(leerlingId)}::bigint and ${namenZichtbaar(wie, LEERLING, b)}
          and case when w.reden = 'eigen school' then c.bron_school = any(${eigen})
                   else not l.adres_geheim or w.reden in ('casusverantwoordelijke', 'systeem') end
        order by c.soort`,
      b.waarden,
    );
  }
}
