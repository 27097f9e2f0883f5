import type { Datum, Schooljaar } from '#kern';

/** What is processed: the good rows of one delivery, in the typed work table that aanlevering made. */
export interface Levering {
  regioId: number;
  aanleveringId: string;
  school: string;
  schooljaar: Schooljaar;
  peildatum: Datum;
  modus: 'volledig' | 'mutaties';
  /** `inname.rij_<aanleveringId>`; columns: WERKTABEL_KOLOMMEN. */
  werktabel: string;
  /**
   * Lines of this delivery that stand there exactly as when they were taken over, and are not in the work table:
   * `(regel, inschrijving_id, leerlingnummer, rijsleutel, onderwijssoort)`; `rest` holds what else this school has that
   * did not vanish before: `(inschrijving_id)`. Null or absent when all lines are in the work table.
   */
  gelijk?: { tabel: string; rest: string; aantal: number } | null;
  nu: Date;
  /**
   * Lines of an earlier delivery of this school, read again because a new leerling hit them (`buitenCohortTreffers`).
   * Takes nothing away, leaves what a newer delivery wrote, and does not count as a delivery of the school.
   */
  herlezing?: boolean;
  /** Contact columns that the file has and the work table with it (CONTACTVELDEN); none: contact stays as it is. */
  contact?: readonly string[];
  /** Rows that only add: what they leave empty takes no contact away. */
  aanvulling?: boolean;
  /** Of lines that are read again: the delivery that is being processed and made them worth it. */
  aanleiding?: string;
}

/** Rows: nieuw + gewijzigd + ongewijzigd + buitenCohort + quarantaine = the good rows that went in. */
export interface Uitkomst {
  nieuw: number;
  gewijzigd: number;
  ongewijzigd: number;
  /** Follow-on rows of who is in no cohort: no leerling was made. */
  buitenCohort: number;
  /** Rows that matching itself kept out; they are `goed = false` in the work table now. */
  quarantaine: number;
  /** Enrolments and applications that were there before and are not in this full delivery. */
  verdwenen: number;
  /** Pairs on which a person was newly asked (rung 4, and numbers or dates that contradict each other). */
  koppelvoorstellen: number;
  /** Leerlingen in `pg_temp.geraakt` up to now in this transaction. */
  geraakt: number;
}

/** What a full delivery would take away, before anything changes; for the gate. */
export interface Verlies {
  /** Enrolments with status ingeschreven of the previous full delivery, without einddatum or diplomadatum. */
  ingeschreven: number;
  /** Those of them that this delivery does not hold, quarantined rows not counted. */
  verdwijnt: number;
}

/** Lines of an earlier delivery that turn out to be about somebody we follow now. */
export interface Treffer {
  aanleveringId: string;
  regels: number[];
}

/** What the steps of one call know beside the delivery itself. */
export interface Verwerkstaat extends Levering {
  /** Gemeente of the school: stands in where no gemeentecode is delivered. */
  gemeente: string;
  /** mbo rows of niveau 1 are candidates here; other mbo rows never are. */
  volgtMbo: boolean;
  /** Peildatum from 1 October to 31 July: J makes a candidacy of its schooljaar. Otherwise J says nothing. */
  inSeizoen: boolean;
  /** Nothing of this school was processed before. */
  eerste: boolean;
  /** Peildatum of the previous full delivery, null when there was none. */
  vorigeVolledig: Datum | null;
}
