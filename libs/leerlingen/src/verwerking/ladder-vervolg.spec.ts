import { aanmelding, bsn, kandidaat, onderwijsnummer, Proefregio } from '#leerlingen/test';

let regio: Proefregio;
beforeAll(async () => {
  regio = await Proefregio.maak();
});
afterEach(() => regio.leeg());
afterAll(() => regio.sluit());

const aantal = async (tabel: string): Promise<number> => {
  const [rij] = await regio.vraag<{ n: number }>(`select count(*)::int as n from ${tabel}`);
  return rij?.n ?? -1;
};
const kandidaten = (...rijen: Parameters<typeof kandidaat>[0][]) =>
  regio.lever({ school: '99AA00', peildatum: '2026-03-01', rijen: rijen.map(kandidaat) });
const aanmeldingen = (...rijen: Parameters<typeof aanmelding>[0][]) =>
  regio.lever({ school: '99ZZ00', peildatum: '2026-03-01', rijen: rijen.map(aanmelding) });

describe('rung 3 and 4: name, date of birth and postcode', () => {
  it('links exactly one, marked as derived, and learns the PGN', async () => {
    await kandidaten({ leerlingnummer: '1', achternaam: 'Berg', voorvoegsel: 'van der', roepnaam: 'Zoë' });
    const uitkomst = await aanmeldingen({
      leerlingnummer: 'm1',
      achternaam: 'v.d. Berg',
      roepnaam: 'Zoe',
      pgn: bsn(1),
    });
    expect(uitkomst).toMatchObject({ nieuw: 1, buitenCohort: 0 });
    expect(await regio.vraag('select afgeleid from leerling')).toEqual([{ afgeleid: true }]);
    expect(await aantal('leerling_pgn')).toBe(1);
  });

  it.each([
    ['another date of birth', { geboortedatum: '2009-05-05' }],
    ['another roepnaam', { roepnaam: 'Sem' }],
    ['another surname', { achternaam: 'Janssen' }],
    ['another postcode', { postcode: '5211AC' }],
    ['no postcode', { postcode: null }],
  ])('does not link with %s, but asks', async (_, anders) => {
    await kandidaten({ leerlingnummer: '1' });
    const uitkomst = await aanmeldingen({ leerlingnummer: 'm1', ...anders });
    expect(uitkomst).toMatchObject({ nieuw: 1, buitenCohort: 0, koppelvoorstellen: 1 });
    expect(await regio.vraag('select voorlopig from leerling order by id')).toEqual([
      { voorlopig: false },
      { voorlopig: true },
    ]);
  });

  it('does not link when two fit, but asks about both', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) }, { leerlingnummer: '2', pgn: bsn(2) });
    expect(await aantal('leerling')).toBe(2);
    expect(await aanmeldingen({ leerlingnummer: 'm1' })).toMatchObject({ nieuw: 1, koppelvoorstellen: 2 });
  });

  it('does not link against a different valid PGN, but does against an onderwijsnummer', async () => {
    await kandidaten(
      { leerlingnummer: '1', pgn: onderwijsnummer(1) },
      { leerlingnummer: '2', pgn: bsn(2), roepnaam: 'Noa' },
    );
    const rijen = [
      { leerlingnummer: 'm1', pgn: bsn(5) },
      { leerlingnummer: 'm2', pgn: bsn(6), roepnaam: 'Noa' },
    ];
    expect(await aanmeldingen(...rijen)).toMatchObject({ nieuw: 2, koppelvoorstellen: 1 });
    expect(await regio.vraag('select l.roepnaam from leerling l where l.voorlopig')).toEqual([{ roepnaam: 'Noa' }]);
    expect(await regio.vraag('select roepnaam from leerling where afgeleid')).toEqual([{ roepnaam: 'Sam' }]);
  });

  it('links neither of two applicants who would bring different PGNs to one leerling', async () => {
    await kandidaten({ leerlingnummer: '1' });
    const rijen = [
      { leerlingnummer: 'm1', pgn: bsn(5) },
      { leerlingnummer: 'm2', pgn: bsn(6) },
    ];
    expect(await aanmeldingen(...rijen)).toMatchObject({ nieuw: 2, quarantaine: 0, koppelvoorstellen: 2 });
    expect(await regio.vraag('select aanleiding from koppelvoorstel')).toEqual([
      { aanleiding: 'tweePgn' },
      { aanleiding: 'tweePgn' },
    ]);
    expect(
      await regio.vraag(
        'select count(distinct leerling_id)::int as n from leerling_pgn where leerling_id in (select id from leerling where voorlopig)',
      ),
    ).toEqual([{ n: 2 }]);
    expect(await aanmeldingen(...rijen)).toMatchObject({ ongewijzigd: 2, koppelvoorstellen: 0 });
  });

  it('never links twins', async () => {
    const gezin = { achternaam: 'de Wit', geboortedatum: '2009-01-01', postcode: '5211AB' };
    await kandidaten(
      { leerlingnummer: '1', roepnaam: 'Lynn', ...gezin },
      { leerlingnummer: '2', roepnaam: 'Lyn', ...gezin },
    );
    expect(await aantal('leerling')).toBe(2);
    const rijen = ['Lyn', 'Lynn', 'Lin'].map((roepnaam, i) => ({ leerlingnummer: `m${i}`, roepnaam, ...gezin }));
    expect(await aanmeldingen(...rijen)).toMatchObject({ nieuw: 3, koppelvoorstellen: 1 });
    expect(
      await regio.vraag(
        `select l.roepnaam, i.leerlingnummer from inschrijving i join leerling l on l.id = i.leerling_id where school = '99ZZ00' order by 1`,
      ),
    ).toEqual([
      { roepnaam: 'Lin', leerlingnummer: 'm2' },
      { roepnaam: 'Lyn', leerlingnummer: 'm0' },
      { roepnaam: 'Lynn', leerlingnummer: 'm1' },
    ]);
  });

  it('makes one leerling of two numbers of one file with the same identity', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) }, { leerlingnummer: '9' });
    expect(await aantal('leerling')).toBe(1);
  });
});

