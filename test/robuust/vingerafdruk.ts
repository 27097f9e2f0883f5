import type { TestDatabase } from '#database/test';

/** Filled by migrations and large, or about the machine and not about the work. */
const NIET = ['kalenderdag', 'migratie', 'werker', 'rooster_beurt'];

/**
 * What every table holds, as a hash per table: two that are equal say that nothing changed at all. Refusals in the
 * logboek are left out: each of them is written, and that is all that a refused request may leave.
 */
export async function alleTabellen({ bron }: TestDatabase): Promise<Record<string, string>> {
  const tabellen = await bron.query<{ naam: string }[]>(
    `select c.oid::regclass::text as naam from pg_class c
      where c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'inname'::regnamespace)
        and c.relname <> all($1::text[]) order by 1`,
    [NIET],
  );
  // Of a stored block its length will do: nothing ever updates one, and a hundred of them are a hundred megabytes.
  const rij = (naam: string): string =>
    naam === 'aanlevering_blok' ? 'row(t.aanlevering_id, t.volgnummer, octet_length(t.inhoud))' : 't';
  const hashes = tabellen.map(
    ({
      naam,
    }) => `select '${naam}' as naam, count(*)::int || ' ' || coalesce(md5(string_agg(${rij(naam)}::text, chr(10) order by ${rij(naam)}::text collate "C")), '') as hash
       from ${naam} t ${naam === 'logboek' ? `where handeling <> 'weigeren'` : ''}`,
  );
  const rijen = await bron.query<{ naam: string; hash: string }[]>(hashes.join(' union all '));
  return Object.fromEntries(rijen.map(({ naam, hash }) => [naam, hash]));
}

/** The tables that differ. */
export function verschil(voor: Record<string, string>, na: Record<string, string>): string[] {
  return [...new Set([...Object.keys(voor), ...Object.keys(na)])].filter((naam) => voor[naam] !== na[naam]).sort();
}
