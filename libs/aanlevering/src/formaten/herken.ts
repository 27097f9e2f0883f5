import { Afkeuring } from '../lezer/kopregel.js';
import type { Ontvanger } from '../lezer/recordlezer.js';
import type { Tekenset } from '../lezer/regels.js';
import type { Bron } from './bron.js';
import { leesCsv, leesUtf16 } from './csv.js';
import type { Formaat } from './formaat.js';
import { isDuo, leesDuo } from './duo-vsv.js';
import { leesEdexml } from './edexml.js';
import { leesOneroster } from './oneroster.js';
import { isRod, leesRod } from './rod.js';
import { leesXlsx } from './xlsx.js';
import { Zip } from './zip.js';

/** What the sender said about the bytes. */
export interface Opgave {
  /** Null: the content tells. */
  formaat: Formaat | null;
  tekenset: Tekenset;
  /** Who delivers; a report about another school says nothing about this one. */
  school?: string;
}

/** How a file is read. Each step of `lees` is a point at which what was read may be sent on. */
export interface Leeswijze {
  formaat: Formaat;
  lees(uit: Ontvanger): AsyncGenerator<void>;
}

const ZIP = '504b0304';
const LEEG_ZIP = '504b0506';
/** The container of .xls, and of an .xlsx with a password. */
const OLE = 'd0cf11e0';

/**
 * Chooses how to read a file by its first bytes, never by its name or media type: senders get those wrong. Order: UTF-16
 * by its mark, a zip by its parts (a workbook, or a OneRoster bundle with its manifest), XML by its first character, ROD by
 * the kind of its first record, a report of DUO by its column names. Everything else is the contract's own CSV.
 * @throws Afkeuring formaatAnders when the sender named a format and the content is another; excelOud · formaatOnbekend
 */
export async function herken(bron: Bron, { formaat, ...opgave }: Opgave): Promise<Leeswijze> {
  const wijze = await kies(bron, opgave);
  if (formaat !== null && formaat !== wijze.formaat) throw new Afkeuring('formaatAnders');
  return wijze;
}

type Afzender = Omit<Opgave, 'formaat'>;

async function kies(bron: Bron, afzender: Afzender): Promise<Leeswijze> {
  const begin = await bron.lees(0, Math.min(bron.bytes, 8192));
  const merk = begin.toString('hex', 0, 4);
  if (merk === OLE) throw new Afkeuring('excelOud');
  if (merk === ZIP || merk === LEEG_ZIP) return kiesZip(await Zip.lees(bron));
  if (merk.startsWith('fffe') || merk.startsWith('feff')) {
    const volgorde = merk.startsWith('fffe') ? 'le' : 'be';
    return { formaat: 'csv', lees: (uit) => leesUtf16(bron, uit, volgorde) };
  }
  return kiesTekst(
    bron,
    begin
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, '')
      .trimStart(),
    afzender,
  );
}

function kiesTekst(bron: Bron, begin: string, { tekenset, school }: Afzender): Leeswijze {
  const kop = begin.split(/[\r\n]/, 1)[0] ?? '';
  if (kop.startsWith('<')) return { formaat: 'edexml', lees: (uit) => leesEdexml(bron, uit, school) };
  if (isRod(kop)) return { formaat: 'rod', lees: (uit) => leesRod(bron, uit, { tekenset, school }) };
  if (isDuo(kop)) return { formaat: 'duo-vsv', lees: (uit) => leesDuo(bron, uit, { tekenset, school }) };
  return { formaat: 'csv', lees: (uit) => leesCsv(bron, uit, tekenset) };
}

function kiesZip(zip: Zip): Leeswijze {
  if (zip.heeft('[Content_Types].xml') || zip.heeft('xl/workbook.xml')) {
    return { formaat: 'xlsx', lees: (uit) => leesXlsx(zip, uit) };
  }
  if (zip.heeft('manifest.csv')) return { formaat: 'oneroster', lees: (uit) => leesOneroster(zip, uit) };
  throw new Afkeuring('formaatOnbekend');
}
