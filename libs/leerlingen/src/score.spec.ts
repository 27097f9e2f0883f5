import { type TestDatabase, testDatabase } from '#database/test';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.sluit());

const eerste = async <R>(sql: string, waarden: unknown[] = []): Promise<R> => {
  const [rij] = await db.bron.query<{ w: R }[]>(`select ${sql} as w`, waarden);
  if (rij === undefined) throw new Error('none');
  return rij.w;
};
const surname = (een: string, ander: string): Promise<number> =>
  eerste('naam_lijkt(naam_norm($1), $1, naam_norm($2), $2)', [een, ander]);
const roepnaam = (een: string, ander: string): Promise<number> =>
  eerste('naam_lijkt(roepnaam_norm($1), $1, roepnaam_norm($2), $2)', [een, ander]);

describe('naam_lijkt', () => {
  it.each([
    ['Dutch, one letter', 'Janssen', 'Jansen', 80],
    ['Dutch, tussenvoegsel', 'van der Berg', 'Berg', 100],
    ['Dutch, two letters changed places', 'Bakker', 'Bakekr', 80],
    ['partner name, one half', 'Jansen-de Vries', 'de Vries', 95],
    ['partner name behind e.v.', 'Jansen e.v. de Vries', 'Jansen', 95],
    ['partner name behind geb.', 'de Vries geb. Jansen', 'Jansen', 95],
    ['partner name behind a slash', 'Jansen/de Vries', 'de Vries', 95],
    ['Moroccan, article', 'El Amrani', 'Amrani', 95],
    ['Moroccan, French and Dutch spelling', 'Bouchaara', 'Bousjara', 65],
    ['Moroccan, one word or two', 'Ben Ali', 'Benali', 95],
    ['Turkish, soft g', 'Ağaoğlu', 'Aaoglu', 65],
    ['Polish, feminine', 'Kowalska', 'Kowalski', 80],
    ['Polish, Dutch spelling', 'Wiśniewski', 'Wisnjewski', 80],
    ['Surinamese, old and new spelling', 'Soekhoe', 'Sukhu', 80],
    ['Surinamese, ie and i', 'Ramdien', 'Ramdin', 80],
    ['Javanese', 'Djojodikromo', 'Jojodikromo', 80],
    ['Vietnamese, two letters', 'Lê', 'Lee', 50],
    ['Vietnamese, middle name', 'Nguyễn Văn', 'Nguyen', 80],
  ])('%s: %s and %s', async (_, een, ander, minstens) => {
    const likheid = await surname(een, ander);
    expect(likheid).toBeGreaterThanOrEqual(minstens);
    expect(await surname(ander, een)).toBe(likheid);
  });

  it.each([
    ['Mohammed', 'Muhammad', 80],
    ['Mohamed', 'Mohamed Amin', 85],
    ['Youssef', 'Yusuf', 80],
    ['Anne-Marie', 'Anne', 85],
    ['Marie Anne', 'Anne Marie', 95],
    ['Thi Lan', 'Lan', 85],
    ['Sam', 'Sem', 70],
    ['Katarzyna', 'Katarzina', 80],
  ])('roepnamen %s and %s', async (een, ander, minstens) => {
    expect(await roepnaam(een, ander)).toBeGreaterThanOrEqual(minstens);
    expect(await roepnaam(ander, een)).toBe(await roepnaam(een, ander));
  });

  it.each([
    ['Jansen', 'Pietersen'],
    ['Yilmaz', 'Yildiz'],
    ['Nguyen', 'Ngo'],
    ['Bos', 'Vos de Wit'],
    ['Le', 'Vo'],
  ])('keeps %s and %s apart', async (een, ander) => {
    expect(await surname(een, ander)).toBe(0);
  });

  it.each([
    ['Daan', 'Noor'],
    ['Mohamed', 'Mehdi'],
    ['Fatima', 'Farida'],
    ['Sem', 'Tom'],
  ])('keeps brother and sister apart: %s and %s', async (een, ander) => {
    expect(await roepnaam(een, ander)).toBe(0);
  });
});

