import type { Binds } from '#database';
import { heeftRol, type Reden, type Wie } from '#kern';
import { keurKolommen, type Kolommen } from './kolommen.js';
import { Zichtschrijver } from './zichtbaar.sql.js';
import type { Zichtregel } from './zichtregels.sql.js';

/**
 * Need-to-know as one SQL boolean expression (toegang.md 1). It goes into the `where` of every query on rows that belong
 * to a youngster or a school, beside `regio_id = …`: list, search, count, detail and export alike.
 *
 * ```ts
 * const zicht = zichtbaar(wie, { onderwerp: 'traject', leerling: 't.leerling_id', school: 't.school' }, binds);
 * await tx.query(`select … from traject t where t.regio_id = ${binds.bind(wie.regioId)} and ${zicht}`, binds.waarden);
 * ```
 * @returns `true` for the system, `false` for who may see nothing of this subject, otherwise a bracketed condition.
 */
export function zichtbaar(wie: Wie, kolommen: Kolommen, binds: Binds): string {
  if (wie.soort === 'systeem') return 'true';
  return of(zichtregels(wie, kolommen, binds).map((r) => r.sql));
}

/**
 * Whether the name and birth date of a row that is visible may be shown: the same rules, less those that give numbers
 * only (regiocoördinator). Use it in the select list: `case when ${namenZichtbaar(…)} then l.roepnaam end`.
 */
export function namenZichtbaar(wie: Wie, kolommen: Kolommen, binds: Binds): string {
  if (wie.soort === 'systeem') return 'true';
  return of(zichtregels(wie, kolommen, binds, false).map((r) => r.sql));
}

/**
 * The reason for which a visible row may be seen, as a SQL text expression: the first rule that fits, null when none
 * does. For the logboek of a list.
 * @param eerst grounds that count before the others: one who has several must not lose what one of them allows
 */
export function redenVan(wie: Wie, kolommen: Kolommen, binds: Binds, eerst: readonly Reden[] = []): string {
  if (wie.soort === 'systeem') return `'systeem'::text`;
  const alle = zichtregels(wie, kolommen, binds);
  const telt = ({ reden }: Zichtregel): boolean => eerst.includes(reden);
  const regels = [...alle.filter(telt), ...alle.filter((r) => !telt(r))];
  if (regels.length === 0) return 'null::text';
  return `case ${regels.map((r) => `when ${r.sql} then ${binds.bind(r.reden)}::text`).join(' ')} end`;
}

/**
 * Whether every visible row may be shown with its name: not to a regiocoördinator, who has numbers and lists without
 * names. One who also has another role sees names of some rows: `namenZichtbaar` tells per row.
 */
export function toontNamen(wie: Wie): boolean {
  return !heeftRol(wie, 'regiocoordinator');
}

function zichtregels(wie: Wie, kolommen: Kolommen, binds: Binds, metNamenloos = true): Zichtregel[] {
  keurKolommen(kolommen);
  return new Zichtschrijver(wie, binds, metNamenloos).regels(kolommen);
}

function of(delen: string[]): string {
  if (delen.length === 0) return 'false';
  return `(${delen.join(' or ')})`;
}
