import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { NieuwSignaal } from './signaal.js';

/** Writes table `signaal`. */
@Injectable()
export class SignalenRepository {
  /** Opens what is not open yet; gives how many were opened. */
  async open(
    tx: Tx,
    regioId: number,
    nieuw: readonly NieuwSignaal[],
    moment: { peildatum: Datum; nu: Date },
  ): Promise<number> {
    const rijen = await tx.query<{ id: string }[]>(OPEN, [regioId, JSON.stringify(nieuw), moment.peildatum, moment.nu]);
    return rijen.length;
  }

  /** Closes those that are still open; gives how many were closed. */
  async sluit(tx: Tx, regioId: number, ids: readonly string[], sluitreden: string, nu: Date): Promise<number> {
    const [rij] = await tx.query<{ aantal: number }[]>(SLUIT, [regioId, ids, sluitreden, nu]);
    return rij?.aantal ?? 0;
  }
}

// The exam school is that of the traject: the last one that follows the youngster (domain.md 3, «Cohort»). Without a traject
// it is the last one where the youngster was candidate in that schooljaar.
const OPEN = `
insert into signaal (regio_id, leerling_id, traject_id, schooljaar, soort, examenschool, peildatum, geopend_op)
select $1, n."leerlingId", n."trajectId", n.schooljaar, n.soort, coalesce(t.school, k.school), $3, $4
  from jsonb_to_recordset($2::jsonb) as n ("leerlingId" bigint, "trajectId" bigint, schooljaar int, soort text)
  left join traject t on t.regio_id = $1 and t.id = n."trajectId"
  left join lateral (
    select e.school from examenkandidatuur e
     where e.regio_id = $1 and e.leerling_id = n."leerlingId" and e.schooljaar = n.schooljaar
     order by e.laatste_peildatum desc, e.id desc limit 1) k on true
 order by n."leerlingId", n.soort
on conflict (regio_id, leerling_id, schooljaar, soort) where gesloten_op is null and leerling_id is not null do nothing
returning id`;

const SLUIT = `
with dicht as (
  update signaal set gesloten_op = $4, sluitreden = $3
   where regio_id = $1 and id = any ($2::bigint[]) and gesloten_op is null returning id)
select count(*)::int as aantal from dicht`;
