/** Bytes of one line, or of one record with quoted line breaks, at most. Longer is never data of a pupil. */
export const LANGSTE_REGEL = 1024 * 1024;

/** Bytes of one field that is used, at most: what is longer fits no column, and no index on it. */
export const LANGSTE_VELD = 1000;

/** Why a record could not be cut; the rest of the file is still read. */
export type Bouwfout =
  | 'nulTeken'
  | 'stuurteken'
  | 'regelTeLang'
  | 'veldTeLang'
  | 'aanhalingstekens'
  | 'tekenOnleesbaar'
  | 'tekensetWisselt'
  | 'tekensetAnders'
  | 'celFout'
  | 'formuleZonderWaarde'
  | 'aantalKolommen'
  | 'persoonOntbreekt';

/** How bytes above 127 are read. `open` until the first of them (or a BOM, or the sender) decides. */
export type Tekenset = 'open' | 'utf8' | 'windows1252';

/** The separators that a header may use. */
export const SCHEIDINGSTEKENS = [';', ',', '|', '\t'] as const;
export type Scheidingsteken = (typeof SCHEIDINGSTEKENS)[number];

/** Class of a byte, so that the scanning loop looks up once per byte. */
export const GEWOON = 0;
export const SCHEIDING = 1;
export const AANHALING = 2;
export const LF = 3;
export const CR = 4;
export const HOOG = 5;
export const STUUR = 6;

export const BYTE_LF = 10;
export const BYTE_CR = 13;
export const BYTE_AANHALING = 34;
/** Control-Z: DOS programs end a file with it. */
export const BYTE_DOS_EINDE = 26;

/** The byte classes for one separator. A tab inside a field is text, the other control characters are not. */
export function byteklassen(scheiding: Scheidingsteken): Uint8Array {
  const klassen = new Uint8Array(256);
  klassen.fill(STUUR, 0, 32);
  klassen.fill(HOOG, 128);
  klassen[9] = GEWOON;
  klassen[127] = STUUR;
  klassen[BYTE_LF] = LF;
  klassen[BYTE_CR] = CR;
  klassen[BYTE_AANHALING] = AANHALING;
  klassen[scheiding.charCodeAt(0)] = SCHEIDING;
  return klassen;
}