describe('rung 5: nobody fits', () => {
  it('makes a leerling for a candidate row and counts a follow-on row only', async () => {
    expect(
      await kandidaten({ leerlingnummer: '1' }, { leerlingnummer: '2', roepnaam: 'Noa', examenkandidaat: false }),
    ).toMatchObject({
      nieuw: 1,
      buitenCohort: 1,
    });
    expect(await regio.vraag('select roepnaam, woongemeente, woongemeente_afgeleid as afgeleid from leerling')).toEqual(
      [{ roepnaam: 'Sam', woongemeente: '0796', afgeleid: true }],
    );
  });

  it('takes all rows of one candidate, also those that are none', async () => {
    const anders = { leerlingnummer: '1', onderwijssoort: 'havo', leerweg: null, examenkandidaat: false };
    expect(await kandidaten({ leerlingnummer: '1' }, anders)).toMatchObject({ nieuw: 2, buitenCohort: 0 });
    expect(await aantal('leerling')).toBe(1);
  });

  it('makes no leerling of an mbo candidate, but for niveau 1 at a school that is followed', async () => {
    const rij = { leerlingnummer: 'm1', examenkandidaat: true, status: 'ingeschreven', begindatum: '2025-08-01' };
    expect(await aanmeldingen({ ...rij, niveau: 1 })).toMatchObject({ nieuw: 0, buitenCohort: 1 });
    const entree = (niveau: number) =>
      regio.lever({ school: '99YY00', peildatum: '2026-03-01', rijen: [aanmelding({ ...rij, niveau })] });
    expect(await entree(2)).toMatchObject({ nieuw: 0, buitenCohort: 1 });
    expect(await entree(1)).toMatchObject({ nieuw: 1, buitenCohort: 0 });
    expect(await aantal('examenkandidatuur')).toBe(1);
  });

  it('leaves only keyed hashes of who is outside', async () => {
    await aanmeldingen({ leerlingnummer: 'm1', pgn: bsn(1) });
    expect(await aantal('leerling')).toBe(0);
    expect(
      await regio.vraag(
        'select school, sum(cardinality(hashes))::int as n from buiten_cohort where vervangen_in = 0 group by 1',
      ),
    ).toEqual([{ school: '99ZZ00', n: 2 }]);
    await aanmeldingen();
    expect(await aantal('buiten_cohort where vervangen_in = 0')).toBe(0);
  });

  it('stores the PGN as keyed hash and as ciphertext that opens for this leerling only', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) });
    const [rij] = await regio.vraag<{ hash: Buffer; waarde: Buffer; leerling_id: string }>(
      'select * from leerling_pgn',
    );
    if (rij === undefined) throw new Error('none');
    expect(rij.hash).toEqual(regio.sleutels.hash(bsn(1)));
    expect(regio.sleutels.ontsleutel(rij.waarde, rij.leerling_id, 36)).toBe(bsn(1));
    expect(() => regio.sleutels.ontsleutel(rij.waarde, '999999', 36)).toThrow();
  });
});

