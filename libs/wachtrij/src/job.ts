import type { Tx } from '#database';

/** `kort`: many in one transaction, each in a savepoint. `lang`: one at a time, in a queue of its own. */
export type JobLengte = 'kort' | 'lang';

/** A kind of work: the name that is written in the ledger, and how its data is read. */
export interface JobDefinitie<D> {
  /** `lib.wat`, for instance `doorstroom.controleSchool`. A constant: rows in the ledger carry it. */
  readonly naam: string;
  readonly lengte: JobLengte;
  /** How often a worker starts on one row before it goes to dead letter. */
  readonly maxPogingen: number;
  /** Checks the data of a row. What it throws means unreadable: the row goes to dead letter at once. */
  lees(data: unknown): D;
}

/** What a handler may know of the row it works on. `poging` counts from 1. */
export interface OpdrachtInfo {
  id: string;
  /** 0: work of the instance itself. */
  regioId: number;
  poging: number;
}

/**
 * Does one job. The transaction commits the effects and the done mark together; what it throws undoes the effects and
 * is tried again later. It runs at least once: it locks, looks again and then acts.
 */
export interface JobHandler<D> {
  readonly job: JobDefinitie<D>;
  voerUit(tx: Tx, data: D, opdracht: OpdrachtInfo): Promise<void>;
}

/** With the back-off this is about two hours, longer than most outages. */
const STANDAARD_POGINGEN = 8;

const NAAM_RE = /^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/;

const jobregister = new Map<string, JobDefinitie<unknown>>();

/**
 * Declares a job. The worker refuses to start when a declared job has no handler, or more than one.
 * @throws Error when the name is malformed or taken.
 */
export function definieerJob<D>(job: {
  naam: string;
  lengte: JobLengte;
  lees: (data: unknown) => D;
  maxPogingen?: number;
}): JobDefinitie<D> {
  if (!NAAM_RE.test(job.naam)) throw new Error(`Job name «${job.naam}» must look like «lib.wat».`);
  if (jobregister.has(job.naam)) throw new Error(`Job «${job.naam}» is declared twice.`);
  const definitie = { ...job, maxPogingen: job.maxPogingen ?? STANDAARD_POGINGEN };
  jobregister.set(job.naam, definitie);
  return definitie;
}

/** Every job that the loaded libs declare. */
export function alleJobs(): readonly JobDefinitie<unknown>[] {
  return [...jobregister.values()];
}
