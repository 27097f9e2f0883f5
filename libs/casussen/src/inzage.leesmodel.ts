import type { Tx } from '#database';
import { ORGANISATIE } from '#toegang';
import { Injectable } from '@nestjs/common';

export interface InzageRij {
  id: string;
  gezienOp: Date;
  handeling: string;
  onderwerp: string;
  doel: string;
  organisatie: string | null;
  rollen: string[];
}

/** Who has seen a youngster, from the logboek. Ids rise in the order of writing, so a page never shifts. */
@Injectable()
export class InzageLeesmodel {
  /** Who a leerling is now, after every merge; the rows of before stand under who it was. */
  async huidig(tx: Tx, regioId: number, leerlingId: string): Promise<string> {
    const [rij] = await tx.query<{ id: string }[]>('select huidige_leerling($1, $2)::text as id', [
      regioId,
      leerlingId,
    ]);
    return rij?.id ?? leerlingId;
  }

  /** @param voor only rows before this id; null from the newest on */
  async gezien(tx: Tx, regioId: number, leerlingId: string, voor: string | null, aantal: number): Promise<InzageRij[]> {
    return tx.query<InzageRij[]>(GEZIEN, [regioId, leerlingId, voor, aantal]);
  }
}

const GEZIEN = `
select g.id, g.op as "gezienOp", g.handeling, g.onderwerp, g.reden as doel, g.rollen, coalesce(o.organisatie, k.organisatie) as organisatie
  from logboek g
  left join lateral (
    select ${ORGANISATIE} as organisatie from medewerker m
     where m.regio_id = g.regio_id and g.wie like 'medewerker:%' and m.id::text = substr(g.wie, 12)) o on true
  left join lateral (
    select string_agg(s.naam, ', ' order by s.naam) as organisatie from client c join school s on s.regio_id = c.regio_id and s.code = any (c.scholen)
     where c.regio_id = g.regio_id and g.wie = 'client:' || c.id) k on true
 where g.regio_id = $1 and g.leerling_id = any (array(select leerling_met_voorgangers($1, $2))) and g.handeling <> 'weigeren' and ($3::bigint is null or g.id < $3)
 order by g.id desc limit $4`;
