import type { Kolom } from '../kolommen.js';

/**
 * SQL that reads one column: `ruw` gives the text as it is compared and shown, `getypeerd` the value or null. `c` is a
 * reference to the raw column; types come from regular expressions and `make_date`, never from DateStyle or a cast that
 * could fail.
 */
export function ruwe(kolom: Kolom, v: string): string {
  switch (kolom.soort) {
    case 'nummer':
      return zonderKomma(v);
    case 'datum':
      return iso(v);
    case 'tekst':
      return `left(${v}, 200)`;
    case 'code':
    case 'jaNee':
      return `lower(${v})`;
    case 'getal':
      return zonderKomma(v);
    case 'bijzonder':
      return BIJZONDER_RUW[kolom.naam]?.(v) ?? v;
  }
}

/** The typed value of a column over its raw text `c`; null when it cannot be read. */
export function getypeerd(kolom: Kolom, c: string): string {
  switch (kolom.soort) {
    case 'nummer':
    case 'tekst':
      return c;
    case 'datum':
      return datum(c);
    case 'code':
      return keuze(
        c,
        (kolom.waarden ?? []).map((waarde) => [waarde.toLowerCase(), `'${waarde}'`]),
      );
    case 'jaNee':
      return keuze(c, [
        ['j', 'true'],
        ['n', 'false'],
        ['ja', 'true'],
        ['nee', 'false'],
      ]);
    case 'getal':
      return `case when ${c} ~ '^[1-9]$' then ${c}::smallint end`;
    case 'bijzonder':
      return BIJZONDER_TYPE[kolom.naam]?.(c) ?? c;
  }
}

/** The SQL type of a column of the work table. */
export function sqlType(kolom: Kolom): string {
  if (kolom.soort === 'datum') return 'date';
  if (kolom.soort === 'jaNee') return 'boolean';
  return kolom.soort === 'getal' || kolom.naam === 'niveau' ? 'smallint' : 'text';
}

const BIJZONDER_RUW: Readonly<Record<string, (v: string) => string>> = {
  postcode: (v) => `upper(replace(${v}, ' ', ''))`,
  gemeentecode: (v) => metNullen(v, 4),
  leerweg: (v) => `lower(${v})`,
  niveau: zonderKomma,
  opleidingscode: zonderKomma,
  aanmeldingBrin: (v) => `upper(case when ${v} ~ '^[0-9][A-Za-z]{2}' then '0' || ${v} else ${v} end)`,
};

const BIJZONDER_TYPE: Readonly<Record<string, (c: string) => string>> = {
  postcode: (c) => `case when ${c} ~ '^[1-9][0-9]{3}[A-Z]{2}$' then ${c} end`,
  gemeentecode: (c) => `case when ${c} ~ '^[0-9]{4}$' then ${c} end`,
  leerweg: (c) => `case when ${c} in ('bb', 'kb', 'gl', 'tl', 'havo', 'vwo', 'bol', 'bbl') then ${c} end`,
  niveau: (c) => `case when ${c} in ('1', '2', '3', '4') then ${c}::smallint end`,
  aanmeldingBrin: (c) => `case when ${c} ~ '^[0-9]{2}[A-Z]{2}([0-9]{2})?$' then left(${c}, 4) end`,
};

/** A spreadsheet writes 129 as `129.0`. The cheap test first: nearly no value needs the repair. */
function zonderKomma(v: string): string {
  return `case when ${v} like '%.0' then regexp_replace(${v}, '^([0-9]+)[.]0+$', '\\1') else ${v} end`;
}

function metNullen(v: string, lengte: number): string {
  const schoon = zonderKomma(v);
  return `case when length(${v}) = ${lengte} then ${v} when (${schoon}) ~ '^[0-9]{1,${lengte}}$' then lpad(${schoon}, ${lengte}, '0') else ${v} end`;
}

/** `dd-mm-jjjj` as `jjjj-mm-dd`; anything else stays as it is. */
function iso(v: string): string {
  return `case when substr(${v}, 3, 1) = '-' then substr(${v}, 7) || '-' || substr(${v}, 4, 2) || '-' || left(${v}, 2) else ${v} end`;
}

/** Only dates that exist: the day is compared with the last day of its month before `make_date` sees it. */
function datum(c: string): string {
  const [jaar, maand, dag] = [`left(${c}, 4)::int`, `substr(${c}, 6, 2)::int`, `right(${c}, 2)::int`];
  const laatste = `extract(day from make_date(${jaar}, ${maand}, 1) + interval '1 month' - interval '1 day')`;
  return (
    `case when ${c} ~ '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' then ` +
    `case when ${dag} <= 28 or ${dag} <= ${laatste} then make_date(${jaar}, ${maand}, ${dag}) end end`
  );
}

function keuze(c: string, opties: readonly (readonly [string, string])[]): string {
  return `case ${c} ${opties.map(([van, naar]) => `when '${van}' then ${naar}`).join(' ')} end`;
}