describe('datum_punten', () => {
  it.each([
    ['equal', '2008-06-14', '2008-06-14', 300],
    ['equal, but a placeholder', '2008-01-01', '2008-01-01', 220],
    ['day and month the other way round', '2008-06-03', '2008-03-06', 190],
    ['one digit', '2008-06-14', '2008-06-15', 160],
    ['one digit of the year', '2008-06-14', '2007-06-14', 160],
    ['a placeholder beside a date of that year', '2008-01-01', '2008-06-14', 110],
    ['two digits of the day', '2008-06-14', '2008-06-23', 60],
    ['two digits, another year', '2008-06-14', '2009-06-15', -40],
    ['something else', '2008-06-14', '2010-11-30', -40],
  ])('%s', async (_, een, ander, punten) => {
    expect(await eerste('datum_punten($1, $2)', [een, ander])).toBe(punten);
    expect(await eerste('datum_punten($1, $2)', [ander, een])).toBe(punten);
  });

  it('gives every date of one typing error, and no date that does not exist', async () => {
    const varianten = await eerste<string[]>(`array(select v::text from datum_varianten('2008-02-12') v order by 1)`);
    expect(varianten).toEqual(
      expect.arrayContaining(['2008-02-22', '2008-12-12', '2009-02-12', '2008-12-02', '2008-01-01']),
    );
    expect(varianten).not.toContain('2008-02-12');
    expect(new Set(varianten).size).toBe(varianten.length);
    await expect(
      eerste(
        `(select count(*)::int from generate_series(date '2007-12-01', '2009-03-01', '1 day') d, datum_varianten(d::date) v)`,
      ),
    ).resolves.toBeGreaterThan(0);
  });
});

describe('koppel_punten', () => {
  const wie = (anders: Record<string, string | null> = {}): Record<string, string | null> => ({
    ...{
      achternaam: 'Jansen',
      roepnaam: 'Sam',
      geboortedatum: '2008-06-14',
      postcode: '5211AB',
      geslacht: 'V',
      ...anders,
    },
  });
  const rij = (n: number): string =>
    `row(naam_norm($${n}::jsonb->>'achternaam'), $${n}::jsonb->>'achternaam', roepnaam_norm($${n}::jsonb->>'roepnaam'), $${n}::jsonb->>'roepnaam',
      ($${n}::jsonb->>'geboortedatum')::date, $${n}::jsonb->>'postcode', $${n}::jsonb->>'geslacht')::koppelkenmerk`;
  const punten = (
    een: object,
    ander: object,
    drempel = 0,
    nummer: boolean | null = null,
    pgn = false,
  ): Promise<number[] | null> =>
    eerste(`koppel_punten(${rij(1)}, ${rij(2)}, $3, $4, $5)`, [
      JSON.stringify(een),
      JSON.stringify(ander),
      nummer,
      pgn,
      drempel,
    ]);

  it('gives points per field, null where one side says nothing', async () => {
    expect(await punten(wie(), wie())).toEqual([250, 250, 300, 150, 20, null, null]);
    expect(await punten(wie({ postcode: null }), wie({ geslacht: null }))).toEqual([
      250,
      250,
      300,
      null,
      null,
      null,
      null,
    ]);
    expect(await punten(wie(), wie(), 0, true, true)).toEqual([250, 250, 300, 150, 20, 150, -350]);
  });

  it('stops when the threshold is out of reach', async () => {
    expect(await punten(wie(), wie({ geboortedatum: '1999-12-31', postcode: '9999XX' }), 600)).toBeNull();
    expect(await punten(wie(), wie({ roepnaam: 'Bram' }), 600)).toBeNull();
  });

  it('sees names that changed places', async () => {
    expect(
      await punten(
        wie({ achternaam: 'Nguyễn', roepnaam: 'Văn An' }),
        wie({ achternaam: 'An', roepnaam: 'Nguyen Van' }),
      ),
    ).toEqual([210, 210, 300, 150, 20, null, null]);
  });

  it('says per field equal or not, and no value', async () => {
    expect(await eerste(`koppel_bewijs(array[250, -200, 190, null, 20, null, -350])`)).toEqual([
      { veld: 'achternaam', oordeel: 'gelijk', punten: 250 },
      { veld: 'roepnaam', oordeel: 'anders', punten: -200 },
      { veld: 'geboortedatum', oordeel: 'bijna', punten: 190 },
      { veld: 'postcode', oordeel: 'ontbreekt', punten: 0 },
      { veld: 'geslacht', oordeel: 'gelijk', punten: 20 },
      { veld: 'leerlingnummer', oordeel: 'ontbreekt', punten: 0 },
      { veld: 'pgn', oordeel: 'anders', punten: -350 },
    ]);
    expect(await eerste('koppel_score(array[250, 250, 300, 150, 20, 150, null])')).toBe(1000);
  });
});
