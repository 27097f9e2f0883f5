import { BijAfsluiten, type BijAfsluitenVulling, type Sluitgrond } from '#casussen';
import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** Whether the trajecten of a youngster allow that the casus is closed. Fills the haak `bijAfsluiten` of casussen. */
@Injectable()
export class SluitgrondRepository implements BijAfsluitenVulling, OnModuleInit {
  constructor(private readonly haak: BijAfsluiten) {}

  onModuleInit(): void {
    this.haak.vul(this);
  }

  async sluitgrond(tx: Tx, regioId: number, leerlingId: string, op: Datum): Promise<Sluitgrond | null> {
    const rijen = await tx.query<{ grond: Sluitgrond | null }[]>(GRONDEN, [regioId, leerlingId, op]);
    if (rijen.some(({ grond }) => grond === null)) return null;
    return rijen[0]?.grond ?? 'nietGevolgd';
  }
}

// The newest traject, and every other one with an open signaal; the newest first. That a school is silent is no reason to close.
const GRONDEN = `
select case when v.aangekomen then 'aangekomen' when v.bestemd then 'bestemd'
            when not v.op_koers or v.onderdrukt = 'verouderd' then null
            when v.onderdrukt is not null then 'onderdrukt' else 'opKoers' end as grond
  from traject t
 cross join lateral doorstroom_vraag($1, t.schooljaar, $3::date, null, array[$2::bigint]) v
 where t.regio_id = $1 and t.leerling_id = $2 and t.gecorrigeerd_op is null and v.traject_id = t.id
   and (t.schooljaar = (select max(n.schooljaar) from traject n where n.regio_id = $1 and n.leerling_id = $2 and n.gecorrigeerd_op is null)
     or exists (select from signaal s where s.regio_id = $1 and s.traject_id = t.id and s.gesloten_op is null))
 order by t.schooljaar desc`;
