import { aanmelding, bsn, kandidaat, Proefregio } from '#leerlingen/test';

let regio: Proefregio;
beforeAll(async () => {
  regio = await Proefregio.maak();
});
afterEach(() => regio.leeg());
afterAll(() => regio.sluit());

const lever = (school: string, ...rijen: Parameters<typeof kandidaat>[0][]) =>
  regio.lever({ school, peildatum: '2026-03-01', rijen });
const ids = async () => (await regio.vraag<{ id: string }>('select id from leerling order by id')).map((l) => l.id);

describe('a record that was merged', () => {
  /** Three leerlingen with other dates of birth, merged one into the next; the last, with the BSN, is left. */
  const keten = async () => {
    await lever(
      '99AA00',
      ...['2009-05-04', '2007-09-12', '2006-01-30'].map((geboortedatum, n) =>
        kandidaat({ leerlingnummer: `${n}`, geboortedatum, ...(n === 2 ? { pgn: bsn(1) } : {}) }),
      ),
    );
    const [een = '', twee = '', drie = ''] = await ids();
    await regio.vraag('update leerling set samengevoegd_in = $2 where id = $1', [een, twee]);
    await regio.vraag('update leerling set samengevoegd_in = $2 where id = $1', [twee, drie]);
    await regio.vraag('update schoolkoppeling set leerling_id = $1', [drie]);
    return drie;
  };

  it('links by its identity to who is left, and nobody with another BSN: a person is asked', async () => {
    const drie = await keten();
    const uitkomst = await lever('99ZZ00', aanmelding({ leerlingnummer: 'm1', pgn: bsn(2) }));
    expect(uitkomst).toMatchObject({ nieuw: 1, koppelvoorstellen: 1 });
    const [vraag] = await regio.vraag<{ kandidaat_id: string; bewijs: unknown[] }>(
      'select kandidaat_id, bewijs from koppelvoorstel',
    );
    expect(vraag?.kandidaat_id).toBe(drie);
    expect(vraag?.bewijs).toContainEqual(expect.objectContaining({ veld: 'pgn', oordeel: 'anders' }));
    expect(await regio.vraag('select from leerling_pgn where leerling_id = $1', [drie])).toHaveLength(1);
  });

  it('is no candidate as one without a BSN when who is left has one', async () => {
    await keten();
    expect(await lever('99ZZ00', aanmelding({ leerlingnummer: 'm1', pgn: bsn(2), postcode: null }))).toMatchObject({
      koppelvoorstellen: 0,
      buitenCohort: 1,
    });
  });

  it('lends its date of birth and name to who is left, over two merges', async () => {
    const drie = await keten();
    const uitkomst = await lever('99ZZ00', aanmelding({ leerlingnummer: 'm1', pgn: bsn(1), achternaam: 'Bos' }));
    expect(uitkomst).toMatchObject({ quarantaine: 0 });
    expect(await regio.vraag(`select leerling_id from inschrijving where school = '99ZZ00'`)).toEqual([
      { leerling_id: drie },
    ]);
  });
});
