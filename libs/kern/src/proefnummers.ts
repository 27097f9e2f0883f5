/**
 * Made-up numbers that pass the elfproef, for trials, tests and benches: never of a person that we know of. `van` and the
 * numbers that are counted are the first eight digits; the ninth makes it right.
 */

/** The first number of the 9999… range, in which no BSN is given out. */
const NOOIT_UITGEGEVEN = 99_990_000;

/** These eight digits with the ninth that makes the elfproef leave `rest` (0 for a BSN, 5 for an onderwijsnummer), or null when there is none. */
export function metElfproef(acht: number, rest = 0): string | null {
  const cijfers = String(acht).padStart(8, '0');
  let som = 11 - rest;
  for (let i = 0; i < 8; i += 1) som += (9 - i) * (cijfers.charCodeAt(i) - 48);
  return som % 11 === 10 ? null : `${cijfers}${som % 11}`;
}

/** One after the other, always the same ones. */
export function* proefnummers(van = NOOIT_UITGEGEVEN): Generator<string, undefined> {
  for (let acht = van; acht < 100_000_000; acht += 1) {
    const nummer = metElfproef(acht);
    if (nummer !== null) yield nummer;
  }
}
