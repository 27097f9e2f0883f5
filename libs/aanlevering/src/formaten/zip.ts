import { createInflateRaw, crc32 } from 'node:zlib';
import { Afkeuring } from '../lezer/kopregel.js';
import { stukken, type Bron } from './bron.js';

/** Limits of what is unpacked (toegang.md 6); the first mebibyte is free, since small files pack well. */
export const ZIPGRENZEN = { delen: 50, uitgepakt: 1024 * 1024 * 1024, verhouding: 100, vrij: 1024 * 1024 } as const;

const EIND = 0x06054b50;
const EIND64 = 0x06064b50;
const WIJZER64 = 0x07064b50;
const DEEL = 0x02014b50;
const KOP = 0x04034b50;
const VOL = 0xffffffff;
/** Packed bytes that are blown up at once: at most a thousand times as many come out. */
const HAP = 16 * 1024;

interface Zipdeel {
  methode: number;
  crc: number;
  ingepakt: number;
  plaats: number;
}

/** A zip file of which every part can be read by itself. Nothing that its directory claims is believed. */
export class Zip {
  private uitgepakt = 0;

  private constructor(
    private readonly bron: Bron,
    private readonly delen: ReadonlyMap<string, Zipdeel>,
  ) {}

  /** @throws Afkeuring zipKapot · zipTeGroot · excelWachtwoord */
  static async lees(bron: Bron): Promise<Zip> {
    const staart = await bron.lees(Math.max(0, bron.bytes - 66_000), bron.bytes);
    const { aantal, lengte, plaats } = await vindInhoud(bron, staart);
    if (aantal > ZIPGRENZEN.delen) throw new Afkeuring('zipTeGroot');
    if (lengte > 1024 * 1024 || plaats + lengte > bron.bytes) throw new Afkeuring('zipKapot');
    return new Zip(bron, leesInhoud(await bron.lees(plaats, plaats + lengte), aantal));
  }

  get namen(): string[] {
    return [...this.delen.keys()];
  }

  heeft(naam: string): boolean {
    return this.delen.has(naam);
  }

  /** The unpacked bytes of one part, a piece at a time. @throws Afkeuring zipKapot · zipTeGroot */
  async *open(naam: string): AsyncGenerator<Buffer> {
    const deel = this.delen.get(naam);
    if (deel === undefined) throw new Afkeuring('zipKapot');
    const kop = await this.bron.lees(deel.plaats, deel.plaats + 30);
    if (kop.length < 30 || kop.readUInt32LE(0) !== KOP) throw new Afkeuring('zipKapot');
    const van = deel.plaats + 30 + kop.readUInt16LE(26) + kop.readUInt16LE(28);
    if (van + deel.ingepakt > this.bron.bytes) throw new Afkeuring('zipKapot');
    const invoer = stukken(this.bron, van, van + deel.ingepakt);
    let crc = 0;
    for await (const stuk of deel.methode === 0 ? invoer : blaasUit(invoer)) {
      this.tel(stuk.length);
      crc = crc32(stuk, crc);
      yield stuk;
    }
    if (crc !== deel.crc) throw new Afkeuring('zipKapot');
  }

  private tel(bytes: number): void {
    this.uitgepakt += bytes;
    const meer = this.uitgepakt > Math.max(ZIPGRENZEN.vrij, ZIPGRENZEN.verhouding * this.bron.bytes);
    if (meer || this.uitgepakt > ZIPGRENZEN.uitgepakt) throw new Afkeuring('zipTeGroot');
  }
}

interface Inhoud {
  aantal: number;
  lengte: number;
  plaats: number;
}

async function vindInhoud(bron: Bron, staart: Buffer): Promise<Inhoud> {
  for (let i = staart.length - 22; i >= 0; i -= 1) {
    if (staart.readUInt32LE(i) !== EIND) continue;
    const inhoud = {
      aantal: staart.readUInt16LE(i + 10),
      lengte: staart.readUInt32LE(i + 12),
      plaats: staart.readUInt32LE(i + 16),
    };
    const is64 = inhoud.aantal === 0xffff || inhoud.lengte === VOL || inhoud.plaats === VOL;
    return is64 ? leesEind64(bron, staart, i) : inhoud;
  }
  throw new Afkeuring('zipKapot');
}

