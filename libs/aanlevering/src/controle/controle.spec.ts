import { Inname, type Verslag } from '../test/inname.js';
import { aanmeldrij, alsCsv, kandidaatrij, type Exportrij } from '../test/rijen.js';

describe('checks on rows', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  afterAll(() => inname.sluit());

  /** Row 1 is the one under test; the others are good, so that the file is not rejected or held. */
  async function keur(rij: Exportrij, school = '99AA00'): Promise<Verslag> {
    const maak = school === '99ZZ00' ? aanmeldrij : kandidaatrij;
    const goed = Array.from({ length: 11 }, (_, i) => maak(100 + i));
    return inname.lever([rij, ...goed], { school, modus: 'mutaties' });
  }

  const vo: [string, Exportrij, string, string, string][] = [
    ['no leerlingnummer', { leerlingnummer: '' }, 'leerlingnummer', 'verplichtLeeg', 'fout'],
    ['no achternaam', { achternaam: ' ' }, 'achternaam', 'verplichtLeeg', 'fout'],
    ['no roepnaam', { roepnaam: '' }, 'roepnaam', 'verplichtLeeg', 'fout'],
    ['no geboortedatum', { geboortedatum: '' }, 'geboortedatum', 'verplichtLeeg', 'fout'],
    ['no onderwijssoort', { onderwijssoort: '' }, 'onderwijssoort', 'verplichtLeeg', 'fout'],
    ['no begindatum', { begindatum: '' }, 'begindatum', 'verplichtLeeg', 'fout'],
    ['30 February', { geboortedatum: '30-02-2009' }, 'geboortedatum', 'datumOngeldig', 'fout'],
    ['29 February in a common year', { geboortedatum: '2009-02-29' }, 'geboortedatum', 'datumOngeldig', 'fout'],
    ['month 13', { geboortedatum: '2009-13-01' }, 'geboortedatum', 'datumOngeldig', 'fout'],
    ['an American date', { begindatum: '08/22/2022' }, 'begindatum', 'datumOngeldig', 'fout'],
    ['a date without dashes', { begindatum: '20220822' }, 'begindatum', 'datumOngeldig', 'fout'],
    ['born after the peildatum', { geboortedatum: '2026-03-17' }, 'geboortedatum', 'datumOnmogelijk', 'fout'],
    ['an end before the begin', { einddatum: '2022-08-01' }, 'einddatum', 'eindVoorBegin', 'fout'],
    ['seen in the future', { verschenenOp: '2026-03-17' }, 'verschenenOp', 'datumNaPeildatum', 'fout'],
    ['a status date in the future', { statusDatum: '2026-03-17' }, 'statusDatum', 'datumNaPeildatum', 'waarschuwing'],
    ['an unknown onderwijssoort', { onderwijssoort: 'mavo' }, 'onderwijssoort', 'codeOnbekend', 'fout'],
    ['an unknown status', { status: 'wachtend' }, 'status', 'codeOnbekend', 'fout'],
    ['no status before the begin', { status: '', begindatum: '2026-08-01' }, 'status', 'statusOntbreekt', 'fout'],
    ['a leerweg of another onderwijssoort', { leerweg: 'bol' }, 'leerweg', 'waardeOngeldig', 'fout'],
    ['an unknown uitslag', { uitslag: 'gezakt' }, 'uitslag', 'codeOnbekend', 'fout'],
    ['an unknown examenkandidaat', { examenkandidaat: 'X' }, 'examenkandidaat', 'waardeOngeldig', 'fout'],
    ['an unknown adresGeheim', { adresGeheim: 'geheim' }, 'adresGeheim', 'waardeOngeldig', 'fout'],
    ['an unknown bijzonderheid', { bijzonderheid: 'iets' }, 'bijzonderheid', 'codeOnbekend', 'fout'],
    ['an unknown vervolgkeuze', { vervolgkeuze: 'hbo' }, 'vervolgkeuze', 'codeOnbekend', 'fout'],
    ['an unknown uitstroomprofiel', { uitstroomprofiel: 'x' }, 'uitstroomprofiel', 'codeOnbekend', 'fout'],
    ['a failing PGN', { pgn: '123456789' }, 'pgn', 'pgnOngeldig', 'waarschuwing'],
    ['an unknown geslacht', { geslacht: 'W' }, 'geslacht', 'codeOnbekend', 'waarschuwing'],
    ['a malformed postcode', { postcode: '521AB' }, 'postcode', 'waardeOngeldig', 'waarschuwing'],
    ['a malformed gemeentecode', { gemeentecode: 'Oss' }, 'gemeentecode', 'waardeOngeldig', 'waarschuwing'],
    ['a malformed leerjaar', { leerjaar: 'vier' }, 'leerjaar', 'waardeOngeldig', 'waarschuwing'],
    [
      'an application at a school that delivers',
      { aanmeldingBrin: '99ZZ', aanmeldstatus: 'aangemeld' },
      'aanmeldingBrin',
      'schoolLevertZelf',
      'waarschuwing',
    ],
    [
      'an application without status',
      { aanmeldingBrin: '98XX', aanmeldstatus: '' },
      'aanmeldstatus',
      'aanmeldingOnvolledig',
      'waarschuwing',
    ],
  ];
  it.each(vo)('vo: %s', async (_naam, anders, kolom, code, ernst) => {
    const verslag = await keur(kandidaatrij(1, anders));
    expect(verslag.gevonden).toEqual([expect.objectContaining({ regel: 2, kolom, code, ernst })]);
    expect(verslag.tellingen.quarantaine).toBe(ernst === 'fout' ? 1 : 0);
    const { nieuw, gewijzigd, ongewijzigd, buitenCohort, quarantaine } = verslag.tellingen;
    expect(nieuw + gewijzigd + ongewijzigd + buitenCohort + quarantaine).toBe(12);
  });

  const mbo: [string, Exportrij, string, string, string][] = [
    ['no niveau', { niveau: '' }, 'niveau', 'verplichtLeeg', 'fout'],
    ['niveau 5', { niveau: '5' }, 'niveau', 'waardeOngeldig', 'fout'],
    ['no opleidingscode', { opleidingscode: '' }, 'opleidingscode', 'verplichtLeeg', 'fout'],
    ['a CREBO of six digits', { opleidingscode: '251800' }, 'opleidingscode', 'waardeOngeldig', 'fout'],
    ['a leerweg of the vmbo', { leerweg: 'tl' }, 'leerweg', 'waardeOngeldig', 'fout'],
  ];
  it.each(mbo)('mbo: %s', async (_naam, anders, kolom, code, ernst) => {
    const verslag = await keur(aanmeldrij(1, anders), '99ZZ00');
    expect(verslag.gevonden).toEqual([expect.objectContaining({ regel: 2, kolom, code, ernst })]);
  });

  it('reports every fault of a row, and every bad line', async () => {
    const slecht = kandidaatrij(1, { status: 'x', uitslag: 'y', postcode: 'z' });
    const goed = Array.from({ length: 40 }, (_, i) => kandidaatrij(100 + i));
    const bestand = alsCsv([slecht, ...goed]).replace(/\n$/, '\n1;2;3\n"open;x\nNUL\0\n');
    const { gevonden, regels } = await inname.lever(bestand, { modus: 'mutaties' });
    expect(regels).toBe(44);
    expect(gevonden.map((b) => [b.regel, b.kolom, b.code])).toEqual([
      [2, 'postcode', 'waardeOngeldig'],
      [2, 'status', 'codeOnbekend'],
      [2, 'uitslag', 'codeOnbekend'],
      [43, null, 'aantalKolommen'],
      [44, null, 'aanhalingstekens'],
      [45, null, 'nulTeken'],
    ]);
  });

  it('tells how to mend each in a Dutch sentence, and shows the value', async () => {
    const { gevonden } = await keur(kandidaatrij(1, { geboortedatum: '31-04-2009' }));
    expect(gevonden).toEqual([
      {
        regel: 2,
        kolom: 'geboortedatum',
        waarde: '31-04-2009',
        code: 'datumOngeldig',
        ernst: 'fout',
        tekst: 'Vul een datum in die bestaat, bijvoorbeeld 2009-03-31 of 31-03-2009.',
      },
    ]);
  });

  it('quarantines rows of one leerlingnummer that are about two people', async () => {
    const twee = [kandidaatrij(1), kandidaatrij(2, { leerlingnummer: '1001', pgn: '' })];
    const goed = Array.from({ length: 20 }, (_, i) => kandidaatrij(100 + i));
    const { gevonden, tellingen } = await inname.lever([...twee, ...goed], { modus: 'mutaties' });
    expect(gevonden.map((b) => [b.regel, b.code])).toEqual([
      [2, 'identiteitVerschilt'],
      [3, 'identiteitVerschilt'],
    ]);
    expect(tellingen.quarantaine).toBe(2);
  });

  it.each<[string, Exportrij]>([
    ['birth date', { geboortedatum: '2008-01-01' }],
    ['achternaam', { achternaam: 'Anders' }],
    ['roepnaam', { roepnaam: 'Anders' }],
    ['PGN', { pgn: kandidaatrij(555)['pgn'] ?? '' }],
  ])('takes one different %s for another person', async (_naam, anders) => {
    const goed = Array.from({ length: 20 }, (_, i) => kandidaatrij(100 + i));
    const { tellingen } = await inname.lever(
      [kandidaatrij(1), kandidaatrij(1, { leerweg: 'kb', ...anders }), ...goed],
      { modus: 'mutaties' },
    );
    expect(tellingen.quarantaine).toBe(2);
  });

  it('lets the best of two equal applications count, and several different ones together', async () => {
    await inname.lever([kandidaatrij(7)], { modus: 'mutaties' });
    const rijen = [
      aanmeldrij(7, { status: 'aangemeld' }),
      aanmeldrij(7, { status: 'ingeschreven' }),
      aanmeldrij(7, { status: 'afgewezen' }),
      aanmeldrij(7, { opleidingscode: '25999' }),
    ];
    const { gevonden, tellingen } = await inname.lever(rijen, { school: '99ZZ00', modus: 'mutaties' });
    expect(gevonden.map((b) => [b.regel, b.code, b.ernst])).toEqual([
      [2, 'rijDubbel', 'waarschuwing'],
      [4, 'rijDubbel', 'waarschuwing'],
    ]);
    expect(tellingen).toMatchObject({ nieuw: 2, ongewijzigd: 2, quarantaine: 0 });
    const standen = await inname.db.bron.query(
      `select opleidingscode, status from inschrijving where leerlingnummer = 'S7' order by 1`,
    );
    expect(standen).toEqual([
      { opleidingscode: '25180', status: 'ingeschreven' },
      { opleidingscode: '25999', status: 'aangemeld' },
    ]);
  });

  it('repairs what a spreadsheet does to codes and numbers', async () => {
    await inname.lever(
      [
        kandidaatrij(8, {
          leerlingnummer: '129.0',
          gemeentecode: '796',
          geboortedatum: '31-03-2009',
          postcode: '5211 ab',
        }),
      ],
      { modus: 'mutaties' },
    );
    const [rij] = await inname.db.bron.query(
      `select i.leerlingnummer, l.woongemeente, l.geboortedatum, l.postcode from inschrijving i join leerling l on l.id = i.leerling_id where i.leerlingnummer = '129'`,
    );
    expect(rij).toEqual({
      leerlingnummer: '129',
      woongemeente: '0796',
      geboortedatum: '2009-03-31',
      postcode: '5211AB',
    });
  });

  it('warns once about an unknown column and never about a contact column', async () => {
    const { gevonden } = await inname.lever(
      [kandidaatrij(1, { schoenmaat: '42', ouder1Naam: 'Proefouder', email: 'x@y.example' })],
      { modus: 'mutaties' },
    );
    expect(gevonden).toEqual([
      expect.objectContaining({ regel: null, kolom: 'schoenmaat', code: 'kolomOnbekend', ernst: 'waarschuwing' }),
    ]);
  });

  it.each([
    ['utf8' as const, 'open' as const],
    ['latin1' as const, 'open' as const],
    ['latin1' as const, 'windows1252' as const],
  ])('stores names from %s (named: %s)', async (codering, tekenset) => {
    const n = codering === 'utf8' ? 20 : tekenset === 'open' ? 21 : 22;
    const bestand = Buffer.from(alsCsv([kandidaatrij(n, { achternaam: 'Çelik-Müller' })]), codering);
    await inname.lever(bestand, { modus: 'mutaties', tekenset });
    expect(
      await inname.db.bron.query(
        `select l.achternaam from inschrijving i join leerling l on l.id = i.leerling_id where i.leerlingnummer = $1`,
        [String(1000 + n)],
      ),
    ).toEqual([{ achternaam: 'Çelik-Müller' }]);
  });
});
