import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Wanneer } from '../casus.js';

/** A colleague who observes from now on. */
export interface NieuweWaarneming {
  afwezigeId: string;
  afwezige: string;
  waarnemerId: string;
  waarnemer: string;
  /** First day on which the owner is there again. */
  tot: string;
}

/** Writes who observes for whom (`afwezigheid.waarnemer_id`). */
@Injectable()
export class WaarnemingRepository {
  /** Chooses an observer for everyone who is away and has none that is there; gives what is new. */
  async kies(tx: Tx, regioId: number, { peildatum }: Wanneer): Promise<NieuweWaarneming[]> {
    const [rijen] = await tx.query<[NieuweWaarneming[], number]>(KIES, [regioId, peildatum]);
    return rijen;
  }

  /** The running casussen of these owners of which the next step is due before they are back. */
  async teDoen(
    tx: Tx,
    regioId: number,
    nieuw: readonly NieuweWaarneming[],
  ): Promise<{ casusId: string; leerlingId: string; eigenaarId: string }[]> {
    return tx.query(TE_DOEN, [regioId, nieuw.map((n) => n.afwezigeId), nieuw.map((n) => n.tot)]);
  }
}

// The named replacement when she is there, else who observes already, else the member of a shared team with most room, as in
// routing; the procesbewaker when nobody of the team is there.
const KIES = `
with er as materialized (
  select m.id, m.fte, m.laatst_toegewezen_op, (select count(*) from casus c where c.regio_id = $1 and c.verantwoordelijke_id = m.id and c.loopt) as casussen
    from medewerker m
   where m.regio_id = $1 and m.actief
     and exists (select from medewerker_rol r where r.regio_id = m.regio_id and r.medewerker_id = m.id
                    and r.rol in ('doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'))
     and not exists (select from afwezigheid a where a.regio_id = m.regio_id and a.medewerker_id = m.id and a.van <= $2::date and a.tot > $2::date)),
weg as (
  select a.id, a.medewerker_id, a.vervanger_id, a.waarnemer_id from afwezigheid a
   where a.regio_id = $1 and a.van <= $2::date and a.tot > $2::date
     and exists (select from casus c where c.regio_id = a.regio_id and c.verantwoordelijke_id = a.medewerker_id and c.loopt)),
keuze as (
  select w.id, coalesce(
    (select e.id from er e where e.id = w.vervanger_id),
    (select e.id from er e where e.id = w.waarnemer_id),
    (select e.id from teamlid wij
       join teamlid zij on zij.regio_id = wij.regio_id and zij.team = wij.team
       join team t on t.regio_id = zij.regio_id and t.code = zij.team and (t.geldig_tot is null or t.geldig_tot > $2::date)
       join er e on e.id = zij.medewerker_id and e.fte > 0
      where wij.regio_id = $1 and wij.medewerker_id = w.medewerker_id
      order by e.casussen / (e.fte * t.casussen_per_fte), e.laatst_toegewezen_op nulls first, e.id limit 1),
    (select e.id from regio r join er e on e.id = r.procesbewaker_id where r.id = $1)) as waarnemer_id
    from weg w)
update afwezigheid a set waarnemer_id = k.waarnemer_id
  from keuze k join medewerker m on m.regio_id = $1 and m.id = k.waarnemer_id, medewerker wie
 where a.regio_id = $1 and a.id = k.id and a.waarnemer_id is distinct from k.waarnemer_id and wie.regio_id = $1 and wie.id = a.medewerker_id
returning a.medewerker_id as "afwezigeId", wie.naam as afwezige, m.id as "waarnemerId", m.naam as waarnemer, a.tot`;

const TE_DOEN = `
select c.id as "casusId", c.leerling_id as "leerlingId", c.verantwoordelijke_id as "eigenaarId"
  from unnest($2::bigint[], $3::date[]) as w (id, tot)
  join casus c on c.regio_id = $1 and c.verantwoordelijke_id = w.id and c.loopt and c.vervalt_op < w.tot
 order by c.id`;
