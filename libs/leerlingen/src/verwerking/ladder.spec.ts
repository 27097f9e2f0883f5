import { aanmelding, bsn, kandidaat, onderwijsnummer, Proefregio } from '#leerlingen/test';

let regio: Proefregio;
beforeAll(async () => {
  regio = await Proefregio.maak();
});
afterEach(() => regio.leeg());
afterAll(() => regio.sluit());

const VO = '99AA00';
const MBO = '99ZZ00';
const aantal = async (tabel: string): Promise<number> => {
  const [rij] = await regio.vraag<{ n: number }>(`select count(*)::int as n from ${tabel}`);
  return rij?.n ?? -1;
};
const kandidaten = (...rijen: Parameters<typeof kandidaat>[0][]) =>
  regio.lever({ school: VO, peildatum: '2026-03-01', rijen: rijen.map(kandidaat) });
const aanmeldingen = (...rijen: Parameters<typeof aanmelding>[0][]) =>
  regio.lever({ school: MBO, peildatum: '2026-03-01', rijen: rijen.map(aanmelding) });

describe('rung 1: the PGN', () => {
  it('links across schools whatever the leerlingnummer', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) });
    expect(await aanmeldingen({ leerlingnummer: 'm7', pgn: bsn(1), postcode: null })).toMatchObject({
      nieuw: 1,
      buitenCohort: 0,
      bevindingen: [],
    });
    expect(await aantal('leerling')).toBe(1);
  });

  it.each([
    ['the surname', { achternaam: 'Pietersen' }, 'achternaamVerschilt', 'achternaam'],
    ['the date of birth', { geboortedatum: '2009-04-05' }, 'geboortedatumVerschilt', 'geboortedatum'],
  ])('links with a warning when only %s differs, every time', async (_, anders, code, kolom) => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) });
    for (const keer of [1, 2]) {
      const { nieuw, bevindingen } = await aanmeldingen({ leerlingnummer: 'm7', pgn: bsn(1), ...anders });
      expect(nieuw).toBe(keer === 1 ? 1 : 0);
      expect(bevindingen).toMatchObject([{ regel: 2, kolom, code, ernst: 'waarschuwing' }]);
    }
    expect(await regio.vraag('select achternaam, geboortedatum from leerling')).toEqual([
      { achternaam: 'Jansen', geboortedatum: '2009-05-04' },
    ]);
  });

  it('quarantines when both differ, and links by no other rung either', async () => {
    await kandidaten(
      { leerlingnummer: '1', pgn: bsn(1) },
      { leerlingnummer: '2', achternaam: 'Bos', roepnaam: 'Noa', geboortedatum: '2010-01-31' },
    );
    const fout = { leerlingnummer: 'm7', pgn: bsn(1), achternaam: 'Bos', roepnaam: 'Noa', geboortedatum: '2010-01-31' };
    const uitkomst = await aanmeldingen(fout);
    expect(uitkomst).toMatchObject({
      nieuw: 0,
      quarantaine: 1,
      bevindingen: [{ regel: 2, kolom: 'pgn', code: 'pgnVanAnder', ernst: 'fout' }],
    });
    expect(await aantal('inschrijving')).toBe(2);
  });

  it('treats a spelling of the same name as equal', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1), achternaam: 'Jansen-de Vries' });
    expect(
      (await aanmeldingen({ leerlingnummer: 'm7', pgn: bsn(1), achternaam: 'Vries', voorvoegsel: 'de' })).bevindingen,
    ).toEqual([]);
  });

  it('makes one leerling of two numbers with one PGN in one file', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) }, { leerlingnummer: '9', pgn: bsn(1) });
    expect(await aantal('leerling')).toBe(1);
    expect(await aantal('schoolkoppeling')).toBe(2);
  });

  it('never makes one leerling of twins who got one PGN in one file', async () => {
    const tweeling = [
      { leerlingnummer: '1', pgn: bsn(1), roepnaam: 'Tim' },
      { leerlingnummer: '2', pgn: bsn(1), roepnaam: 'Tom' },
    ];
    expect(await kandidaten(...tweeling)).toMatchObject({ nieuw: 0, quarantaine: 2 });
    expect(await aantal('leerling')).toBe(0);
  });

  it('keeps the twin that was known when the other gets the same PGN', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1), roepnaam: 'Tim' }, { leerlingnummer: '2', roepnaam: 'Tom' });
    const opnieuw = await kandidaten(
      { leerlingnummer: '1', pgn: bsn(1), roepnaam: 'Tim' },
      { leerlingnummer: '2', pgn: bsn(1), roepnaam: 'Tom' },
    );
    expect(opnieuw).toMatchObject({
      ongewijzigd: 1,
      quarantaine: 1,
      verdwenen: 0,
      bevindingen: [{ regel: 3, code: 'pgnDubbel' }],
    });
    expect(await regio.vraag('select count(distinct leerling_id)::int as n from schoolkoppeling')).toEqual([{ n: 2 }]);
    expect(await regio.vraag('select niet_bevestigd from inschrijving order by leerlingnummer')).toEqual([
      { niet_bevestigd: false },
      { niet_bevestigd: true },
    ]);
  });
});

