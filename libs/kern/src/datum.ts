declare const merk: unique symbol;

/** A Dutch calendar date, `jjjj-mm-dd`, that exists. */
export type Datum = string & { readonly [merk]: true };

const DATUM_RE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is an existing calendar date in the form `jjjj-mm-dd`. */
export function isDatum(tekst: string): tekst is Datum {
  const delen = DATUM_RE.exec(tekst);
  if (delen === null) return false;
  const dag = new Date(`${tekst}T00:00:00Z`);
  return !Number.isNaN(dag.getTime()) && dag.toISOString().startsWith(tekst);
}

/** @throws RangeError when the text is not an existing date `jjjj-mm-dd`. */
export function alsDatum(tekst: string): Datum {
  if (!isDatum(tekst)) throw new RangeError('Geen bestaande datum in de vorm jjjj-mm-dd.');
  return tekst;
}

const AMSTERDAM = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The calendar date in the Netherlands at this instant. */
export function datumInNederland(moment: Date): Datum {
  return alsDatum(AMSTERDAM.format(moment));
}

/** Calendar days later (or earlier, when negative). */
export function plusDagen(datum: Datum, dagen: number): Datum {
  const dag = new Date(`${datum}T00:00:00Z`);
  dag.setUTCDate(dag.getUTCDate() + dagen);
  return alsDatum(dag.toISOString().slice(0, 10));
}
