/** Which trajecten a statement is about: those of one exam school, or those of these leerlingen. Always bind $3. */
export type Bereik = { soort: 'school'; school: string } | { soort: 'leerlingen'; ids: readonly string[] };

/** The value of bind $3. */
export function bereikWaarde(bereik: Bereik): string | readonly string[] {
  return bereik.soort === 'school' ? bereik.school : bereik.ids;
}

/** The condition on a table that has columns `school` and `leerling_id`. */
export function bereikSql(bereik: Bereik['soort'], tabel: string): string {
  return bereik === 'school' ? `${tabel}.school = $3` : `${tabel}.leerling_id = any ($3::bigint[])`;
}
