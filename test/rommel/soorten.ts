import { kandidaatrij, type Exportrij } from '#aanlevering/test';

/** What must come of a row: which finding in which column, and what is stored of it (nothing when it is kept out). */
export interface Waarheid {
  melding?: [kolom: string | null, code: string];
  opgeslagen: Exportrij | null;
}

/** One way in which a school's file is a mess. */
export interface Rommelsoort {
  naam: string;
  maak(n: number): Exportrij;
  /** Besides what `kandidaatrij` stores. */
  opgeslagen?: Exportrij;
  melding?: Waarheid['melding'];
  /** The row is kept out. */
  geweigerd?: true;
  /** Only in text: what happens to the line, given the separator. */
  regel?: (regel: string, scheiding: string) => string;
  /** Only where the charset has these characters. */
  unicode?: true;
}

const met = (anders: Exportrij) => (n: number) => kandidaatrij(n, anders);
const fout = (naam: string, kolom: string, code: string, waarde: string): Rommelsoort => ({
  ...{ naam, maak: met({ [kolom]: waarde }), melding: [kolom, code], geweigerd: true },
});
const let_op = (naam: string, kolom: string, code: string, waarde: string): Rommelsoort => ({
  ...{ naam, maak: met({ [kolom]: waarde }), melding: [kolom, code], opgeslagen: { [kolom]: '' } },
});
const kapot = (naam: string, code: string, regel: Rommelsoort['regel']): Rommelsoort => ({
  ...{ naam, maak: met({}), melding: [null, code], geweigerd: true, ...(regel === undefined ? {} : { regel }) },
});
const goed = (naam: string, kolom: string, geschreven: string, bedoeld = geschreven): Rommelsoort => ({
  ...{ naam, maak: met({ [kolom]: geschreven }), opgeslagen: { [kolom]: bedoeld } },
});

/** What schools' programs and spreadsheets make of a row. */
export const ROMMEL: readonly Rommelsoort[] = [
  goed('a Dutch date', 'geboortedatum', '31-03-2009', '2009-03-31'),
  goed('a date on 29 February', 'geboortedatum', '29-02-2008', '2008-02-29'),
  { naam: 'a number with .0', maak: (n) => kandidaatrij(n, { leerlingnummer: `${1000 + n}.0` }) },
  goed('a gemeentecode without its zero', 'gemeentecode', '796', '0796'),
  goed('a gemeentecode with .0', 'gemeentecode', '796.0', '0796'),
  goed('a postcode with a space, in lower case', 'postcode', '5211 ab', '5211AB'),
  goed('a code in another case', 'onderwijssoort', 'VMBO', 'vmbo'),
  goed('yes in full', 'examenkandidaat', 'Ja', 'J'),
  goed('white space around a name', 'achternaam', '  Berg ', 'Berg'),
  goed('a separator in a name', 'achternaam', 'Berg; Dal, of | Heuvel'),
  goed('a quote in a name', 'achternaam', `d"Artagnan`),
  goed('a line break in a field', 'groep', 'vier\nB', 'vier B'),
  goed('a formula for a name', 'achternaam', '=HYPERLINK("x")'),
  goed('letters of the west', 'achternaam', 'Müller-Çelik'),
  { ...goed('letters of the east', 'achternaam', 'Yıldırım-Łęcki'), unicode: true },
  goed('a phone number with dashes', 'telefoon', '06-12 34 56 78', '+31612345678'),
  let_op('a PGN that fails', 'pgn', 'pgnOngeldig', '123456789'),
  let_op('an unknown geslacht', 'geslacht', 'codeOnbekend', 'W'),
  let_op('half a postcode', 'postcode', 'waardeOngeldig', '5211'),
  let_op('half a phone number', 'telefoon', 'waardeOngeldig', '06-1234'),
  fout('an unknown onderwijssoort', 'onderwijssoort', 'codeOnbekend', 'mavo'),
  fout('a date that does not exist', 'geboortedatum', 'datumOngeldig', '31-04-2009'),
  fout('an American date', 'begindatum', 'datumOngeldig', '08/22/2022'),
  fout('no name', 'achternaam', 'verplichtLeeg', ' '),
  fout('an end before its begin', 'einddatum', 'eindVoorBegin', '2020-01-01'),
  fout('neither yes nor no', 'examenkandidaat', 'waardeOngeldig', 'X'),
  fout('a field that is much too long', 'groep', 'veldTeLang', 'x'.repeat(1001)),
  kapot('a field too many', 'aantalKolommen', (regel, scheiding) => `${regel}${scheiding}x`),
  kapot('a quote that is never closed', 'aanhalingstekens', (regel, scheiding) =>
    regel.replace(scheiding, `${scheiding}"`),
  ),
  kapot('a NUL', 'nulTeken', (regel) => `${regel}\0`),
  kapot('a control character', 'stuurteken', (regel) => `${regel}\x1f`),
];

/** A field that is too long is a fault of the whole line. */
export function waarheidVan(soort: Rommelsoort, rij: Exportrij): Waarheid {
  const melding = soort.melding?.[1] === 'veldTeLang' ? ([null, 'veldTeLang'] as [null, string]) : soort.melding;
  const leerlingnummer = (rij['leerlingnummer'] ?? '').replace('.0', '');
  const opgeslagen = soort.geweigerd === true ? null : { ...rij, leerlingnummer, ...soort.opgeslagen };
  return { opgeslagen, ...(melding === undefined ? {} : { melding }) };
}
