import { Inname, type Leveropties, type Verslag } from './test/inname.js';
import { alsCsv, kandidaatrij, kandidaten, type Exportrij } from './test/rijen.js';

const VERTELD = expect.objectContaining({
  ...{ regel: null, code: 'niemandVertrokken', ernst: 'waarschuwing' },
  tekst: expect.stringContaining('2 inschrijvingen staan niet meer in dit bestand'),
});

// leerlingnummer not in front: a bad line must be cut to find it
const achteraan = (rijen: readonly Exportrij[]): Exportrij[] =>
  rijen.map(({ leerlingnummer = '', achternaam = '', ...rij }) => ({ achternaam, leerlingnummer, ...rij }));

/** A row that was refused stands for somebody, also when it does not tell for whom: nobody is gone by it (intake.md). */
describe('a refused row without a usable leerlingnummer', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  beforeEach(async () => {
    inname.klok.zet('2026-03-16');
    await inname.leeg();
    await inname.lever(achteraan(kandidaten(40)));
    inname.klok.zet('2026-03-17');
  });
  afterAll(() => inname.sluit());

  const stand = async (): Promise<{ nietBevestigd: string[]; weg: string[] }> => {
    const rijen = await inname.db.bron.query<{ nummer: string; weg: boolean }[]>(
      `select leerlingnummer as nummer, verdwenen_op is not null as weg from inschrijving
        where verdwenen_op is not null or niet_bevestigd order by 1`,
    );
    const nummers = (weg: boolean): string[] => rijen.filter((rij) => rij.weg === weg).map((rij) => rij.nummer);
    return { nietBevestigd: nummers(false), weg: nummers(true) };
  };
  const lever = async (
    rijen: readonly Exportrij[],
    regels: readonly string[] = [],
    opties?: Leveropties,
  ): Promise<Verslag> => {
    const verslag = await inname.lever(
      `${alsCsv(achteraan(rijen))}${regels.map((regel) => `${regel}\n`).join('')}`,
      opties,
    );
    expect(verslag.status).toBe('verwerkt');
    return verslag;
  };
  const zonderNummer = (n: number, anders: Exportrij = {}): Exportrij =>
    kandidaatrij(n, { leerlingnummer: '', ...anders });

  it.each<[string, string]>([
    ['with a quote that is not closed', `"Proef;1039;${'x;'.repeat(9)}`],
    ['that is too long', `${'x'.repeat(1_100_000)}`],
    ['with too few columns and no number', 'Proefpersoon'],
  ])('keeps everybody who is missing when it is a line %s, until the next good file', async (_, regel) => {
    const verslag = await lever(kandidaten(38), [regel]);
    expect(verslag.tellingen).toMatchObject({ quarantaine: 1, verdwenen: 0 });
    expect(verslag.gevonden).toContainEqual(VERTELD);
    expect(await stand()).toEqual({ nietBevestigd: ['1038', '1039'], weg: [] });
    inname.klok.zet('2026-03-18');
    expect((await lever(kandidaten(39))).tellingen).toMatchObject({ verdwenen: 1 });
    expect(await stand()).toEqual({ nietBevestigd: [], weg: ['1038', '1039'].slice(1) });
    inname.klok.zet('2026-03-19');
    await lever(kandidaten(40));
    expect(await stand()).toEqual({ nietBevestigd: [], weg: [] });
  });

  it('tells the school every night again, and not when it keeps nobody', async () => {
    expect((await lever(kandidaten(40), ['Proefpersoon'])).gevonden.map((b) => b.code)).not.toContain(
      'niemandVertrokken',
    );
    for (const dag of [18, 19]) {
      inname.klok.zet(`2026-03-${dag}`);
      expect((await lever(kandidaten(38), ['Proefpersoon'])).gevonden).toContainEqual(VERTELD);
    }
    inname.klok.zet('2026-03-20');
    expect((await lever(kandidaten(38))).gevonden).toEqual([]);
  });

  it('keeps only whoever it tells it is: by PGN, or by name and geboortedatum', async () => {
    const rijen = [
      ...kandidaten(37),
      zonderNummer(38, { achternaam: '', geboortedatum: '' }),
      zonderNummer(39, { pgn: '' }),
    ];
    const verslag = await lever(rijen);
    expect(verslag.tellingen).toMatchObject({ quarantaine: 2, verdwenen: 1 });
    expect(verslag.gevonden.map((b) => b.code)).not.toContain('niemandVertrokken');
    expect(await stand()).toEqual({ nietBevestigd: ['1038', '1039'], weg: ['1037'] });
  });

  it('keeps everybody who is missing when it tells half of who it is', async () => {
    await lever([...kandidaten(38), zonderNummer(39, { pgn: '', geboortedatum: '31-02-2009' })]);
    expect(await stand()).toEqual({ nietBevestigd: ['1038', '1039'], weg: [] });
  });

  it('keeps nobody else by a row whose leerlingnummer is known here, or in mutaties', async () => {
    await lever([...kandidaten(37), kandidaatrij(38, { onderwijssoort: 'x' })], [], { modus: 'mutaties' });
    expect(await stand()).toEqual({ nietBevestigd: ['1038'], weg: [] });
    await lever([...kandidaten(37), kandidaatrij(38, { onderwijssoort: 'x' })]);
    expect(await stand()).toEqual({ nietBevestigd: ['1038'], weg: ['1037', '1039'] });
  });

  it('is no loss to the gate either', async () => {
    const { gevonden } = await lever(kandidaten(23), ['"Proef;x;y']);
    expect(gevonden.map(({ code }) => code).toSorted()).toEqual(['aanhalingstekens', 'niemandVertrokken']);
    expect((await stand()).nietBevestigd).toHaveLength(17);
  });
});
