import { type TestDatabase, testDatabase } from '#database/test';

// Hand-made with a paper calendar: the holidays of Algemene termijnenwet art. 3, and rijksoverheid.nl for the schools.

describe('terms', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await db.bron.query(
      `insert into regio (id, naam, vakantiezone) values (1, 'N', 'Noord'), (2, 'M', 'Midden'), (3, 'Z', 'Zuid')`,
    );
  });
  afterAll(() => db.sluit());

  const een = async (sql: string, binds: unknown[]): Promise<string | null> => {
    const [rij] = await db.bron.query<[{ uit: string | null }]>(`select (${sql})::text as uit`, binds);
    return rij.uit;
  };

  it.each([
    ['an ordinary week (domain.md 5)', '2026-08-24', 5, '2026-08-31'],
    ['two ordinary weeks (domain.md 5)', '2026-08-24', 10, '2026-09-07'],
    ['day 0', '2026-08-24', 0, '2026-08-24'],
    ['a start on Saturday counts from Friday', '2026-08-29', 1, '2026-08-31'],
    ['Easter 2026: Good Friday 3 April and Monday 6 April', '2026-04-02', 1, '2026-04-07'],
    ['Easter 2026, five days', '2026-04-01', 5, '2026-04-10'],
    ['King’s Day 2025: the 27th is a Sunday, so the 26th, a Saturday; 5 May counts', '2025-04-25', 5, '2025-05-02'],
    ['5 May 2025, a Monday', '2025-05-02', 1, '2025-05-06'],
    ['King’s Day 2026, a Monday', '2026-04-24', 1, '2026-04-28'],
    ['Ascension 14 May and Whit Monday 25 May 2026', '2026-05-13', 8, '2026-05-27'],
    ['Christmas 2025: Thursday and Friday', '2025-12-24', 1, '2025-12-29'],
    ['Christmas 2025 and New Year', '2025-12-23', 5, '2026-01-02'],
    ['Christmas 2026: Friday and Saturday', '2026-12-24', 1, '2026-12-28'],
  ])('werkdagen: %s', async (_, start, aantal, verwacht) => {
    expect(await een('plus_werkdagen($1::date, $2::int)', [start, aantal])).toBe(verwacht);
  });

  it.each([
    // herfst 2026: Noord 10–18 October, Midden and Zuid 17–25 October
    ['Noord', 'herfst: the day before', '2026-10-09', 1, '2026-10-19'],
    ['Midden', 'herfst: not yet', '2026-10-09', 1, '2026-10-12'],
    ['Zuid', 'herfst: the day before', '2026-10-16', 1, '2026-10-26'],
    ['Midden', 'herfst: across it', '2026-10-14', 5, '2026-10-28'],
    ['Noord', 'herfst: starts in it', '2026-10-14', 1, '2026-10-19'],
    ['Noord', 'herfst: day 0 in it is the last schoolday before it', '2026-10-14', 0, '2026-10-09'],
    // kerst 2026: 19 December to 3 January everywhere
    ['Zuid', 'kerst', '2026-12-18', 1, '2027-01-04'],
    // voorjaar 2026: Noord 21 February to 1 March, Midden and Zuid 14–22 February
    ['Noord', 'voorjaar', '2026-02-20', 2, '2026-03-03'],
    ['Zuid', 'voorjaar', '2026-02-13', 2, '2026-02-24'],
    // mei 2026: 25 April to 3 May; then 5 May; Good Friday and Easter Monday before it
    ['Midden', 'mei, with 4 May a schoolday and 5 May not', '2026-04-24', 2, '2026-05-06'],
    ['Midden', 'Easter', '2026-04-02', 5, '2026-04-13'],
    // zomer 2026: Noord 4 July to 16 August, Midden 18 July to 30 August, Zuid 11 July to 23 August
    ['Noord', 'zomer', '2026-07-03', 1, '2026-08-17'],
    ['Midden', 'zomer', '2026-07-17', 1, '2026-08-31'],
    ['Zuid', 'zomer', '2026-07-10', 1, '2026-08-24'],
    ['Zuid', 'zomer: ten days across it', '2026-07-06', 10, '2026-08-31'],
    ['Zuid', 'back again across it', '2026-08-31', -10, '2026-07-06'],
    ['Zuid', 'one back', '2026-08-24', -1, '2026-07-10'],
  ])('schoolwerkdagen in %s: %s', async (zone, _, start, aantal, verwacht) => {
    expect(await een('plus_schoolwerkdagen($1, $2::date, $3::int)', [zone, start, aantal])).toBe(verwacht);
  });

  it.each([
    // antwoordSchool: 5 schoolwerkdagen in the zone of the region; eersteContact: werkdagen, whatever the zone
    [1, 'antwoordSchool', 'leerplicht', '2026-10-09', '2026-10-23'],
    [2, 'antwoordSchool', 'leerplicht', '2026-10-09', '2026-10-16'],
    [3, 'antwoordSchool', '', '2026-07-10', '2026-08-28'],
    [1, 'eersteContact', 'leerplicht', '2026-10-09', '2026-10-13'],
    [3, 'eersteContact', 'doorstroompunt', '2026-07-10', '2026-07-17'],
    [3, 'terugkoppeling', 'leerplicht', '2026-07-10', '2026-07-24'],
    [3, 'onbekend', '', '2026-07-10', null],
  ])('region %i: %s for %s from %s is due on %s', async (regio, soort, doelgroep, start, verwacht) => {
    expect(await een('termijn_op($1::int, $2, $3, $4::date)', [regio, soort, doelgroep, start])).toBe(verwacht);
  });

  it.each([
    // eight days in the summer, of which no schoolday and six werkdagen
    ['antwoordSchool', '2026-07-20', '2026-07-28', 0, '2026-08-31'],
    ['terugkoppeling', '2026-07-20', '2026-07-28', 6, '2026-09-08'],
    // a weekend is no day
    ['terugkoppeling', '2026-08-29', '2026-08-31', 0, '2026-08-31'],
    ['antwoordSchool', '2026-08-31', '2026-09-02', 2, '2026-09-02'],
  ])('%s suspended from %s until %s moves by %i days', async (soort, van, tot, dagen, verwacht) => {
    expect(await een('termijndagen(3, $1, $2::date, $3::date)', [soort, van, tot])).toBe(String(dagen));
    expect(await een('schuif_termijn(3, $1, $2::date, $3::int)', [soort, '2026-08-31', dagen])).toBe(verwacht);
  });

  it.each(['antwoordSchool', 'terugkoppeling'])(
    '%s moved by no days stays, also on a day that is none',
    async (soort) => {
      expect(await een('schuif_termijn(3, $1, $2::date, 0)', [soort, '2026-07-19'])).toBe('2026-07-19');
    },
  );

  it('has a term for every soort of task that follows from another', async () => {
    const rijen = await db.bron.query<{ soort: string }[]>(
      `select s as soort from unnest($1::text[]) s where not exists (select from termijn t where t.soort = s and t.doelgroep = '')`,
      [
        [
          'eersteContact',
          'nogNodig',
          'opvolging',
          'andereWeg',
          'besluit',
          'begeleiding',
          'antwoordSchool',
          'inschrijving',
          'terugkoppeling',
          'nazorg',
          'koppelvoorstel',
        ],
      ],
    );
    expect(rijen).toEqual([]);
  });
});
