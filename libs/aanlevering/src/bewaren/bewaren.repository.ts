import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';

/** On which date the terms are looked up, and from which instant is counted back. */
export interface Bewaarmoment {
  regioId: number;
  vandaag: Datum;
  nu: Date;
}

// Nobody waits for it any more, and its term is over: counted from when it was processed, where that was later.
const voorbij = (soort: 'upload' | 'bevinding'): string =>
  `a.status not in ('ontvangen', 'gecontroleerd', 'wachtOpBevestiging')
          and greatest(a.ontvangen_op, a.verwerkt_op) < bewaren_vanaf('${soort}', $2, $3)`;

/** How long a request may come again under its key: over a day on which nothing worked. */
const SLEUTELDAGEN = 2;

/** Removes what is kept no longer of deliveries; their rows, counts and decisions stay. */
@Injectable()
export class BewarenRepository {
  /**
   * Deliveries of which the file goes, oldest first. One that waits for a person, or for a worker, keeps it: without it
   * nothing can be processed.
   */
  async oudeUploads(tx: Tx, { regioId, vandaag, nu }: Bewaarmoment, hoogstens: number): Promise<string[]> {
    const rijen = await tx.query<{ id: string }[]>(
      `select u.id::text as id from upload u join aanlevering a on a.regio_id = u.regio_id and a.id = u.id
        where u.regio_id = $1 and u.klaar and ${voorbij('upload')}
        order by u.id limit $4`,
      [regioId, vandaag, nu, hoogstens],
    );
    return rijen.map((rij) => rij.id);
  }

  /** With their blocks. */
  async wisUploads(tx: Tx, regioId: number, ids: readonly string[]): Promise<void> {
    await tx.query(`delete from upload where regio_id = $1 and id = any ($2::bigint[])`, [regioId, ids]);
  }

  /** Gives of how many deliveries. Of one that waits they are what the person who decides looks at. */
  async wisBevindingen(tx: Tx, { regioId, vandaag, nu }: Bewaarmoment, hoogstens: number): Promise<number> {
    const [rij] = await tx.query<{ aantal: number }[]>(
      `with oud as materialized (
         select a.id from aanlevering a
          where a.regio_id = $1 and ${voorbij('bevinding')}
            and exists (select from bevinding f where f.regio_id = $1 and f.aanlevering_id = a.id)
          order by a.id limit $4),
       weg as (delete from bevinding f using oud o where f.regio_id = $1 and f.aanlevering_id = o.id)
       select count(*)::int as aantal from oud`,
      [regioId, vandaag, nu, hoogstens],
    );
    return rij?.aantal ?? 0;
  }

  /** Keys of requests: nobody sends the same one again after so long. */
  async wisVerzoeken(tx: Tx, { regioId, nu }: Bewaarmoment): Promise<void> {
    await tx.query(
      `delete from eenmalig_verzoek where regio_id = $1 and op < $2::timestamptz - make_interval(days => $3)`,
      [regioId, nu, SLEUTELDAGEN],
    );
  }

  /** What a delivery would change is shown as long as it waits for a decision. */
  async wisDroogloop(tx: Tx, regioId: number): Promise<void> {
    await tx.query(
      `delete from aanlevering_verschil v using aanlevering a
        where v.regio_id = $1 and a.regio_id = $1 and a.id = v.aanlevering_id and a.status <> 'wachtOpBevestiging'`,
      [regioId],
    );
  }
}