describe('one PGN on two known leerlingen', () => {
  it('links neither, keeps both as they were, and leaves the next file alone', async () => {
    const een = { leerlingnummer: '1', postcode: '5211AA' };
    const twee = { leerlingnummer: '2', postcode: '5211BB' };
    await kandidaten(een, twee);
    expect(await aantal('leerling')).toBe(2);
    for (const keer of [1, 2]) {
      const uitkomst = await kandidaten({ ...een, pgn: bsn(1) }, { ...twee, pgn: bsn(1) });
      expect(uitkomst).toMatchObject({ quarantaine: 2, verdwenen: 0, koppelvoorstellen: keer === 1 ? 1 : 0 });
      expect(uitkomst.bevindingen).toMatchObject([
        { regel: 2, kolom: 'pgn', code: 'pgnDubbel', ernst: 'fout' },
        { regel: 3, kolom: 'pgn', code: 'pgnDubbel', ernst: 'fout' },
      ]);
    }
    expect(await aantal('leerling_pgn')).toBe(0);
    expect(await kandidaten({ ...een, pgn: bsn(1) }, twee)).toMatchObject({ quarantaine: 0 });
    expect(await aantal('leerling_pgn')).toBe(1);
  });
});

describe('rows of nobody that turn out to be of somebody', () => {
  it.each([
    ['by PGN', { pgn: bsn(1), postcode: null }, { pgn: bsn(1) }],
    ['by name, date of birth and postcode', { achternaam: 'Vries' }, { achternaam: 'Jansen-de Vries' }],
  ])('finds the line again %s', async (_, elders, hier) => {
    const eerst = await aanmeldingen({ leerlingnummer: 'm0', roepnaam: 'Iemand' }, { leerlingnummer: 'm1', ...elders });
    expect(eerst).toMatchObject({ buitenCohort: 2 });
    const { treffers } = await kandidaten({ leerlingnummer: '1', ...hier });
    expect(treffers).toEqual([{ aanleveringId: eerst.id, regels: [2, 3] }]);
    expect(await regio.vraag(`select leerlingnummer from inschrijving where school = '99ZZ00'`)).toEqual([
      { leerlingnummer: 'm1' },
    ]);
    // Reading them again decided: one line is inside now, the other only shares a birth date and a postcode.
    expect(
      await regio.vraag('select distinct unnest(regels) as regel from buiten_cohort where vervangen_in = 0'),
    ).toEqual([{ regel: 2 }]);
  });

  it('finds it when a known leerling gets a PGN', async () => {
    await kandidaten({ leerlingnummer: '1' });
    await aanmeldingen({ leerlingnummer: 'm1', pgn: bsn(1), achternaam: 'Bos', postcode: null });
    const { treffers } = await kandidaten({ leerlingnummer: '1', pgn: bsn(1) });
    expect(treffers).toHaveLength(1);
  });
});
