import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';

/** Periods of schedules, heartbeats of workers. */
@Injectable()
export class RoostersRepository {
  /** The database's clock, the one that all workers share. */
  async nu(tx: Tx): Promise<Date> {
    const [rij] = await tx.query<{ nu: Date }[]>('select clock_timestamp() as nu');
    return rij?.nu ?? new Date();
  }

  /**
   * Claims a period of a schedule. True for exactly one caller per period; for none when it is too late for it, or when
   * the schedule is first seen in it: then it was not missed, it did not exist.
   */
  async neemBeurt(tx: Tx, rooster: string, periode: Date, opTijd: boolean): Promise<boolean> {
    const rijen = await tx.query<{ gemaakt: boolean }[]>(
      `insert into rooster_beurt (rooster, periode, gemaakt)
       select $1, $2, $3 and exists (select from rooster_beurt where rooster = $1)
       on conflict do nothing returning gemaakt`,
      [rooster, periode, opTijd],
    );
    return rijen[0]?.gemaakt ?? false;
  }

  async regios(tx: Tx): Promise<number[]> {
    const rijen = await tx.query<{ id: number }[]>('select id from regio order by id');
    return rijen.map((r) => r.id);
  }

  async klop(tx: Tx, werker: string): Promise<void> {
    await tx.query(`insert into werker (id) values ($1) on conflict (id) do update set gezien_op = clock_timestamp()`, [
      werker,
    ]);
  }

  async meldAf(tx: Tx, werker: string): Promise<void> {
    await tx.query('delete from werker where id = $1', [werker]);
  }

  /** Seconds since any worker was last seen, or null when none ever was. */
  async laatstGezien(tx: Tx): Promise<number | null> {
    const [rij] = await tx.query<{ seconden: number | null }[]>(
      `select extract(epoch from clock_timestamp() - max(gezien_op))::float8 as seconden from werker`,
    );
    return rij?.seconden ?? null;
  }

  /** Removes what nobody will look at any more. Dead rows stay until a person has dealt with them. */
  async ruimOp(tx: Tx, dagen: number): Promise<void> {
    await tx.query(`delete from opdracht where klaar_op < clock_timestamp() - make_interval(days => $1)`, [dagen]);
    await tx.query(
      `delete from rooster_beurt b where op < clock_timestamp() - interval '90 days'
          and exists (select from rooster_beurt n where n.rooster = b.rooster and n.periode > b.periode)`,
    );
    await tx.query(`delete from werker where gezien_op < clock_timestamp() - interval '1 day'`);
  }
}
