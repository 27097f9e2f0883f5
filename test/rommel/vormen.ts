import { kandidaatrij, maakXlsx, STIJL, type Cel, type Exportrij, type Tekenset } from '#aanlevering/test';
import { gzipSync } from 'node:zlib';
import { ROMMEL, waarheidVan, type Rommelsoort, type Waarheid } from './soorten.js';
import type { Zaad } from './zaad.js';

/** A row of the file that is made: the row, what is wrong with it, and what must come of it. */
export interface Rommelrij {
  rij: Exportrij;
  soort: Rommelsoort | null;
  waarheid: Waarheid;
}

/** A file with, for each row, the line on which it stands. */
export interface Rommelbestand {
  bytes: Buffer;
  regels: number[];
}

/** How a school writes its file. */
export interface Vorm {
  naam: string;
  tekenset?: Tekenset;
  /** Whether this kind of mess can be written so. */
  kan(soort: Rommelsoort): boolean;
  schrijf(rijen: readonly Rommelrij[], kolommen: readonly string[], zaad: Zaad): Rommelbestand;
}

/** Every kind of mess that this form can hold, `keer` times, among clean rows: so few faults that the gate lets it through. */
export function maakRommel(vorm: Vorm, zaad: Zaad, keer = 1, schoon = 12): Rommelrij[] {
  const soorten = ROMMEL.filter((soort) => vorm.kan(soort)).flatMap((soort) => Array<Rommelsoort>(keer).fill(soort));
  const weg = soorten.filter((soort) => soort.geweigerd === true).length;
  const vol = Array<null>(weg * schoon).fill(null);
  return zaad.schud([...soorten, ...vol]).map((soort, n) => {
    const rij = soort === null ? kandidaatrij(n) : soort.maak(n);
    const waarheid = soort === null ? { opgeslagen: rij } : waarheidVan(soort, rij);
    return { rij, soort, waarheid };
  });
}

/** Columns of all rows, in any order, in any case, one of them nobody knows. */
export function kolommenVan(rijen: readonly Rommelrij[], zaad: Zaad): string[] {
  return zaad.schud([...new Set(rijen.flatMap(({ rij }) => Object.keys(rij))), 'schoenmaat']);
}

const inEenGeval = (naam: string, zaad: Zaad): string => zaad.kies([naam, naam.toUpperCase(), naam.toLowerCase()]);

interface Csvopties {
  scheiding?: string;
  einden?: readonly string[];
  voor?: string;
  altijdQuotes?: boolean;
  codeer?: (tekst: string) => Buffer;
}

function csv(naam: string, opties: Csvopties = {}, anders: Partial<Vorm> = {}): Vorm {
  const { scheiding = ';', einden = ['\n'], voor = '', altijdQuotes = false, codeer = Buffer.from } = opties;
  const veld = (waarde: string): string =>
    altijdQuotes || /["\n;,|\t]/.test(waarde) ? `"${waarde.replaceAll('"', '""')}"` : waarde;
  return {
    naam,
    kan: () => true,
    schrijf: (rijen, kolommen, zaad) => {
      const einde = (): string => zaad.kies(einden);
      let tekst = `${voor}${kolommen.map((kolom) => inEenGeval(kolom, zaad)).join(scheiding)}${einde()}`;
      let regel = 2;
      const regels = rijen.map(({ rij, soort }) => {
        if (zaad.getal(20) === 0) {
          tekst += einde();
          regel += 1;
        }
        const velden = kolommen.map((kolom) => veld(rij[kolom] ?? ''));
        const geheel = velden.join(scheiding);
        tekst += (soort?.regel?.(geheel, scheiding) ?? geheel) + einde();
        const plaats = regel;
        regel += 1 + (geheel.split('\n').length - 1);
        return plaats;
      });
      return { bytes: codeer(tekst), regels };
    },
    ...anders,
  };
}

const zonderUnicode = { kan: (soort: Rommelsoort) => soort.unicode !== true };
/** A control character in UTF-16 is one in text as well; in a workbook there is no line to break. */
const BLADROMMEL = new Set(['a field too many']);

function xlsx(naam: string, opties: { inCellen?: boolean; getypeerd?: boolean }): Vorm {
  const cel = (waarde: string): Cel => {
    if (opties.getypeerd !== true) return waarde;
    if (/^\d{4}-\d{2}-\d{2}$/.test(waarde)) {
      const [jaar = 0, maand = 0, dag = 0] = waarde.split('-').map(Number);
      return { ruw: `s="${STIJL.datum}"><v>${Date.UTC(jaar, maand - 1, dag) / 86_400_000 + 25_569}</v>` };
    }
    return /^[1-9]\d*(\.0)?$/.test(waarde) ? { ruw: `><v>${waarde}</v>` } : waarde;
  };
  return {
    naam,
    kan: (soort) => soort.regel === undefined || BLADROMMEL.has(soort.naam),
    schrijf: (rijen, kolommen, zaad) => {
      const blad: Cel[][] = [kolommen.map((kolom) => inEenGeval(kolom, zaad))];
      const regels = rijen.map(({ rij, soort }) => {
        if (zaad.getal(20) === 0) blad.push([]);
        const cellen = kolommen.map((kolom) => cel(rij[kolom] ?? ''));
        return blad.push(soort?.regel === undefined ? cellen : [...cellen, 'x']);
      });
      return { bytes: maakXlsx(blad, opties), regels };
    },
  };
}

/** The forms that files come in. */
export const VORMEN: readonly Vorm[] = [
  csv('CSV ;'),
  csv('CSV , with CRLF and a byte order mark', { scheiding: ',', einden: ['\r\n'], voor: '\ufeff' }),
  csv(
    'CSV | with every field quoted',
    { scheiding: '|', altijdQuotes: true },
    {
      kan: (soort) =>
        soort.naam !== 'a quote that is never closed' && soort.naam !== 'a control character' && soort.naam !== 'a NUL',
    },
  ),
  csv('CSV tab with CR, header after #', { scheiding: '\t', einden: ['\r'], voor: '#' }),
  csv('CSV with all line ends mixed', { einden: ['\n', '\r\n'] }),
  csv('CSV in Windows-1252', { codeer: (tekst) => Buffer.from(tekst, 'latin1') }, zonderUnicode),
  csv(
    'CSV in Windows-1252, named',
    { codeer: (tekst) => Buffer.from(tekst, 'latin1') },
    { ...zonderUnicode, tekenset: 'windows1252' },
  ),
  csv('CSV in UTF-16', {
    scheiding: '\t',
    einden: ['\r\n'],
    voor: '\ufeff',
    codeer: (tekst) => Buffer.from(tekst, 'utf16le'),
  }),
  csv('CSV packed with gzip', { codeer: (tekst) => gzipSync(tekst) }),
  xlsx('xlsx, shared texts', {}),
  xlsx('xlsx, texts in cells', { inCellen: true }),
  xlsx('xlsx, real dates and numbers', { getypeerd: true }),
];
