import { alsCsv, kandidaatrij, type Exportrij } from '#aanlevering/test';
import { Keten } from '../scenario/keten.js';
import { LangeRegel } from './geheugen.js';
import { lever, stuur, verslag, verwachtProbleem, type Bevinding, type Probleem } from './leveren.js';
import { ROBUUSTREGIO, ZORG } from './regio.js';
import { alleTabellen, verschil } from './vingerafdruk.js';

const MIB = 1024 * 1024;
/** What a delivery leaves that is not processed: itself, its file, what was found, and the done work. */
const EIGEN = ['aanlevering', 'aanlevering_verschil', 'aanlevering_blok', 'bevinding', 'opdracht', 'upload'];

const kandidaten = (aantal: number, anders: Exportrij = {}): Exportrij[] =>
  Array.from({ length: aantal }, (_, n) => kandidaatrij(n, anders));

describe('a file that is no good: stored, explained, and nothing of it processed', () => {
  let keten: Keten;
  let voor: Record<string, string>;

  beforeAll(async () => {
    keten = await Keten.start('2026-04-07', ROBUUSTREGIO);
    expect(await lever(keten, alsCsv(kandidaten(100)))).toMatchObject({
      status: 'verwerkt',
      tellingen: { nieuw: 100 },
    });
    keten.api.klok.zet('2026-04-08');
  });
  beforeEach(async () => {
    voor = await alleTabellen(keten.api.db);
  });
  afterAll(() => keten.sluit());

  const ongemoeid = async (...behalve: readonly string[]): Promise<void> => {
    const anders = verschil(voor, await alleTabellen(keten.api.db));
    expect(anders.filter((tabel) => !EIGEN.includes(tabel))).toEqual(behalve);
  };
  const duidelijk = (gevonden: readonly Bevinding[]): void => {
    for (const { tekst } of gevonden) expect(tekst).toMatch(/^[A-Z0-9][^]*\.$/);
  };
  const zonderKop = alsCsv(kandidaten(30)).split('\n').slice(1).join('\n');
  const willekeurig = Buffer.from(Array.from({ length: 200_000 }, (_, i) => ((i * i * 31) ^ (i * 7)) % 251));

  it.each<[string, string | Buffer, string]>([
    ['no header', zonderKop, 'geenKopregel'],
    ['nothing in it', '', 'leegBestand'],
    ['nothing but its header', alsCsv(kandidaten(1)).split('\n')[0] ?? '', 'leegBestand'],
    [
      'a header without a column that must be there',
      alsCsv(kandidaten(5)).replace('roepnaam', 'naam'),
      'kolomOntbreekt',
    ],
    ['bytes that are no text', willekeurig, 'tekensetOnleesbaar'],
    ['a picture', Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), willekeurig]), 'geenKopregel'],
    ['one endless line', Buffer.alloc(3 * MIB, 'a'), 'geenKopregel'],
    ['zeros', Buffer.alloc(3 * MIB), 'geenKopregel'],
    ['UTF-16 that does not say so', Buffer.from(alsCsv(kandidaten(5)), 'utf16le'), 'tekensetOnleesbaar'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'excelOud'],
    ['a zip without a workbook', Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1'), 'formaatOnbekend'],
  ])('%s', async (_, bestand, code) => {
    const { status, gevonden, tellingen } = await lever(keten, bestand);
    expect({ status, gevonden }).toEqual({
      status: 'afgekeurd',
      gevonden: [expect.objectContaining({ regel: null, code, ernst: 'fout' })],
    });
    expect(Object.values(tellingen)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    duidelijk(gevonden);
    await ongemoeid();
  });

  it('60 % bad rows: every one is named with line and column, and the same bytes may come again', async () => {
    const csv = alsCsv(kandidaten(100).map((rij, n) => (n % 5 < 3 ? { ...rij, geboortedatum: '30-02-2009' } : rij)));
    const uitslag = await lever(keten, csv);
    expect(uitslag).toMatchObject({ status: 'afgekeurd', regels: 100, bevindingen: { fouten: 61 } });
    expect(
      uitslag.gevonden.filter((b) => b.kolom === 'geboortedatum' && b.waarde === '30-02-2009').map((b) => b.regel),
    ).toEqual(
      Array.from({ length: 100 }, (_, n) => n)
        .filter((n) => n % 5 < 3)
        .map((n) => n + 2),
    );
    expect(uitslag.gevonden.at(-1)).toMatchObject({ regel: null, code: 'teVeelFouten' });
    duidelijk(uitslag.gevonden);
    await ongemoeid();
    const nogEens = await stuur(keten, csv);
    expect(nogEens.status).toBe(202);
    expect(nogEens.body.id).not.toBe(uitslag.id);
    await keten.werkAf();
    await ongemoeid();
  });

  describe('held at the gate until a person decides', () => {
    const besluit = (id: string, wat: string, als: string, reden?: string) =>
      keten.api.vraag<Partial<Probleem>>('POST', `aanleveringen/${id}/${wat}`, {
        als,
        body: reden === undefined ? {} : { reden },
      });

    it('a file that would lose 20 %: put aside by verwerping, processed after bevestiging', async () => {
      const rest = kandidaten(80);
      const uitslag = await lever(keten, alsCsv(rest));
      expect(uitslag).toMatchObject({
        status: 'wachtOpBevestiging',
        regels: 80,
        redenWachten: expect.stringContaining('20 van de 100') as string,
        gevonden: [{ regel: null, code: 'verliesTeGroot' }],
      });
      duidelijk(uitslag.gevonden);
      await ongemoeid();

      verwachtProbleem(await besluit(uitslag.id, 'bevestiging', 'school-99AA', 'Klopt.'), 403, 'geenToegang');
      verwachtProbleem(
        await besluit(uitslag.id, 'bevestiging', 'coordinator@regio.example', 'Klopt.'),
        403,
        'besluitNietAanU',
      );
      verwachtProbleem(await besluit(uitslag.id, 'bevestiging', ZORG), 400, 'invoerOngeldig');
      expect((await verslag(keten, uitslag)).status).toBe('wachtOpBevestiging');
      expect(await besluit(uitslag.id, 'verwerping', ZORG, 'Er mist een klas.')).toMatchObject({
        status: 200,
        body: { status: 'verworpen' },
      });
      verwachtProbleem(await besluit(uitslag.id, 'bevestiging', ZORG, 'Toch wel.'), 409, 'wachtNietMeer');
      await keten.werkAf();
      // who decided, and on which ground, is remembered; nothing of the file is
      await ongemoeid('logboek');

      const nogEens = await lever(keten, alsCsv(rest));
      expect(nogEens.status).toBe('wachtOpBevestiging');
      expect((await besluit(nogEens.id, 'bevestiging', ZORG, 'Twintig zijn verhuisd.')).status).toBe(200);
      await keten.werkAf();
      expect(await verslag(keten, nogEens)).toMatchObject({
        status: 'verwerkt',
        tellingen: { verdwenen: 20, ongewijzigd: 80, nieuw: 0 },
      });
    });

    it('a file that looks like another school’s', async () => {
      const uitslag = await lever(keten, alsCsv(kandidaten(40, { opleiding: 'x' })), { school: '99AB00' });
      expect(uitslag).toMatchObject({
        school: '99AB00',
        status: 'wachtOpBevestiging',
        redenWachten: expect.stringContaining('40 van de 40') as string,
        gevonden: [{ regel: null, code: 'andereSchool' }],
      });
      duidelijk(uitslag.gevonden);
      await ongemoeid();
    });
  });

  it('one line of 100 MB among good ones: that one is kept out, its neighbours are read, and memory stays flat', async () => {
    const csv = alsCsv(kandidaten(80));
    const helft = csv.indexOf('\n', csv.length / 2) + 1;
    const regel = new LangeRegel(csv.slice(0, helft), 100, `\n${csv.slice(helft)}`);
    const uitslag = await lever(keten, regel.stroom);
    expect(uitslag).toMatchObject({
      status: 'verwerkt',
      regels: 81,
      tellingen: { ongewijzigd: 80, quarantaine: 1, verdwenen: 0 },
      gevonden: [{ code: 'regelTeLang', ernst: 'fout' }],
    });
    duidelijk(uitslag.gevonden);
    expect(regel.gegroeid).toBeLessThan(25);
  });
});
