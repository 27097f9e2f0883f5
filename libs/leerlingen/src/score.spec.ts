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
  });

  it.each(['2008-02-29', '2007-12-31', '2010-01-01', '2009-10-10', '2000-11-30', '2011-07-01'])(
    'gives of %s exactly what compares as one error',
    async (datum) => {
      const [rij] = await db.bron.query<{ varianten: string[]; vergeleken: string[] }[]>(
        `select array(select v::text from datum_varianten(d) v where v < '2030-01-01' order by 1) as varianten,
                array(select x::date::text from generate_series(date '2000-01-01', '2029-12-31', '1 day') x
                       where datum_cijfers(d, x::date) = 1 or datum_verwisseld(d) = x::date and d <> x::date
                          or extract(year from x) = extract(year from d) and datum_onzeker(x::date) and d <> x::date order by 1) as vergeleken
           from (select $1::date as d) a`,
        [datum],
      );
      expect(rij?.varianten).toEqual(rij?.vergeleken);
    },
  );
});

/** Pairs that are alike in each way that naam_lijkt knows, and some that are not. */
const NAMEN = [
  ['Jansen', 'Jan'],
  ['Jan', 'Jansen'],
  ['Jan', 'Jan'],
  ['Jaanzen', 'Janneke'],
  ['Kowalska', 'Mohammed'],
  ['Kowalczyk', 'Muhamad'],
  ['Schakir', 'Youssef'],
  ['Chaker', 'Yusuf'],
  ['El Amrani', 'Mohamedamin'],
  ['Amrani', 'Mohamed Amin'],
  ['Nguyễn', 'Văn An'],
  ['An', 'Nguyen Van'],
  ['Bakker-Visser', 'Zoë'],
  ['Visser', 'Zoe'],
  ['Oğlu', 'Ö'],
  ['Oglu', 'O'],
  ['Vos de Wit', 'Ij'],
  ['Ouwehand e.v. Bos', 'Y'],
  ['Li', 'Le'],
  // four letters longer, and another spelling of the same sounds
  ['Aksoy', 'Mohamedamin'],
  ['Aksoy', 'Mohamed'],
  ['Aksoy', 'Chouchaoui'],
  ['Aksoy', 'Soesawi'],
  // nothing in common letter by letter: changed places, and a second first name
  ['Willemsen', 'Bob'],
  ['Bob', 'Willemsen'],
  ['Aksoy', 'Marianne Bob'],
  ['Aksoy', 'Bob'],
] as const;

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

  it('stops only where nothing was to be found: every pair of awkward names, with and without a threshold', async () => {
    const [telling] = await db.bron.query<{ paren: number; gevraagd: number; anders: unknown[] }[]>(
      `with naam as (select naam_norm(a) as an, a, roepnaam_norm(r) as rn, r from unnest($1::text[], $2::text[]) n (a, r)),
       paar as materialized (
         select x.een, x.ander, koppel_punten(x.een, x.ander, nullif(nummer, false), false, -10000) as alles,
                koppel_punten(x.een, x.ander, nullif(nummer, false), false, 600) as snel
           from naam e, naam a, unnest(array['2008-06-14', '2008-06-15']) d, unnest(array['5211AB', '5211XY', '9999ZZ', null]) p,
                unnest(array[true, false]) nummer,
                lateral (select row(e.an, e.a, e.rn, e.r, date '2008-06-14', '5211AB', 'V')::koppelkenmerk as een,
                                row(a.an, a.a, a.rn, a.r, d::date, p, 'V')::koppelkenmerk as ander) x),
       som as (select *, (select sum(p) from unnest(alles) p) as punten from paar)
       select count(*)::int as paren, count(snel)::int as gevraagd,
              coalesce(json_agg(json_build_array(een, ander, alles, snel))
                filter (where snel is distinct from case when punten >= 600 then alles end), '[]') as anders
         from som`,
      [NAMEN.map(([achternaam]) => achternaam), NAMEN.map(([, naam]) => naam)],
    );
    expect(telling?.anders).toEqual([]);
    expect(telling?.paren).toBe(16 * NAMEN.length ** 2);
    expect(telling?.gevraagd).toBeGreaterThan(500);
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
