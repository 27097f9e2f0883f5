import { maakZip } from './zip.js';

/** A cell as a spec writes it: text, or raw XML of `<c>` after its reference (`s="1"><v>39903</v>`). */
export type Cel = string | { ruw: string };

const KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PAKKET = 'http://schemas.openxmlformats.org/package/2006/relationships';
const BLAD = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STIJLEN = `<styleSheet xmlns="${BLAD}"><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-413]d\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="000000"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** Styles of the cells in `maakXlsx`. */
export const STIJL = { gewoon: 0, datum: 1, langeDatum: 2, zesCijfers: 3 } as const;

export interface Xlsxopties {
  /** Texts in the cells themselves instead of in the shared list. */
  inCellen?: boolean;
  /** Parts to add or replace. */
  delen?: Readonly<Record<string, string>>;
  vanaf1904?: boolean;
  /** Not packed. */
  los?: boolean;
}

/** A workbook of one sheet. */
export function maakXlsx(rijen: readonly (readonly Cel[])[], opties: Xlsxopties = {}): Buffer {
  const teksten: string[] = [];
  const plekken = new Map<string, number>();
  const nummer = (tekst: string): number => {
    const bekend = plekken.get(tekst);
    if (bekend !== undefined) return bekend;
    plekken.set(tekst, teksten.length);
    return teksten.push(tekst) - 1;
  };
  const cel = (waarde: Cel, plek: string): string => {
    if (typeof waarde !== 'string') return `<c r="${plek}" ${waarde.ruw}</c>`;
    if (waarde === '') return '';
    if (opties.inCellen === true) return `<c r="${plek}" t="inlineStr"><is><t>${xml(waarde)}</t></is></c>`;
    return `<c r="${plek}" t="s"><v>${nummer(waarde)}</v></c>`;
  };
  const blad = rijen
    .map((rij, i) => `<row r="${i + 1}">${rij.map((waarde, k) => cel(waarde, `${letters(k)}${i + 1}`)).join('')}</row>`)
    .join('\n');
  const delen = {
    '[Content_Types].xml': `${KOP}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${KOP}<Relationships xmlns="${PAKKET}"><Relationship Id="rId1" Type="${RELATIES}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${KOP}<workbook xmlns="${BLAD}" xmlns:r="${RELATIES}"><workbookPr${opties.vanaf1904 === true ? ' date1904="1"' : ''}/><sheets><sheet name="Leeg" sheetId="7" state="hidden" r:id="rId9"/><sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${KOP}<Relationships xmlns="${PAKKET}"><Relationship Id="rId1" Type="${RELATIES}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIES}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="${RELATIES}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${KOP}<worksheet xmlns="${BLAD}"><dimension ref="A1"/><sheetData>${blad}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `${KOP}<sst xmlns="${BLAD}">${teksten.map((tekst) => `<si><t xml:space="preserve">${xml(tekst)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `${KOP}${STIJLEN}`,
  };
  return maakZip({ ...delen, ...opties.delen }, opties.los !== true);
}

/** 0 → A, 27 → AB. */
function letters(kolom: number): string {
  const voor = Math.floor(kolom / 26);
  return (voor > 0 ? letters(voor - 1) : '') + String.fromCharCode(65 + (kolom % 26));
}

function xml(tekst: string): string {
  return tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
