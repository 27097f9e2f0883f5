import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { OpdrachtFout } from './fout.js';

/** A row that a worker took. `poging` is its claim: another worker that takes the row raises it. */
export interface Claim {
  id: string;
  data: unknown;
  poging: number;
}

/** A row that failed: due again after `uitstelMs`, or dead when that is null. */
export interface Mislukking extends OpdrachtFout {
  id: string;
  uitstelMs: number | null;
}

export interface ClaimVraag {
  soort: string;
  regioId: number;
  /** Rows that are due before this moment instead of now. */
  tot: Date | null;
  bezetMs: number;
}

const OPEN = 'klaar_op is null and dood_op is null';
const VAN_CLAIM = `from unnest($1::bigint[], $2::int[]) as k (id, poging)
                   join opdracht o on o.id = k.id and o.pogingen = k.poging
                  where o.klaar_op is null and o.dood_op is null and o.bezet_tot is not null`;

/** How workers take rows from the ledger and give them back. All times are the database's, the one clock they share. */
@Injectable()
export class ClaimsRepository {
  /** Takes up to `aantal` due rows that nobody has. */
  neemVrije(tx: Tx, vraag: ClaimVraag, aantal: number): Promise<Claim[]> {
    return this.neem(tx, vraag, 'bezet_tot is null', aantal);
  }

  /**
   * Takes one row whose worker is gone: its time is up and it is not locked. Alone, because it may be what ended its
   * worker.
   */
  neemVerlaten(tx: Tx, vraag: ClaimVraag): Promise<Claim[]> {
    return this.neem(tx, vraag, 'bezet_tot < now()', 1);
  }

  private async neem(tx: Tx, vraag: ClaimVraag, wie: string, aantal: number): Promise<Claim[]> {
    const [rijen] = await tx.query<[Claim[], number]>(
      `with keuze as materialized (
         select id from opdracht
          where soort = $1 and coalesce(regio_id, 0) = $2 and ${OPEN} and ${wie} and vanaf <= coalesce($3, now())
          order by vanaf, id limit $4
            for update skip locked)
       update opdracht o
          set pogingen = pogingen + 1, sleutel = null, gestart_op = clock_timestamp(),
              bezet_tot = clock_timestamp() + $5 * interval '1 ms'
         from keuze where o.id = keuze.id
       returning o.id, o.data, o.pogingen as poging`,
      [vraag.soort, vraag.regioId, vraag.tot, aantal, vraag.bezetMs],
    );
    return rijen;
  }

  /**
   * Locks the taken rows until the transaction ends; gives the ids of those that are still ours. It waits instead of
   * skipping: a worker that looks for free rows locks, for a moment, also rows that it then finds to be taken. For a row
   * that another took over it does not wait, since that one raised `pogingen` first.
   */
  async vergrendel(tx: Tx, claims: readonly Claim[]): Promise<Set<string>> {
    const rijen = await tx.query<{ id: string }[]>(`select o.id ${VAN_CLAIM} for no key update of o`, sleutels(claims));
    return new Set(rijen.map((r) => r.id));
  }

  async meldKlaar(tx: Tx, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(
      `update opdracht set klaar_op = clock_timestamp(), bezet_tot = null, fout_code = null, fout_tekst = null
        where id = any($1::bigint[])`,
      [ids],
    );
  }

  async meldMislukt(tx: Tx, rijen: readonly Mislukking[]): Promise<void> {
    if (rijen.length === 0) return;
    await tx.query(
      `update opdracht o
          set bezet_tot = null, fout_code = m.code, fout_tekst = m.tekst,
              vanaf = coalesce(clock_timestamp() + m.uitstel * interval '1 ms', o.vanaf),
              dood_op = case when m.uitstel is null then clock_timestamp() end
         from unnest($1::bigint[], $2::text[], $3::text[], $4::float8[]) as m (id, code, tekst, uitstel)
        where o.id = m.id and o.${OPEN.replace(' and ', ' and o.')}`,
      [rijen.map((r) => r.id), rijen.map((r) => r.code), rijen.map((r) => r.tekst), rijen.map((r) => r.uitstelMs)],
    );
  }

  /** Gives rows back that were taken but not begun, as if they had not been taken. */
  async geefTerug(tx: Tx, claims: readonly Claim[]): Promise<void> {
    if (claims.length === 0) return;
    await tx.query(
      `update opdracht set bezet_tot = null, pogingen = pogingen - 1
        where id in (select o.id ${VAN_CLAIM})`,
      sleutels(claims),
    );
  }

  /** Gives rows back whose batch broke: each is tried alone from now on, since one of them may be the cause. */
  async laatLos(tx: Tx, claims: readonly Claim[]): Promise<void> {
    await tx.query(
      `update opdracht set bezet_tot = clock_timestamp(), pogingen = pogingen - 1
        where id in (select o.id ${VAN_CLAIM})`,
      sleutels(claims),
    );
  }

  /** Every (soort, regio) that has a due row. Walks the index from pair to pair, so a long queue costs nothing. */
  async aanDeBeurt(tx: Tx, tot: Date | null): Promise<{ soort: string; regioId: number }[]> {
    return tx.query<{ soort: string; regioId: number }[]>(
      `with recursive paar as (
         (select soort, coalesce(regio_id, 0) as regio from opdracht where ${OPEN} order by 1, 2 limit 1)
         union all
         select volgende.* from paar cross join lateral (
           select soort, coalesce(regio_id, 0) from opdracht
            where ${OPEN} and (soort, coalesce(regio_id, 0)) > (paar.soort, paar.regio) order by 1, 2 limit 1) volgende)
       select paar.soort, paar.regio as "regioId" from paar
        where exists (select 1 from opdracht
                       where opdracht.soort = paar.soort and coalesce(regio_id, 0) = paar.regio and ${OPEN}
                         and vanaf <= coalesce($1, now()) and (bezet_tot is null or bezet_tot < now()))`,
      [tot],
    );
  }
}

function sleutels(claims: readonly Claim[]): [string[], number[]] {
  return [claims.map((c) => c.id), claims.map((c) => c.poging)];
}
