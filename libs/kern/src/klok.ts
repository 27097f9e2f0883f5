import type { Datum } from './datum.js';

/**
 * The only source of time. Rules take a date as an argument and get it from here; in an instance of soort proef the
 * date may be fixed (`VANDAAG`).
 */
export abstract class Klok {
  /** A domain instant: its date part follows the test clock, its time of day is real. */
  abstract nu(): Date;

  /** Today in the Netherlands. */
  abstract vandaag(): Datum;

  /** The real clock whatever the test clock says: for tokens, sessions, leases, back-off, job ledger and logboek. */
  echteTijd(): Date {
    return new Date();
  }
}
