/** Ids, codes, dates and instants: no spaces, so no names and no free text. */
const WAARDE_RE = /^[\w.:+/-]{0,64}$/;

/**
 * Refuses job data that is more than ids: the data stands in the ledger for days and is shown to the beheerder.
 * @throws TypeError naming the field, never its value.
 */
export function keurData(soort: string, data: unknown): void {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new TypeError(`The data of job ${soort} must be an object.`);
  }
  for (const [veld, waarde] of Object.entries(data)) {
    const waarden: unknown[] = Array.isArray(waarde) ? waarde : [waarde];
    if (!waarden.every(isId)) throw new TypeError(`Field ${veld} of job ${soort} must hold ids only.`);
  }
}

function isId(waarde: unknown): boolean {
  if (waarde === null || waarde === undefined || typeof waarde === 'boolean') return true;
  return typeof waarde === 'number' ? Number.isFinite(waarde) : typeof waarde === 'string' && WAARDE_RE.test(waarde);
}
