import { Afkeuring } from '../lezer/kopregel.js';
import type { Ontvanger } from '../lezer/recordlezer.js';
import { Naslag } from './naslag.js';
import { Rijgever } from './rijgever.js';
import { Tekstenlijst } from './tekstenlijst.js';
import { Blad } from './xlsx.blad.js';
import { weergaveVan, zonderCodes, type Weergave } from './xlsx.waarden.js';
import { Xmllezer, type Xmlluisteraar } from './xml.js';
import type { Zip } from './zip.js';

const niets = (): void => undefined;

/**
 * Reads the first visible sheet of a workbook (ECMA-376): what its cells show, never a formula. Yields whenever what was
 * read may be sent on. Memory holds the shared texts, as bytes, and one row.
 * @throws Afkeuring zipKapot · zipTeGroot · teVeelGegevens · xmlKapot · excelKoppelingen, and what a header can be rejected for.
 */
export async function* leesXlsx(zip: Zip, uit: Ontvanger): AsyncGenerator<void> {
  if (zip.namen.some((naam) => /(^|\/)externalLinks\//i.test(naam))) throw new Afkeuring('excelKoppelingen');
  const boek = await leesBoek(zip);
  const map = boek.pad.slice(0, boek.pad.lastIndexOf('/') + 1);
  const verwijst = await leesVerwijzingen(zip, `${map}_rels/${boek.pad.slice(map.length)}.rels`, map);
  const blad = verwijst.perId.geef(boek.blad);
  if (blad === undefined) throw new Afkeuring('zipKapot');
  const teksten = new Tekstenlijst();
  const lijst = verwijst.perSoort.geef('sharedStrings');
  if (lijst !== undefined && zip.heeft(lijst)) await leesDeel(zip, lijst, leestTeksten(teksten));
  const stijlen = verwijst.perSoort.geef('styles');
  const weergaven = stijlen !== undefined && zip.heeft(stijlen) ? await leesStijlen(zip, stijlen) : [];
  const cellen = new Blad({ teksten, weergaven, vanaf1904: boek.vanaf1904 }, new Rijgever(uit));
  const lezer = new Xmllezer(cellen);
  for await (const stuk of zip.open(blad)) {
    lezer.lees(stuk);
    yield;
  }
  lezer.klaar();
  if (!cellen.heeftKop) throw new Afkeuring('leegBestand');
  yield;
}

async function leesDeel(zip: Zip, naam: string, luisteraar: Xmlluisteraar): Promise<void> {
  const lezer = new Xmllezer(luisteraar);
  for await (const stuk of zip.open(naam)) lezer.lees(stuk);
  lezer.klaar();
}

interface Verwijzingen {
  perId: Naslag;
  perSoort: Naslag;
}

/** Relations by id and by the last word of their type. One to another workbook is refused. */
async function leesVerwijzingen(zip: Zip, naam: string, map: string): Promise<Verwijzingen> {
  const perId = new Naslag();
  const perSoort = new Naslag();
  const open = (
    element: string,
    { Id = '', Type = '', Target = '', TargetMode }: Readonly<Record<string, string>>,
  ): void => {
    if (element !== 'Relationship') return;
    const soort = Type.slice(Type.lastIndexOf('/') + 1);
    if (TargetMode === 'External' || soort === 'externalLink') throw new Afkeuring('excelKoppelingen');
    const pad = Target.startsWith('/') ? Target.slice(1) : map + Target;
    perId.bewaar(Id, pad);
    perSoort.bewaar(soort, pad);
  };
  await leesDeel(zip, naam, { open, sluit: niets, tekst: niets });
  return { perId, perSoort };
}

interface Boek {
  pad: string;
  /** Relation of the first sheet that is shown. */
  blad: string;
  vanaf1904: boolean;
}

async function leesBoek(zip: Zip): Promise<Boek> {
  const pad = zip.heeft('_rels/.rels')
    ? ((await leesVerwijzingen(zip, '_rels/.rels', '')).perSoort.geef('officeDocument') ?? 'xl/workbook.xml')
    : 'xl/workbook.xml';
  let blad: string | undefined;
  let vanaf1904 = false;
  const open = (element: string, kenmerken: Readonly<Record<string, string>>): void => {
    if (element === 'workbookPr') vanaf1904 = /^(1|true)$/.test(kenmerken['date1904'] ?? '');
    if (element !== 'sheet' || /hidden/i.test(kenmerken['state'] ?? '')) return;
    blad ??= Object.entries(kenmerken).find(([naam]) => naam.endsWith(':id'))?.[1];
  };
  await leesDeel(zip, pad, { open, sluit: niets, tekst: niets });
  if (blad === undefined) throw new Afkeuring('leegBestand');
  return { pad, blad, vanaf1904 };
}

/** Limits of Excel itself: styles of cells, and characters of a number format. */
const MEESTE_STIJLEN = 65_490;
const LANGSTE_CODE = 255;

/** How each cell style shows a number. */
async function leesStijlen(zip: Zip, naam: string): Promise<Weergave[]> {
  const formaten = new Map<number, Weergave>();
  const weergaven: Weergave[] = [];
  let inCellen = false;
  await leesDeel(zip, naam, {
    open: (element, kenmerken) => {
      if (element === 'cellXfs') inCellen = true;
      const nummer = Number(kenmerken['numFmtId'] ?? 0);
      if (element === 'numFmt') {
        formaten.set(nummer, weergaveVan(nummer, (kenmerken['formatCode'] ?? '').slice(0, LANGSTE_CODE)));
      } else if (element === 'xf' && inCellen) weergaven.push(formaten.get(nummer) ?? weergaveVan(nummer, undefined));
      if (formaten.size > MEESTE_STIJLEN || weergaven.length > MEESTE_STIJLEN) throw new Afkeuring('teVeelGegevens');
    },
    sluit: (element) => {
      if (element === 'cellXfs') inCellen = false;
    },
    tekst: niets,
  });
  return weergaven;
}

/** Gathers the texts that cells refer to, without the reading aid of Asian names. */
function leestTeksten(teksten: Tekstenlijst): Xmlluisteraar {
  let tekst: string | undefined;
  let leest = false;
  let fonetisch = false;
  return {
    open: (naam) => {
      if (naam === 'si') tekst = '';
      if (naam === 'rPh') fonetisch = true;
      leest = naam === 't' && !fonetisch;
    },
    tekst: (deel) => {
      if (leest && tekst !== undefined && tekst.length < 65_536) tekst += deel;
    },
    sluit: (naam) => {
      leest = false;
      if (naam === 'rPh') fonetisch = false;
      if (naam !== 'si' || tekst === undefined) return;
      teksten.voegToe(zonderCodes(tekst));
      tekst = undefined;
    },
  };
}
