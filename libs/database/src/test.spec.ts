import { type TestDatabase, testDatabase } from '#database/test';
import { systeem } from '#kern';

describe('testDatabase', () => {
  let een: TestDatabase;
  let twee: TestDatabase;
  beforeAll(async () => {
    [een, twee] = await Promise.all([testDatabase(), testDatabase({ verbindingen: 2 })]);
  });
  afterAll(async () => {
    await Promise.all([een.sluit(), twee.sluit()]);
  });

  it('gives a database with every migration run', async () => {
    expect(await een.bron.showMigrations()).toBe(false);
  });

  it('keeps the databases of two spec files apart', async () => {
    await een.bron.query(`insert into regio (id, naam, vakantiezone) values (36, 'Noordoost-Brabant', 'Zuid')`);
    expect(await twee.bron.query('select from regio')).toHaveLength(0);
  });

  it('works as the role and for the region that the context names', async () => {
    const vraag = `select current_user::text as rol, current_setting('app.regio') as regio`;
    const wie = systeem(36);
    expect(await een.transactie.voerUit({ wie }, (tx) => tx.query(vraag))).toEqual([
      { rol: 'sluitend_worker', regio: '36' },
    ]);
    expect(await een.als('sluitend_api').voerUit({ wie }, (tx) => tx.query(vraag))).toEqual([
      { rol: 'sluitend_api', regio: '36' },
    ]);
  });

  it('removes the database on close', async () => {
    const drie = await testDatabase();
    const naam = new URL(drie.url).pathname.slice(1);
    await drie.sluit();
    expect(await een.bron.query('select from pg_database where datname = $1', [naam])).toHaveLength(0);
  });
});
