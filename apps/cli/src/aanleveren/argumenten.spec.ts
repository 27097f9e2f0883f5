import { win32 } from 'node:path';
import { leesOpdracht } from './argumenten.js';
import { soortVan } from './bestand.js';
import { exitcodeVan, Onbereikbaar, type Aanlevering } from './uitkomst.js';
import { opnieuwNa } from './verbinding.js';
import { houdVol, pauze } from './volhouden.js';
import { balk } from './voortgang.js';

const SCHOOL = ['--school', '99AA00', '--url', 'https://sluitend.example.nl'];
const lees = (argumenten: readonly string[], variabelen: Record<string, string> = {}, map = 'C:\\Taken\\export') =>
  leesOpdracht(argumenten, { variabelen, map }, win32);

describe('how aanleveren is called', () => {
  it.each([
    ['export.csv', 'C:\\Taken\\export\\export.csv'],
    ['..\\uit\\export.csv', 'C:\\Taken\\uit\\export.csv'],
    ['D:\\Mijn map\\leerlingen 2026.csv.gz', 'D:\\Mijn map\\leerlingen 2026.csv.gz'],
    ['\\\\server\\deel\\export.csv', '\\\\server\\deel\\export.csv'],
    ['-', null],
  ])('finds %s on Windows', (naam, pad) => {
    expect(lees([naam, ...SCHOOL]).bestand).toBe(pad);
    expect(lees(['x', ...SCHOOL], { SLUITEND_SLEUTEL: naam }).aanmelding.sleutelPad).toBe(
      pad === null ? 'C:\\Taken\\export\\-' : pad,
    );
  });

  it('takes the address with or without the path of the API, and the peildatum of today', () => {
    const [een, twee] = ['https://s.example/', 'https://s.example/api/v1/'].map((url) =>
      lees(['x.csv', '--school', '99AA00', '--url', url]),
    );
    expect([een?.basis, twee?.basis]).toEqual(['https://s.example/api/v1', 'https://s.example/api/v1']);
    expect(een?.pad).toMatch(/^\/aanleveringen\?school=99AA00&peildatum=\d{4}-\d{2}-\d{2}&modus=volledig$/);
  });

  it('sends repaired rows to the delivery that they are of', () => {
    expect(lees(['a.csv', '--url', 'https://s.example', '--herstel', '12']).pad).toBe('/aanleveringen/12/herstel');
  });

  it.each([
    [['--school', '99AA00', '--url', 'https://s.example'], 'Geef één bestand'],
    [['a', 'b', ...SCHOOL], 'Geef één bestand'],
    [['a', '--url', 'https://s.example'], 'Geef --school'],
    [['a', '--school', '99aa00', '--url', 'https://s.example'], 'Geef --school'],
    [['a', ...SCHOOL, '--modus', 'alles'], '--modus is'],
    [['a', ...SCHOOL, '--peildatum', '3 mei'], 'Schrijf --peildatum'],
    [['a', '--school', '99AA00'], 'Geef het adres'],
    [['a', '--school', '99AA00', '--url', 'http://s.example'], 'https://'],
    [['a', '--school', '99AA00', '--url', 'https://u:w@s.example'], 'geen adres'],
    [['a', ...SCHOOL, '--herstel', '12'], 'Laat --school'],
    [['a', '--url', 'https://s.example', '--herstel', 'laatste'], 'het nummer'],
    [['a', ...SCHOOL, '--geheim', 'x'], 'Deze argumenten'],
  ])('refuses %j with exit code 5: 2 would say that it was processed', (argumenten, tekst) => {
    expect(() => lees(argumenten)).toThrow(
      expect.objectContaining({ exitcode: 5, message: expect.stringContaining(tekst) }),
    );
  });

  it('keeps trying with longer pauses, and never shorter than it was asked', () => {
    expect([1, 2, 3, 4].map((n) => pauze(n, 2000, undefined, 0))).toEqual([1000, 2000, 4000, 8000]);
    expect([1, 2, 3, 4].map((n) => pauze(n, 2000, undefined, 1))).toEqual([2000, 4000, 8000, 16_000]);
    expect(pauze(20, 2000, undefined, 1)).toBe(300_000);
    expect(pauze(1, 2000, 30, 0)).toBe(30_000);
    expect([opnieuwNa('30'), opnieuwNa('Thu, 01 Jan 2026 00:01:00 GMT', Date.parse('2026-01-01T00:00:00Z'))]).toEqual([
      30, 60,
    ]);
    expect([opnieuwNa('straks'), opnieuwNa(undefined)]).toEqual([undefined, undefined]);
  });

  it('tries as often as it was told, and not again what is refused', async () => {
    let keren = 0;
    const altijd = (fout: Error) => () => ((keren += 1), Promise.reject(fout));
    const opties = { pogingen: 3, pauzeMs: 1, meld: () => undefined };
    await expect(houdVol(opties, altijd(new Onbereikbaar('weg')))).rejects.toThrow('weg');
    expect(keren).toBe(3);
    await expect(houdVol(opties, altijd(new TypeError('nee')))).rejects.toThrow('nee');
    expect(keren).toBe(4);
  });

  it('knows a file by its first bytes, and draws how far it is', () => {
    expect(
      [Buffer.from([0x1f, 0x8b]), Buffer.from('PK\u0003\u0004'), Buffer.from('leer'), Buffer.alloc(0)].map(soortVan),
    ).toEqual(['gzip', 'xlsx', 'csv', 'csv']);
    expect([balk(0, 1024 * 1024), balk(512 * 1024, 1024 * 1024), balk(0, 0)]).toEqual([
      '[........................] 0 % van 1,0 MB',
      '[############............] 50 % van 1,0 MB',
      '[########################] 100 % van 0,0 MB',
    ]);
  });

  it.each([
    ['ontvangen', 0, undefined],
    ['gecontroleerd', 0, undefined],
    ['verwerkt', 0, 0],
    ['verwerkt', 1, 2],
    ['wachtOpBevestiging', 1, 3],
    ['afgekeurd', 1, 4],
    ['verworpen', 0, 4],
    ['vervallen', 0, 4],
  ])('ends %s with %i findings as %s', (status, waarschuwingen, code) => {
    expect(exitcodeVan({ status, bevindingen: { fouten: 0, waarschuwingen } } as Aanlevering)).toBe(code);
  });
});
