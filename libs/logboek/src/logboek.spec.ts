import { testDatabase, type TestDatabase } from '#database/test';
import type { Wie } from '#kern';
import { Logboek, type LogboekRegel } from './logboek.js';
import { LogboekRepository } from './logboek.repository.js';

const WIE: Wie = {
  soort: 'medewerker',
  id: '7',
  regioId: 36,
  naam: 'Naam die er niet in hoort',
  rollen: [{ rol: 'doorstroomcoach', scholen: [], gemeenten: ['0796'], heleRegio: false }],
};
const REGEL: LogboekRegel = {
  wie: WIE,
  handeling: 'lezen',
  onderwerp: 'casus',
  leerlingIds: ['11'],
  reden: 'casusverantwoordelijke',
  route: 'GET /api/v1/casussen/:id',
};

describe('the logboek', () => {
  let db: TestDatabase;
  const logboek = new Logboek(new LogboekRepository());
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.sluit());

  const leg = (regel: LogboekRegel) => db.als('sluitend_api').voerUit({ wie: WIE }, (tx) => logboek.leg(tx, regel));
  const rijen = (route: string) =>
    db.bron.query<Record<string, unknown>[]>(
      `select regio_id, wie, rollen, handeling, onderwerp, leerling_id, reden from logboek where route = $1 order by id`,
      [route],
    );

  it('gets one row per youngster: a page of 50 is 50', async () => {
    const ids = Array.from({ length: 50 }, (_, i) => String(100 + i));
    await leg({ ...REGEL, leerlingIds: [...ids, ids[0] ?? ''], route: 'vijftig' });
    expect((await rijen('vijftig')).map((r) => r['leerling_id'])).toEqual(ids);
  });

  it('says who, with which roles, on which ground; never a name', async () => {
    await leg({ ...REGEL, route: 'wie' });
    const gelegd = await rijen('wie');
    expect(gelegd).toEqual([
      {
        regio_id: 36,
        wie: 'medewerker:7',
        rollen: ['doorstroomcoach'],
        handeling: 'lezen',
        onderwerp: 'casus',
        leerling_id: '11',
        reden: 'casusverantwoordelijke',
      },
    ]);
  });

  it('also tells of a search that found nobody', async () => {
    await leg({ ...REGEL, handeling: 'zoeken', leerlingIds: [], route: 'niets' });
    expect((await rijen('niets')).map((r) => r['leerling_id'])).toEqual([null]);
  });

  it('is undone with the answer that it belongs to', async () => {
    const mislukt = db.als('sluitend_api').voerUit({ wie: WIE }, async (tx) => {
      await logboek.leg(tx, { ...REGEL, route: 'teruggedraaid' });
      throw new Error('The answer never left.');
    });
    await expect(mislukt).rejects.toThrow('never left');
    expect(await rijen('teruggedraaid')).toEqual([]);
  });
});
