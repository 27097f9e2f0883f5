import { Binds, type Tx } from '#database';
import type { Wie } from '#kern';
import { namenZichtbaar } from '#toegang';
import { Injectable } from '@nestjs/common';
import { CASUSKOLOMMEN_T1 } from './casuszicht.js';

export interface TijdlijnRij {
  id: string;
  soort: string;
  tekst: string;
  gegevens: Record<string, unknown>;
  bron: string;
  door: string;
  casusId: string | null;
  gebeurdOp: Date;
}

const KOLOMMEN = `g.id, g.soort, g.tekst, g.gegevens, g.bron, g.door, g.casus_id as "casusId", g.op as "gebeurdOp"`;

/** Timelines, newest first. Ids rise in the order of adding, so a page never shifts while lines are added. */
@Injectable()
export class TijdlijnLeesmodel {
  /** The youngster of this casus, or null when the asker may not see its timeline. */
  async leerlingVan(tx: Tx, wie: Wie, casusId: string): Promise<string | null> {
    const b = new Binds();
    const [rij] = await tx.query<{ leerlingId: string }[]>(
      `select c.leerling_id as "leerlingId" from casus c
        where c.regio_id = ${b.bind(wie.regioId)} and c.id = ${b.bind(casusId)}::bigint and ${namenZichtbaar(wie, CASUSKOLOMMEN_T1, b)}`,
      b.waarden,
    );
    return rij?.leerlingId ?? null;
  }

  /** @param voor only lines before this id; null from the newest on */
  async vanCasus(
    tx: Tx,
    regioId: number,
    casusId: string,
    voor: string | null,
    aantal: number,
  ): Promise<TijdlijnRij[]> {
    return tx.query<TijdlijnRij[]>(
      `select ${KOLOMMEN} from gebeurtenis g
        where g.regio_id = $1 and g.casus_id = any (array(select casus_met_opgegane($1, $2))) and ($3::bigint is null or g.id < $3) order by g.id desc limit $4`,
      [regioId, casusId, voor, aantal],
    );
  }

  /** The lines of all casussen of a youngster, and those about the youngster alone. */
  async vanLeerling(
    tx: Tx,
    regioId: number,
    leerlingId: string,
    voor: string | null,
    aantal: number,
  ): Promise<TijdlijnRij[]> {
    return tx.query<TijdlijnRij[]>(
      `select ${KOLOMMEN} from gebeurtenis g
        where g.regio_id = $1 and g.leerling_id = any (array(select leerling_met_voorgangers($1, huidige_leerling($1, $2)))) and ($3::bigint is null or g.id < $3) order by g.id desc limit $4`,
      [regioId, leerlingId, voor, aantal],
    );
  }
}
