import type { Kolom } from '../kolommen.js';

/**
 * SQL that reads one column, in two steps: `ruwe` prepares the text as delivered, `getypeerd` gives the value, or null
 * when it cannot be read. Types come from regular expressions, ranges and `make_date`, never from DateStyle or a cast
 * that could fail. Each value is first tried as the contract writes it; only what differs pays for a repair. Collation C:
 * every code is ASCII, and comparing by the rules of a language costs several times as much.
 */
export function ruwe(kolom: Kolom, v: string): string {
  if (kolom.soort === 'nummer' || kolom.soort === 'getal') return zonderKomma(v);
  if (kolom.soort === 'datum') return datumgetal(v);
  if (kolom.soort === 'telefoon') return zonderOpmaak(v);
  return kolom.naam === 'niveau' || kolom.naam === 'opleidingscode' ? zonderKomma(v) : v;
}

/** The typed value of a column over its prepared text `c`. */
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
        (kolom.waarden ?? []).map((waarde) => [waarde, `'${waarde}'`]),
      );
    case 'jaNee':
      return keuze(c, JA_NEE);
    case 'getal':
      return `case when ${c} ~ ('^[1-9]$' collate "C") then ${c}::smallint end`;
    case 'telefoon':
      return telefoon(c);
    case 'email':
      return `case when length(${c}) <= 254 and ${c} ~ ('^[^@[:space:]<>,;"]+@[^@[:space:]<>,;".]+([.][^@[:space:]<>,;".]+)+$' collate "C") then ${c} end`;
    case 'gezag':
      return keuze(c, GEZAG);
    case 'bijzonder':
      return BIJZONDER[kolom.naam]?.(c) ?? c;
  }
}

/** The SQL type of a column of the work table. */
export function sqlType(kolom: Kolom): string {
  if (kolom.soort === 'datum') return 'date';
  if (kolom.soort === 'jaNee') return 'boolean';
  return kolom.soort === 'getal' || kolom.naam === 'niveau' ? 'smallint' : 'text';
}

/** The SQL type of its prepared text. */
export function ruwType(kolom: Kolom): string {
  return kolom.soort === 'datum' ? 'int' : 'text';
}

const JA_NEE: readonly (readonly [string, string])[] = [
  ['J', 'true'],
  ['N', 'false'],
  ['ja', 'true'],
  ['nee', 'false'],
];

const GEZAG: readonly (readonly [string, string])[] = [
  ...JA_NEE.map(([van, naar]) => [van, naar === 'true' ? `'ja'` : `'nee'`] as const),
  ['onbekend', `'onbekend'`],
];

const POSTCODE = `('^[1-9][0-9]{3}[A-Z]{2}$' collate "C")`;
const LEERWEGEN = ['bb', 'kb', 'gl', 'tl', 'havo', 'vwo', 'bol', 'bbl'];
const BRIN = `('^[0-9]{1,2}[A-Za-z]{2}([0-9]{2})?$' collate "C")`;

const BIJZONDER: Readonly<Record<string, (c: string) => string>> = {
  postcode: (c) => {
    const schoon = `upper(replace(${c}, ' ', '') collate "C")`;
    return `case when ${c} ~ ${POSTCODE} then ${c} when ${schoon} ~ ${POSTCODE} then ${schoon} end`;
  },
  gemeentecode: (c) =>
    `case when ${c} ~ ('^[0-9]{4}$' collate "C") then ${c} when ${c} ~ ('^[0-9]{1,4}([.]0+)?$' collate "C") then lpad(split_part(${c}, '.', 1), 4, '0') end`,
  leerweg: (c) =>
    keuze(
      c,
      LEERWEGEN.map((waarde) => [waarde, `'${waarde}'`]),
    ),
  niveau: (c) =>
    keuze(
      c,
      ['1', '2', '3', '4'].map((waarde) => [waarde, `${waarde}::smallint`]),
    ),
  // A spreadsheet takes the zero off 01AB as well. Only the school counts, not the vestiging.
  aanmeldingBrin: (c) =>
    `case when ${c} ~ ${BRIN} then upper(left(case when ${c} ~ '^[0-9][A-Za-z]' then '0' || ${c} else ${c} end, 4) collate "C") end`,
};

/** A spreadsheet writes 129 as `129.0`. The cheap test first: nearly no value needs the repair. */
function zonderKomma(v: string): string {
  return `case when ${v} like '%.0' then regexp_replace(${v}, '^([0-9]+)[.]0+$', '\\1') else ${v} end`;
}

/** What people put between the digits of a phone number, the zero of `+31 (0)6` and a spreadsheet's `.0` included. */
function zonderOpmaak(v: string): string {
  return `nullif(regexp_replace(replace(regexp_replace(${v}, '[.]0+$', ''), '(0)', ''), '[ ()./-]', '', 'g'), '')`;
}

/**
 * E.164. A Dutch number has nine digits after its zero, which a spreadsheet takes off; any other country must be named.
 * Source: Nummerplan telefoon- en ISDN-diensten.
 */
function telefoon(c: string): string {
  return (
    `case when ${c} ~ ('^0[1-9][0-9]{8}$' collate "C") then '+31' || substr(${c}, 2) ` +
    `when ${c} ~ ('^[1-9][0-9]{8}$' collate "C") then '+31' || ${c} ` +
    `when ${c} ~ ('^([+]|00)?31[1-9][0-9]{8}$' collate "C") then '+31' || right(${c}, 9) ` +
    `when ${c} ~ ('^([+]|00)[1-9][0-9]{7,14}$' collate "C") and ${c} !~ ('^([+]|00)31' collate "C") then '+' || regexp_replace(${c}, '^([+]|00)', '') end`
  );
}

/** Both forms of a date as the number jjjjmmdd; 0 for anything else. */
function datumgetal(v: string): string {
  return (
    `case when ${v} ~ ('^[0-9]{4}-[0-9]{2}-[0-9]{2}$' collate "C") then replace(${v}, '-', '')::int ` +
    `when ${v} ~ ('^[0-9]{2}-[0-9]{2}-[0-9]{4}$' collate "C") then (right(${v}, 4) || substr(${v}, 4, 2) || left(${v}, 2))::int ` +
    `when ${v} is not null then 0 end`
  );
}

/** Only dates that exist; `make_date` never sees another. */
function datum(c: string): string {
  const [jaar, maand, dag] = [`${c} / 10000`, `${c} / 100 % 100`, `${c} % 100`];
  const schrikkel = `(${jaar} % 4 = 0 and (${jaar} % 100 <> 0 or ${jaar} % 400 = 0))`;
  const laatste = `case ${maand} when 2 then case when ${schrikkel} then 29 else 28 end when 4 then 30 when 6 then 30 when 9 then 30 when 11 then 30 else 31 end`;
  return (
    `case when ${c} between 19000101 and 21991231 and ${maand} between 1 and 12 and ${dag} >= 1 ` +
    `and (${dag} <= 28 or ${dag} <= ${laatste}) then make_date(${jaar}, ${maand}, ${dag}) end`
  );
}

function keuze(c: string, opties: readonly (readonly [string, string])[]): string {
  const takken = (vorm: (van: string) => string): string =>
    opties.map(([van, naar]) => `when '${vorm(van)}' then ${naar}`).join(' ');
  return `case ${c} ${takken((van) => van)} else case lower(${c} collate "C") ${takken((van) => van.toLowerCase())} end end`;
}
