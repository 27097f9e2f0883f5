/** A stored file that can be read anywhere, a piece at a time. */
export interface Bron {
  readonly bytes: number;
  /** The bytes from `van` up to `tot`, cut off at the end of the file. Ask for no more than fits in memory. */
  lees(van: number, tot: number): Promise<Buffer>;
}

/** Bytes that are read at once. */
const STUK = 1024 * 1024;

/** A part of the file, front to back. */
export async function* stukken(bron: Bron, van = 0, tot = bron.bytes, stuk = STUK): AsyncGenerator<Buffer> {
  for (let i = van; i < tot; i += stuk) yield await bron.lees(i, Math.min(tot, i + stuk));
}

/** A file that is in memory. */
export function uitGeheugen(bytes: Buffer): Bron {
  return { bytes: bytes.length, lees: (van, tot) => Promise.resolve(bytes.subarray(van, tot)) };
}
