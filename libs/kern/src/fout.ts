/** What kind of refusal an error is; the API maps each kind to one HTTP status. */
export type FoutSoort =
  | 'ongeldig'
  | 'nietAangemeld'
  | 'verboden'
  | 'nietGevonden'
  | 'conflict'
  | 'voorwaardeMislukt'
  | 'duurdeTeLang'
  | 'teGroot'
  | 'teVeel'
  | 'nietBeschikbaar';

/** One wrong field of an input: where it is, a stable code, and a Dutch sentence that says how to mend it. */
export interface VeldFout {
  veld: string;
  code: string;
  tekst: string;
}

export interface FoutExtra {
  fouten?: VeldFout[];
  /** The current state of what the caller tried to change, for 409 and 412. */
  huidig?: unknown;
  /** The versie that the caller wanted to change, beside the present one in `huidig`. */
  gelezenVersie?: number;
  /** Seconds after which trying again makes sense, for 429 and 503. */
  opnieuwNaS?: number;
}

/**
 * The only error that a user may see. `code` is stable and camelCase; the message is a Dutch sentence that says what to
 * do next. It never holds a PGN, a name or free text of a person.
 */
export class DomeinFout extends Error {
  constructor(
    readonly soort: FoutSoort,
    readonly code: string,
    tekst: string,
    readonly extra: FoutExtra = {},
  ) {
    super(tekst);
    this.name = 'DomeinFout';
  }
}

/** Not there, or not for this asker: the same words for both, so that nobody learns which (toegang.md 1). */
export function nietGevonden(): DomeinFout {
  return new DomeinFout('nietGevonden', 'nietGevonden', 'Dit bestaat niet, of u mag het niet zien.');
}
