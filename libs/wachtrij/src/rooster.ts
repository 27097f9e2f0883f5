import { CronExpressionParser } from 'cron-parser';
import type { JobDefinitie } from './job.js';

/** A schedule: when which job is put in the ledger. */
export interface Rooster {
  /** Like a job's name: `lib.wat`. */
  readonly naam: string;
  /** Cron pattern of five fields, in the time of the Netherlands. */
  readonly patroon: string;
  /** Once for the instance, or once for each region. */
  readonly voor: 'instantie' | 'elkeRegio';
  /** A period that was missed because everything was down is made up for within this many hours; 0: never. Only the last one. */
  readonly inhalenUren: number;
  readonly job: JobDefinitie<unknown>;
  /** Data of the job, ids only. */
  readonly data: (periode: Date) => unknown;
}

/**
 * Declares a schedule.
 * @throws Error when the pattern is not a cron pattern, or ticks in the hour that the clock may skip.
 */
export function definieerRooster<D>(rooster: {
  naam: string;
  patroon: string;
  voor: 'instantie' | 'elkeRegio';
  inhalenUren: number;
  job: JobDefinitie<D>;
  data: (periode: Date) => D;
}): Rooster {
  const uren = CronExpressionParser.parse(rooster.patroon).fields.hour.values;
  if (uren.includes(2) && uren.length < 24) {
    throw new Error(
      `Schedule ${rooster.naam}: the hour from 2 to 3 is missing or double in the nights when the clock changes.`,
    );
  }
  return rooster;
}

/** The last tick of the schedule at or before this moment: the period that we are in. */
export function periodeVan(patroon: string, moment: Date): Date {
  // prev() is strictly before its start
  const start = new Date(moment.getTime() + 1);
  return CronExpressionParser.parse(patroon, { currentDate: start, tz: 'Europe/Amsterdam' }).prev().toDate();
}
