/**
 * Columns of the typed work table that `Verwerking` reads: one row per line of the file. aanlevering makes and fills it,
 * unlogged and in schema inname. `rijsleutel` is the row key of intake.md; `status` is filled in, by the rule for a row
 * that has none; `pgn_hash` is null without a PGN or with one that fails its check;
 * `afdruk` is the fingerprint of the line, null when there is a finding on it.
 */
export const WERKTABEL_KOLOMMEN = `
  regel int primary key, goed boolean not null, leerlingnummer text, aanmelding_id text, rijsleutel text, pgn_hash bytea, pgn text,
  achternaam text, voorvoegsel text, roepnaam text, geboortedatum date, geslacht text, postcode text, gemeentecode text,
  adres_geheim boolean, onderwijssoort text, leerweg text, niveau smallint, leerjaar smallint, groep text, opleidingscode text,
  opleiding text, status text, status_datum date, verschenen_op date, bijzonderheid text, begindatum date, einddatum date,
  reden_uitstroom text, examenkandidaat boolean, uitslag text, diplomadatum date, uitstroomprofiel text, vervolgkeuze text,
  aanmelding_brin text, aanmelding_opleidingscode text, aanmeldstatus text, aanmeldstatus_datum date, mentor text, decaan text,
  zorgcoordinator text, warme_overdracht_nodig boolean, afdruk bigint`;
