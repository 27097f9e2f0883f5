import { type TestDatabase, testDatabase } from '#database/test';
import { alsDatum } from '#kern';
import { gevolgdeSchooljaren } from './schooljaren.regels.js';

interface Stap {
  signaal: string | null;
  vraag: string | null;
}

describe('the signaleringskalender', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await db.bron.query(
      `insert into regio (id, naam, vakantiezone) values (36, 'Eigen', 'Zuid'), (37, 'Gewoon', 'Noord')`,
    );
    await db.bron.query(
      `insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd) values
         (36, '99AA', '00', 'A', '{vmbo}', '0796', '{vmbo}'), (36, '99BB', '00', 'B', '{vmbo}', '0796', '{vmbo}'), (37, '99AA', '00', 'A', '{vmbo}', '0796', '{vmbo}')`,
    );
    await db.bron.query(`insert into eerste_lesdag values (36, '99BB00', 2026, '2026-08-31')`);
    await db.bron.query(
      `insert into signaleringsmoment (regio_id, schooljaar, profiel, signaal, maand_dag, na_eerste_lesdag_werkdagen, minimaal) values
         (36, 2025, 'vervolgonderwijs', 'geenAanmelding', '03-15', null, 'aangemeld'),
         (36, 2025, 'vervolgonderwijs', 'geenPlaatsing', '06-15', null, 'intakeGepland'),
         (36, 2025, 'vervolgonderwijs', 'nietIngeschreven', null, 3, 'ingeschreven'),
         (36, 2025, 'entree', 'nietIngeschreven', null, 8, 'ingeschreven'),
         (36, 2025, 'arbeid', 'geenAanmelding', '12-01', null, 'aangemeld')`,
    );
    await db.bron.query(`insert into uitslaggrens values (36, 2025, '2026-07-15')`);
  });
  afterAll(() => db.sluit());

  const op = async (
    datum: string,
    profiel: string,
    { regio = 36, school = '99AA00', schooljaar = 2025 } = {},
  ): Promise<Stap | undefined> => {
    const [rij] = await db.bron.query<Stap[]>(
      `select signaal, vraag from doorstroom_kalender($1, $2, $3, array[$4]) where profiel = $5`,
      [regio, schooljaar, datum, school, profiel],
    );
    return rij;
  };
  const niets = { signaal: null, vraag: null };
  const geenAanmelding = { signaal: 'geenAanmelding', vraag: 'aangemeld' };
  const geenPlaatsing = { signaal: 'geenPlaatsing', vraag: 'overeenkomstAangeboden' };
  const nietIngeschreven = { signaal: 'nietIngeschreven', vraag: 'ingeschreven' };
  const nietAangekomen = { signaal: 'nietAangekomen', vraag: 'aangekomen' };

  it.each<[string, string, Stap]>([
    ['2026-03-14', 'vervolgonderwijs', niets],
    ['2026-03-15', 'vervolgonderwijs', geenAanmelding],
    ['2026-06-15', 'vervolgonderwijs', { signaal: 'geenPlaatsing', vraag: 'intakeGepland' }],
    ['2026-08-26', 'vervolgonderwijs', { signaal: 'geenPlaatsing', vraag: 'intakeGepland' }],
    ['2026-08-27', 'vervolgonderwijs', nietIngeschreven],
    ['2026-10-01', 'vervolgonderwijs', nietAangekomen],
    // isk keeps its own geenAanmelding and follows the region in the other three
    ['2026-05-31', 'isk', niets],
    ['2026-06-01', 'isk', geenAanmelding],
    ['2026-06-15', 'isk', { signaal: 'geenPlaatsing', vraag: 'intakeGepland' }],
    // … unless it has a moment of its own
    ['2026-09-02', 'entree', { signaal: 'geenPlaatsing', vraag: 'intakeGepland' }],
    ['2026-09-03', 'entree', nietIngeschreven],
    // a moment that the defaults do not have; a deadline in autumn lies in the cohort year itself
    ['2025-11-30', 'arbeid', niets],
    ['2025-12-01', 'arbeid', geenAanmelding],
    ['2026-07-01', 'arbeid', geenPlaatsing],
    ['2026-09-15', 'dagbesteding', geenPlaatsing],
  ])('%s, %s, with moments of the region itself', async (datum, profiel, stap) => {
    expect(await op(datum, profiel)).toEqual(stap);
  });

  it.each<[string, string, Stap]>([
    ['2026-04-01', 'vervolgonderwijs', niets],
    ['2026-04-02', 'vervolgonderwijs', geenAanmelding],
    ['2026-07-01', 'vervolgonderwijs', geenPlaatsing],
    // zone Noord: summer until 16 August, first lesson day 17 August, 5 werkdagen on
    ['2026-08-23', 'vervolgonderwijs', geenPlaatsing],
    ['2026-08-24', 'vervolgonderwijs', nietIngeschreven],
    ['2026-06-30', 'arbeid', niets],
  ])('%s, %s, by the defaults', async (datum, profiel, stap) => {
    expect(await op(datum, profiel, { regio: 37 })).toEqual(stap);
  });

  it('counts from the first lesson day of the school itself', async () => {
    expect(await op('2026-09-02', 'vervolgonderwijs', { school: '99BB00' })).toEqual({
      signaal: 'geenPlaatsing',
      vraag: 'intakeGepland',
    });
    expect(await op('2026-09-03', 'vervolgonderwijs', { school: '99BB00' })).toEqual(nietIngeschreven);
  });

  it('says nothing of another schooljaar', async () => {
    expect(await op('2027-04-01', 'vervolgonderwijs', { schooljaar: 2026 })).toEqual(niets);
    expect(await op('2027-04-02', 'vervolgonderwijs', { schooljaar: 2026 })).toEqual(geenAanmelding);
  });

  it('knows when the uitslag must be there', async () => {
    const grens = `select distinct uitslag_grens from doorstroom_kalender($1, 2025, '2026-07-01', null)`;
    expect(await db.bron.query(grens, [36])).toEqual([{ uitslag_grens: '2026-07-15' }]);
    expect(await db.bron.query(grens, [37])).toEqual([{ uitslag_grens: '2026-07-08' }]);
  });

  it.each([
    ['2026-03-01', [2024, 2025]],
    ['2026-07-31', [2024, 2025]],
    ['2026-08-01', [2024, 2025]],
    ['2026-09-30', [2024, 2025]],
    ['2026-10-01', [2024, 2025, 2026]],
    ['2026-10-02', [2025, 2026]],
    ['2026-12-31', [2025, 2026]],
    ['2027-01-01', [2025, 2026]],
  ])('on %s the cohorts %j are followed', (datum, schooljaren) => {
    expect(gevolgdeSchooljaren(alsDatum(datum))).toEqual(schooljaren);
  });
});
