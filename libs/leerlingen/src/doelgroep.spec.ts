import { kandidaat, Proefregio, type Proefrij } from '#leerlingen/test';

let regio: Proefregio;
beforeAll(async () => {
  regio = await Proefregio.maak();
});
afterEach(() => regio.leeg());
afterAll(() => regio.sluit());

const doelgroep = async (
  geboren: string,
  op: string,
  startkwalificatie = false,
  vrijgesteld = false,
): Promise<unknown> => {
  const [rij] = await regio.vraag<{ d: string }>('select doelgroep($1::date, $2, $3, $4::date) as d', [
    geboren,
    startkwalificatie,
    vrijgesteld,
    op,
  ]);
  return rij?.d;
};

describe('doelgroep on a date', () => {
  it.each([
    ['turns 16 on the last day of a schooljaar: that one', '2010-07-31', '2026-07-31', 'leerplicht'],
    ['… the day after', '2010-07-31', '2026-08-01', 'kwalificatieplicht'],
    ['turns 16 on the first day of a schooljaar: still all of it', '2010-08-01', '2026-08-01', 'leerplicht'],
    ['… its last day', '2010-08-01', '2027-07-31', 'leerplicht'],
    ['… and then', '2010-08-01', '2027-08-01', 'kwalificatieplicht'],
    ['the day before the 18th birthday', '2008-05-04', '2026-05-03', 'kwalificatieplicht'],
    ['the 18th birthday', '2008-05-04', '2026-05-04', 'doorstroompunt'],
    ['23 years on the last day of the old law', '2002-12-31', '2025-12-31', 'geen'],
    ['not yet 23 on that day', '2003-01-01', '2025-12-31', 'doorstroompunt'],
    ['23 years, a day later', '2002-12-31', '2026-01-01', 'doorstroompunt'],
    ['the day before the 27th birthday', '1999-03-02', '2026-03-01', 'doorstroompunt'],
    ['the 27th birthday', '1999-03-02', '2026-03-02', 'geen'],
  ])('%s', async (_, geboren, op, verwacht) => {
    expect(await doelgroep(geboren, op)).toBe(verwacht);
  });

  it.each([
    ['startkwalificatie at 16', '2009-09-09', true, false, 'geen'],
    ['startkwalificatie at 15', '2011-09-09', true, false, 'leerplicht'],
    ['exempt at 16', '2009-09-09', false, true, 'doorstroompunt'],
    ['exempt at 15', '2011-09-09', false, true, 'leerplicht'],
    ['exempt at 20', '2006-03-03', false, true, 'doorstroompunt'],
    ['both', '2009-09-09', true, true, 'geen'],
  ])('%s', async (_, geboren, startkwalificatie, vrijgesteld, verwacht) => {
    expect(await doelgroep(geboren, '2026-09-10', startkwalificatie, vrijgesteld)).toBe(verwacht);
  });
});

describe('doelgroep_op of a leerling', () => {
  const GEBOREN = { leerlingnummer: '1', geboortedatum: '2009-05-04' };
  const op = async (datum: string): Promise<unknown> => {
    const [rij] = await regio.vraag<{ d: string; set: string }>(
      `select doelgroep_op(36, l.id, $1) as d, (select x.doelgroep from doelgroepen_op(36, $1) x where x.leerling_id = l.id) as set from leerling l`,
      [datum],
    );
    expect(rij?.set).toBe(rij?.d);
    return rij?.d;
  };
  const lever = (rij: Partial<Proefrij>, peildatum = '2026-07-01') =>
    regio.lever({ school: '99BB00', peildatum, rijen: [kandidaat({ ...GEBOREN, ...rij })] });

  it('takes a startkwalificatie from the day of the diploma', async () => {
    await lever({ onderwijssoort: 'havo', leerweg: null, diplomadatum: '2026-06-20' });
    expect([await op('2026-06-19'), await op('2026-06-20'), await op('2026-08-01')]).toEqual([
      'kwalificatieplicht',
      'geen',
      'geen',
    ]);
  });

  it('vmbo gives none', async () => {
    await lever({ uitslag: 'geslaagd' });
    expect([await op('2025-07-31'), await op('2026-07-31'), await op('2026-08-01')]).toEqual([
      'leerplicht',
      'kwalificatieplicht',
      'kwalificatieplicht',
    ]);
  });

  it('exempts with a diploma of praktijkonderwijs', async () => {
    await lever({ onderwijssoort: 'pro', leerweg: null });
    expect(await op('2026-08-01')).toBe('kwalificatieplicht');
    await lever({ onderwijssoort: 'pro', leerweg: null, diplomadatum: '2026-07-02' }, '2026-07-03');
    expect(await op('2026-08-01')).toBe('doorstroompunt');
  });

  it.each([
    ['arbeid', 'doorstroompunt'],
    ['dagbesteding', 'doorstroompunt'],
    ['vervolgonderwijs', 'kwalificatieplicht'],
  ])('vso with profiel %s: %s', async (uitstroomprofiel, verwacht) => {
    await lever({ onderwijssoort: 'vso', leerweg: null, uitstroomprofiel });
    expect(await op('2026-08-01')).toBe(verwacht);
  });
});

it('is inlined over a set: the law is looked up once', async () => {
  const plan = JSON.stringify(
    await regio.vraag(`explain (verbose) select doelgroep(l.geboortedatum, false, false, date '2026-03-01', w.leerplicht_tot, w.kwalificatieplicht_tot, w.doorstroompunt_tot)
      from leerling l cross join wet_op(date '2026-03-01') w`),
  );
  expect(plan).not.toContain('doelgroep(');
  const set = JSON.stringify(
    await regio.vraag(`explain select * from doelgroepen_op(36, date '2026-03-01') where leerling_id = 5`),
  );
  expect(set).not.toContain('Function Scan on doelgroepen_op');
});
