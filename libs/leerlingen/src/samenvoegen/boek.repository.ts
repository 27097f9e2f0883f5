import type { Tx } from '#database';
import { binden } from './binden.js';
import * as sql from './boek.sql.js';
import { kolomVan, VERSIE, type Hangtabel, type Samenvoeging } from './hangtabel.js';

/** The book of a merge: what each row was, so that it can be undone. Works on any table that a Hangtabel describes. */

/** Runs one statement with the binds of this merge. */
export async function voer<R = unknown>(tx: Tx, s: Samenvoeging, tekst: string, extra?: unknown): Promise<R[]> {
  const { tekst: vraag, waarden } = binden(tekst, s, extra);
  return tx.query<R[]>(vraag, waarden);
}

/** Remembers every row of this table that hangs on the two. Before anything moves. */
export async function onthoud(tx: Tx, s: Samenvoeging, h: Hangtabel): Promise<void> {
  await voer(tx, s, sql.onthoudSql(h));
}

/** Moves the rows; of what there can be one of, the better one stays. */
export async function verplaats(tx: Tx, s: Samenvoeging, h: Hangtabel): Promise<void> {
  const kolom = kolomVan(h);
  if (kolom === null) return;
  if (h.uniek !== undefined) {
    const { vult = [], verwijzers = [] } = h.uniek;
    for (const paar of await voer<{ weg: object; houd: object }>(tx, s, sql.parenSql(h, h.uniek))) {
      if (vult.length > 0) await voer(tx, s, sql.vulSql(h, vult), paar);
      for (const verwijzer of verwijzers) await voer(tx, s, sql.wijsOmSql(verwijzer), paar);
      await voer(tx, s, sql.neemWegSql(h), paar);
    }
  }
  await voer(tx, s, sql.verplaatsSql(h, kolom));
}

/** Remembers how the merge left them. After everything moved. */
export async function legVast(tx: Tx, s: Samenvoeging, h: Hangtabel): Promise<void> {
  await voer(tx, s, sql.naSql(h));
  if (h.gaatMee !== undefined) await voer(tx, s, sql.gingMeeSql(h));
  if (h.afgeleid === undefined) await voer(tx, s, sql.vergeetGelijkeSql(h));
}

/**
 * Brings the rows back as they hung; what changed since stays changed. What came since goes to whom it is of as soon as
 * the rows of that one are back, so that it is in the way of nothing that the other gets back.
 */
export async function zetTerug(tx: Tx, s: Samenvoeging, h: Hangtabel): Promise<void> {
  const geheim = new Set([VERSIE, ...(h.geheim ?? [])]);
  const alle = await tx.query<{ naam: string }[]>(sql.KOLOMMEN, [h.tabel]);
  const kolommen = alle.map((k) => k.naam).filter((k) => !geheim.has(k));
  const anders = kolommen.filter((k) => k !== 'regio_id');
  await voer(tx, s, sql.zetTerugSql(h, anders, true));
  if (h.uniek === undefined) await verdeelLatere(tx, s, h);
  await voer(tx, s, sql.zetTerugSql(h, anders, false));
  if (h.uniek === undefined && h.gaatMee === undefined) return;
  await voer(tx, s, sql.herstelWegSql(h, kolommen));
  await verdeelLatere(tx, s, h);
}

async function verdeelLatere(tx: Tx, s: Samenvoeging, h: Hangtabel): Promise<void> {
  const kolom = kolomVan(h);
  if (h.later !== undefined && kolom !== null) await voer(tx, s, sql.verdeelLatereSql(h, kolom, h.later));
}