/** Some writers note every size in the wide form, however small the file. */
async function leesEind64(bron: Bron, staart: Buffer, eind: number): Promise<Inhoud> {
  if (eind < 20 || staart.readUInt32LE(eind - 20) !== WIJZER64) throw new Afkeuring('zipKapot');
  const plek = Number(staart.readBigUInt64LE(eind - 12));
  const kop = plek + 56 <= bron.bytes ? await bron.lees(plek, plek + 56) : staart.subarray(0, 0);
  if (kop.length < 56 || kop.readUInt32LE(0) !== EIND64) throw new Afkeuring('zipKapot');
  const getal = (van: number): number => Number(kop.readBigUInt64LE(van));
  return { aantal: getal(32), lengte: getal(40), plaats: getal(48) };
}

function leesInhoud(inhoud: Buffer, aantal: number): Map<string, Zipdeel> {
  const delen = new Map<string, Zipdeel>();
  let i = 0;
  for (let n = 0; n < aantal; n += 1) {
    if (i + 46 > inhoud.length || inhoud.readUInt32LE(i) !== DEEL) throw new Afkeuring('zipKapot');
    if ((inhoud.readUInt16LE(i + 8) & 1) === 1) throw new Afkeuring('excelWachtwoord');
    const methode = inhoud.readUInt16LE(i + 10);
    if (methode !== 0 && methode !== 8) throw new Afkeuring('zipKapot');
    const naamTot = i + 46 + inhoud.readUInt16LE(i + 28);
    const extraTot = naamTot + inhoud.readUInt16LE(i + 30);
    const naam = inhoud
      .toString('utf8', i + 46, naamTot)
      .replaceAll('\\', '/')
      .replace(/^\//, '');
    const wijd = leesWijd(inhoud.subarray(naamTot, extraTot), [
      inhoud.readUInt32LE(i + 24),
      inhoud.readUInt32LE(i + 20),
      inhoud.readUInt32LE(i + 42),
    ]);
    delen.set(naam, { methode, crc: inhoud.readUInt32LE(i + 16), ingepakt: wijd[1], plaats: wijd[2] });
    i = extraTot + inhoud.readUInt16LE(i + 32);
  }
  return delen;
}

/** Unpacked size, packed size and place; the ones that are full stand in the extra field, in this order. */
function leesWijd(extra: Buffer, smal: [number, number, number]): [number, number, number] {
  for (let i = 0; i + 4 <= extra.length; i += 4 + extra.readUInt16LE(i + 2)) {
    if (extra.readUInt16LE(i) !== 1) continue;
    let j = i + 4;
    return smal.map((waarde) => {
      if (waarde !== VOL || j + 8 > extra.length) return waarde;
      j += 8;
      return Number(extra.readBigUInt64LE(j - 8));
    }) as [number, number, number];
  }
  return smal;
}

/** Asks for packed bytes only when what came of the last ones is taken: no more than one bite is blown up. */
async function* blaasUit(invoer: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const pomp = createInflateRaw();
  let uit: Buffer[] = [];
  pomp.on('data', (stuk: Buffer) => uit.push(stuk));
  const einde = new Promise<void>((klaar, weiger) => pomp.once('end', klaar).once('error', weiger));
  einde.catch(() => undefined);
  try {
    for await (const stuk of invoer) {
      for (let i = 0; i < stuk.length; i += HAP) {
        const geschreven = new Promise<void>((klaar, weiger) =>
          pomp.write(stuk.subarray(i, i + HAP), (fout) => (fout instanceof Error ? weiger(fout) : klaar())),
        );
        await Promise.race([geschreven, einde]);
        const nu = uit;
        uit = [];
        yield* nu;
      }
    }
    pomp.end();
    await einde;
    yield* uit;
  } catch (fout) {
    if (fout instanceof Afkeuring || !isZlibFout(fout)) throw fout;
    throw new Afkeuring('zipKapot');
  } finally {
    pomp.destroy();
  }
}

function isZlibFout(fout: unknown): boolean {
  const code: unknown = typeof fout === 'object' && fout !== null ? Reflect.get(fout, 'code') : undefined;
  return typeof code === 'string' && code.startsWith('Z_');
}
