/** One merge of two leerlingen that is being done or undone. */
export interface Samenvoeging {
  regioId: number;
  id: string;
  /** The leerling that goes on. */
  blijft: string;
  /** The one that becomes a reference to it. */
  vervalt: string;
  koppelvoorstelId: string;
  /** The employee who decides: `medewerker:<id>`. */
  door: string;
  nu: Date;
}

/** Of which there can be one for a leerling: two leerlingen that each have one keep the better. */
export interface Uniek {
  /** The columns beside leerling_id that make it the same thing. */
  op: readonly string[];
  /** `order by` over alias t that puts the better one first; a tie is for the leerling that goes on. */
  beter: string;
  /** Groups of columns that the better one takes from the other as a whole, where the first of the group is empty. */
  vult?: readonly (readonly [string, ...string[]])[];
  /** Who points at a row of this table, to be turned to the better one. */
  verwijzers?: readonly { tabel: string; kolom: string }[];
}

/**
 * A table of which rows hang on a leerling, as data: what to remember, how to move it and how to bring it back. Names and
 * conditions are constants of the lib that owns the table, never made from input. `:regio :blijft :vervalt` are binds.
 */
export interface Hangtabel {
  tabel: string;
  /** Primary key beside regio_id; without leerling_id where that is part of it (`perLeerling`). */
  sleutel: readonly string[];
  perLeerling?: boolean;
  /** The column that moves; leerling_id unless told. Null: nothing moves by itself, the rows are only remembered. */
  kolom?: string | null;
  /** Which rows hang on the two, over alias t, where that is not `kolom`. */
  waar?: string;
  uniek?: Uniek;
  /** Columns that are never remembered: they are renewed by their owner. */
  geheim?: readonly string[];
  /** Rows go, by cascade, with those of this table (named by this column) that the merge takes out: they come back with them. */
  gaatMee?: { tabel: string; kolom: string };
  /** Computed from other rows: undoing puts them back whatever was computed since. */
  afgeleid?: readonly string[];
  /** Columns that name a row that may be gone by then, with its table: they come back only while it is there. */
  verwijst?: Readonly<Record<string, string>>;
  /** A row of which one of these changed since the merge is left as people made it. */
  tenzij?: readonly string[];
  /** Over alias t, and p as it was: it would be open again, and its leerling has another by now. Such a row is left as it is. */
  bezet?: string;
  /** Which rows (alias t) that came since the merge belong to the one that was merged. */
  later?: string;
}

/** What undoing never writes: raised by a trigger. */
export const VERSIE = 'versie';

export function kolomVan({ kolom }: Hangtabel): string | null {
  return kolom === undefined ? 'leerling_id' : kolom;
}
