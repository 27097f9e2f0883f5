import type { Wie } from '#kern';
import { Inname } from './test/inname.js';
import { kandidaatrij, kandidaten } from './test/rijen.js';

const ZORG: Wie = {
  ...{ soort: 'medewerker', id: '1', regioId: 36, naam: 'Zorg' },
  rollen: [{ rol: 'zorgcoordinator', scholen: ['99AA00'], gemeenten: [], heleRegio: false }],
};

describe('what a delivery leaves in the logboek', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  afterAll(() => inname.sluit());

  const regels = (reden: string) =>
    inname.db.bron.query<Record<string, unknown>[]>(
      `select wie, handeling, onderwerp, route, count(*)::int as rijen, count(distinct leerling_id)::int as leerlingen
         from logboek where reden = $1 group by 1, 2, 3, 4`,
      [reden],
    );

  it('is one row for each youngster that it really changed, by the system', async () => {
    const eerste = await inname.lever(kandidaten(100));
    const wat = { wie: 'systeem:systeem', handeling: 'schrijven', onderwerp: 'leerling' };
    const regel = { ...wat, route: 'opdracht:aanlevering.verwerk', rijen: 100, leerlingen: 100 };
    expect(await regels(`aanlevering:${eerste.id}`)).toEqual([regel]);
    inname.klok.zet('2026-03-17');
    const tweede = await inname.lever([...kandidaten(99), kandidaatrij(99, { uitslag: 'geslaagd' })]);
    expect(await regels(`aanlevering:${tweede.id}`)).toEqual([{ ...regel, rijen: 1, leerlingen: 1 }]);
  });

  it('is also the decision of a person, on which ground', async () => {
    inname.klok.zet('2026-03-18');
    const { id } = await inname.lever(kandidaten(80));
    await inname.besluiten.verwerp(ZORG, id, 'Verkeerde selectie.');
    expect(await regels(`eigen school, aanlevering:${id}`)).toEqual([
      {
        ...{ wie: 'medewerker:1', handeling: 'schrijven', onderwerp: 'aanlevering' },
        ...{ route: 'POST /api/v1/aanleveringen/:id/verwerping', rijen: 1, leerlingen: 0 },
      },
    ]);
  });
});