describe('rung 2: the number of the school', () => {
  it('keeps a leerling who gets another name, and learns the PGN', async () => {
    await kandidaten({ leerlingnummer: '1' });
    expect(await kandidaten({ leerlingnummer: '1', achternaam: 'El Amrani', pgn: bsn(1) })).toMatchObject({
      nieuw: 0,
      gewijzigd: 1,
    });
    expect(await regio.vraag('select achternaam, achternaam_norm from leerling')).toEqual([
      { achternaam: 'El Amrani', achternaam_norm: 'elamrani' },
    ]);
    expect(await aantal('leerling_pgn')).toBe(1);
  });

  it('links nothing on two different valid PGNs, and asks', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) });
    const opnieuw = await kandidaten({ leerlingnummer: '1', pgn: bsn(2) });
    expect(opnieuw).toMatchObject({
      quarantaine: 1,
      koppelvoorstellen: 1,
      verdwenen: 0,
      bevindingen: [{ code: 'tweePgn', ernst: 'waarschuwing' }],
    });
    // The row waits: what is known stays with whom it is of, the other number with a provisional record.
    expect(
      await regio.vraag(
        'select l.voorlopig, count(i.id)::int as rijen from leerling l left join inschrijving i on i.leerling_id = l.id group by l.regio_id, l.id order by l.id',
      ),
    ).toEqual([
      { voorlopig: false, rijen: 1 },
      { voorlopig: true, rijen: 0 },
    ]);
    expect(await aantal('leerling_pgn')).toBe(2);
  });

  it('replaces an onderwijsnummer by a BSN; both resolve', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: onderwijsnummer(1) });
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) });
    expect(await regio.vraag('select onderwijsnummer, huidig from leerling_pgn order by 1')).toEqual([
      { onderwijsnummer: false, huidig: true },
      { onderwijsnummer: true, huidig: false },
    ]);
    await aanmeldingen(
      { leerlingnummer: 'm1', pgn: onderwijsnummer(1) },
      { leerlingnummer: 'm2', pgn: bsn(1), opleidingscode: '25655' },
    );
    expect(
      await regio.vraag('select count(distinct leerling_id)::int as n, count(*)::int as rijen from inschrijving'),
    ).toEqual([{ n: 1, rijen: 3 }]);
  });

  it('lets an onderwijsnummer that comes after the BSN resolve as well', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) });
    await kandidaten({ leerlingnummer: '1', pgn: onderwijsnummer(1) });
    expect(await regio.vraag('select onderwijsnummer, huidig from leerling_pgn order by 1')).toEqual([
      { onderwijsnummer: false, huidig: true },
      { onderwijsnummer: true, huidig: false },
    ]);
  });

  it('gives a number that was given to somebody else to that person, with a warning', async () => {
    await kandidaten({ leerlingnummer: '1' });
    const opnieuw = await kandidaten({
      leerlingnummer: '1',
      achternaam: 'Bos',
      roepnaam: 'Noa',
      geboortedatum: '2010-02-02',
    });
    expect(opnieuw.bevindingen).toMatchObject([{ code: 'leerlingnummerVanAnder', ernst: 'waarschuwing' }]);
    expect(await aantal('leerling')).toBe(2);
    expect(opnieuw.geraakte).toHaveLength(2);
  });

  it('waits for a person when only the date of birth is another', async () => {
    await kandidaten({ leerlingnummer: '1' });
    const opnieuw = await kandidaten({ leerlingnummer: '1', geboortedatum: '2009-04-05' });
    expect(opnieuw).toMatchObject({
      quarantaine: 1,
      verdwenen: 0,
      koppelvoorstellen: 1,
      bevindingen: [{ code: 'geboortedatumAnders' }],
    });
    expect(await regio.vraag('select voorlopig, geboortedatum::text from leerling order by id')).toEqual([
      { voorlopig: false, geboortedatum: '2009-05-04' },
      { voorlopig: true, geboortedatum: '2009-04-05' },
    ]);
  });
});
