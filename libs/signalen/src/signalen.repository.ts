import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { NieuwSignaal, Signaalsoort } from './signaal.js';

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

  /** The open signalen of a cohort that are to be said once more on a date, marked as such. */
  async herinner(
    tx: Tx,
    regioId: number,
    schooljaar: number,
    school: string,
    op: Datum,
  ): Promise<{ leerlingId: string; casusId: string | null; soort: Signaalsoort }[]> {
    return tx.query(HERINNER, [regioId, schooljaar, school, op]);
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

// The newest moment that has come; what was opened on it or later was said then.
const HERINNER = `
with gezegd as (
update signaal s set herinnerd_op = $4::date
  from (select h.signaal, max(make_date($2::int + 1, left(h.maand_dag, 2)::int, right(h.maand_dag, 2)::int)) as moment
          from signaleringsherinnering h
         where h.vanaf_schooljaar <= $2 and make_date($2::int + 1, left(h.maand_dag, 2)::int, right(h.maand_dag, 2)::int) <= $4::date
         group by h.signaal) m
 where s.regio_id = $1 and s.schooljaar = $2 and s.gesloten_op is null and s.soort = m.signaal and s.peildatum < m.moment
   and coalesce(s.herinnerd_op < m.moment, true)
   and exists (select from traject t where t.regio_id = $1 and t.id = s.traject_id and t.school = $3)
returning s.leerling_id as "leerlingId", s.casus_id as "casusId", s.soort)
select * from gezegd order by "leerlingId"`;
