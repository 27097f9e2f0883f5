import { Afkeuring } from '../lezer/kopregel.js';
import type { Ontvanger } from '../lezer/recordlezer.js';
import { maakXlsx } from '../test/xlsx.js';
import { maakZip } from '../test/zip.js';
import { uitGeheugen } from './bron.js';
import { herken } from './herken.js';
import { Naslag, Ruimte } from './naslag.js';

const niets: Ontvanger = { kop: () => undefined, record: () => undefined, slecht: () => undefined };
async function lees(bestand: Buffer | string): Promise<void> {
  const wijze = await herken(uitGeheugen(Buffer.from(bestand)), { formaat: null, tekenset: 'open' });
  for await (const _ of wijze.lees(niets));
}
const teVeel = new Afkeuring('teVeelGegevens');
const keer = (aantal: number, maak: (i: number) => string): string =>
  Array.from({ length: aantal }, (_, i) => maak(i)).join('');

describe('what is remembered of a file', () => {
  it('gives the last text of a key, cut so that it shows as too long', () => {
    const naslag = new Naslag();
    naslag.bewaar('a', 'een');
    naslag.bewaar('a', 'twee');
    naslag.bewaar('k'.repeat(5000), 'x'.repeat(5000));
    expect([naslag.geef('a'), naslag.geef('k'.repeat(5000))?.length, naslag.geef('b')]).toEqual([
      'twee',
      1001,
      undefined,
    ]);
  });

  it('holds as many bytes as there is room for, and counts what replaces another once', () => {
    const naslag = new Naslag(new Ruimte(2 * (128 + 1 + 4)));
    naslag.bewaar('a', 'éé');
    for (let i = 0; i < 9; i += 1) naslag.bewaar('b', '1234');
    expect(() => naslag.bewaar('b', '12345')).toThrow(teVeel);
  });

  const stijlen = (xfs: number, codes: number): Buffer =>
    maakXlsx([['leerlingnummer', 'achternaam', 'roepnaam', 'geboortedatum', 'onderwijssoort', 'begindatum']], {
      delen: {
        'xl/styles.xml': `<styleSheet><numFmts>${keer(codes, (i) => `<numFmt numFmtId="${i + 164}" formatCode="0"/>`)}</numFmts><cellXfs>${keer(xfs, () => '<xf numFmtId="0"/>')}</cellXfs></styleSheet>`,
      },
      los: true,
    });
  const rod = (aantal: number): string =>
    `SLR;1;;;;;;\r\nPER;1;;1-1-2009;M;;;\r\n${keer(aantal, (i) => `ISG;1;;${i};1-2-2026;;;\r\n`)}`;

  it('reads as many styles and enrolments as there can be', async () => {
    await expect(lees(stijlen(65_490, 65_490))).resolves.toBeUndefined();
    await expect(lees(rod(500))).resolves.toBeUndefined();
  });

  const id = (i: number): string => `${i}${'k'.repeat(1000)}`;
  it.each<[string, () => Buffer | string]>([
    ['styles of cells', () => stijlen(65_491, 0)],
    ['number formats', () => stijlen(0, 65_491)],
    ['enrolments of a person', () => rod(501)],
    [
      'groups',
      () => `<EDEX><groepen>${keer(60_000, (i) => `<groep key="${id(i)}"><naam>4C</naam></groep>`)}</groepen></EDEX>`,
    ],
    [
      'classes',
      () =>
        maakZip(
          {
            'manifest.csv': 'propertyName,value\n',
            'users.csv': 'sourcedId\n',
            'classes.csv': `sourcedId,title\n${keer(60_000, (i) => `${id(i)},x\n`)}`,
          },
          false,
        ),
    ],
  ])('refuses a file with too many %s', async (_, bestand) => {
    await expect(lees(bestand())).rejects.toEqual(teVeel);
  });
});
