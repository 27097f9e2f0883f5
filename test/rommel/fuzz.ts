import {
  Afdruk,
  Afkeuring,
  herken,
  maakZip,
  Zip,
  Rijschrijver,
  uitGeheugen,
  type Gesneden,
  type Kopregel,
  type Ontvanger,
  type Tekenset,
} from '#aanlevering/test';
import { createHash } from 'node:crypto';
import { muteer } from './muteer.js';
import { kolommenVan, maakRommel, VORMEN } from './vormen.js';
import { Zaad } from './zaad.js';

/** What came of reading one damaged file. */
export interface Leesuitslag {
  /** Code of the rejection, or null when it was read to its end. */
  afkeuring: string | null;
  rijen: number;
  slecht: number;
}

/** Other formats, of people who do not exist. */
const ANDERE = [
  '#BRIN;BURGERSERVICENUMMER;ACHTERNAAM;GEBOORTEDATUM;CREBO;DATUM_UITSCHRIJVING\r\n99ZZ;123456782;Proef;01-02-2008;25180;\r\n99ZZ;;"Pro;ef";1-2-2008;25180;01-03-2026\r\n',
  'SLR;1;1;1;;;;\r\nPER;1;123456782;1-2-2008;M;;;\r\nISG;1;;1;1-8-2025;31-7-2028;1-3-2026;7\r\nISP;1;;1;1-8-2025;25180;BOL;\r\nISG;1;;2;1-8-2024;31-7-2028;;\r\nVLP;99ZZ;;;;;;\r\n',
  '<?xml version="1.0"?>\n<EDEX><groepen><groep key="g"><naam>4C</naam></groep></groepen><leerlingen><leerling key="1"><achternaam>Proef</achternaam><bsn>123456782</bsn></leerling>\n<leerling key="2"><geslacht>1</geslacht><groep key="g"/></leerling></leerlingen></EDEX>',
];
const BUNDEL = {
  'manifest.csv': 'propertyName,value\noneroster.version,1.1\n',
  'users.csv':
    'sourcedId,status,role,givenName,familyName,identifier\nu1,active,student,Roep,"Pro,ef",1\nu2,,student,Roep,Proef,\n',
  'demographics.csv': 'userSourcedId,birthdate,sex\nu1,2008-02-01,male\n',
  'classes.csv': 'sourcedId,title\nk1,4C\n',
  'enrollments.csv': 'sourcedId,classSourcedId,userSourcedId\ne1,k1,u1\n',
};

/** Bytes to damage, and what makes a file of them again. */
export interface Zaaigoed {
  bytes: Buffer;
  pakIn(bytes: Buffer): Buffer;
}

/** Files that are damaged: every form, as messy as schools make it; of a workbook also its parts, one by one. */
export async function zaaigoed(zaad: Zaad): Promise<Zaaigoed[]> {
  const goed: Zaaigoed[] = ANDERE.map((tekst) => ({ bytes: Buffer.from(tekst), pakIn: (kapot) => kapot }));
  goed.push(...(await delenVan(maakZip(BUNDEL))));
  for (const vorm of VORMEN) {
    const rijen = maakRommel(vorm, zaad, 1, 0);
    const { bytes } = vorm.schrijf(rijen, kolommenVan(rijen, zaad), zaad);
    goed.push({ bytes, pakIn: (kapot) => kapot });
    if (bytes.toString('latin1', 0, 2) === 'PK') goed.push(...(await delenVan(bytes)));
  }
  return goed;
}

async function delenVan(bestand: Buffer): Promise<Zaaigoed[]> {
  const zip = await Zip.lees(uitGeheugen(bestand));
  const delen: Record<string, Buffer> = {};
  for (const naam of zip.namen) {
    const stukken: Buffer[] = [];
    for await (const stuk of zip.open(naam)) stukken.push(stuk);
    delen[naam] = Buffer.concat(stukken);
  }
  return Object.entries(delen)
    .filter(([naam]) => naam.startsWith('xl/') || naam.endsWith('.csv'))
    .map(([naam, bytes]) => ({ bytes, pakIn: (kapot) => maakZip({ ...delen, [naam]: kapot }) }));
}

/** A damaged file, always the same for the same number. */
export function beschadigd(goed: readonly Zaaigoed[], nummer: number): { bytes: Buffer; tekenset: Tekenset } {
  const zaad = new Zaad(nummer * 7919 + 1);
  const { bytes, pakIn } = zaad.kies(goed);
  return { bytes: pakIn(muteer(bytes, zaad)), tekenset: zaad.kies(['open', 'open', 'utf8', 'windows1252'] as const) };
}

/** Passes on, and fails on what may never be: a row without a line of its own, or without exactly the fields of the header. */
class Toezicht implements Ontvanger {
  kopregel: Kopregel | undefined;
  rijen = 0;
  slechte = 0;
  private vorige = 1;

  constructor(private readonly verder: Ontvanger) {}

  kop(kop: Kopregel): void {
    if (this.kopregel !== undefined) throw new Error('A second header.');
    this.kopregel = kop;
    this.verder.kop(kop);
  }

  record(regel: number, bron: Buffer, snede: Gesneden, tekenset: Tekenset): void {
    this.volgt(regel);
    if (snede.aantal !== this.kopregel?.velden.length) throw new Error('A row of another width than the header.');
    this.rijen += 1;
    this.verder.record(regel, bron, snede, tekenset);
  }

  slecht(...[regel, fout, bron, van, tot]: Parameters<Ontvanger['slecht']>): void {
    this.volgt(regel);
    this.slechte += 1;
    this.verder.slecht(regel, fout, bron, van, tot);
  }

  private volgt(regel: number): void {
    if (this.kopregel === undefined) throw new Error('A row before the header.');
    if (!Number.isInteger(regel) || regel <= this.vorige) throw new Error('Two rows on one line.');
    this.vorige = regel;
  }
}

/**
 * Reads a file up to the rows that go to the database. @throws Error on anything but a rejection with a code: that would
 * have been a delivery that is stuck.
 */
export async function leesEens(bytes: Buffer, tekenset: Tekenset): Promise<Leesuitslag> {
  const schrijver = new Rijschrijver(
    (pgn) => createHash('sha256').update(pgn).digest(),
    () => new Afdruk(Buffer.alloc(32), ''),
  );
  const toezicht = new Toezicht(schrijver);
  let afkeuring: string | null = null;
  try {
    const wijze = await herken(uitGeheugen(bytes), { formaat: null, tekenset });
    for await (const _ of wijze.lees(toezicht));
  } catch (fout) {
    if (!(fout instanceof Afkeuring)) throw fout;
    afkeuring = fout.code;
  }
  const { rijen, slechte: slecht } = toezicht;
  if (schrijver.records !== rijen + slecht || schrijver.buffer.rijen !== rijen + slecht)
    throw new Error('Rows do not add up.');
  if (afkeuring === null && toezicht.kopregel === undefined) throw new Error('A file without a header was read.');
  return { afkeuring, rijen, slecht };
}
