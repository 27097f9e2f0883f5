import { aanmeldrij, alsCsv, kandidaatrij, kandidaten } from '#aanlevering/test';
import { lever, verwachtProbleem, type Probleem } from '../robuust/leveren.js';
import { COORDINATOR, ROBUUSTREGIO, ZORG } from '../robuust/regio.js';
import { Keten } from '../scenario/keten.js';

interface Rij {
  leerlingnummer: string | null;
  soort: string;
  wijzigingen: { kolom: string; oud: string | null; nieuw: string | null }[];
}
interface Pagina {
  tellingen: Record<string, number>;
  resultaten: Rij[];
  volgende: string | null;
}
interface Traject {
  leerlingnummer: string;
  nietBevestigd?: boolean;
}

describe('what a delivery changed, over HTTP', () => {
  let keten: Keten;
  let nacht = '';
  beforeAll(async () => {
    keten = await Keten.start('2026-03-16', ROBUUSTREGIO);
    await lever(keten, alsCsv(kandidaten(30)));
    keten.api.klok.zet('2026-03-17');
    const rijen = [
      kandidaatrij(0, { groep: '4b', postcode: '5211ZZ' }),
      kandidaatrij(1, { status: 'x' }),
      ...kandidaten(27, 2),
      kandidaatrij(40),
    ];
    ({ id: nacht } = await lever(keten, alsCsv(rijen)));
    await keten.werkAf();
  });
  afterAll(() => keten.sluit());

  const verschil = (id: string, als: string, vraag = '') =>
    keten.vraag<Pagina>('GET', `aanleveringen/${id}/verschil${vraag}`, als);
  const per = (pagina: Pagina, soort: string): (string | null)[] =>
    pagina.resultaten.filter((r) => r.soort === soort).map((r) => r.leerlingnummer);
  const waarden = (pagina: Pagina, nummer: string) =>
    pagina.resultaten
      .filter((r) => r.leerlingnummer === nummer)
      .flatMap((r) => r.wijzigingen)
      .toSorted((a, b) => a.kolom.localeCompare(b.kolom));

  it('shows a school its own rows with their values', async () => {
    for (const als of [ZORG, 'school-99AA']) {
      const pagina = await verschil(nacht, als);
      expect(pagina.tellingen).toEqual({ nieuw: 1, gewijzigd: 1, verdwenen: 1, quarantaine: 1 });
      expect(per(pagina, 'verdwenen')).toEqual(['1029']);
      expect(per(pagina, 'nietBevestigd')).toEqual(['1001']);
      expect(per(pagina, 'nieuw')).toEqual(['1040']);
      expect(waarden(pagina, '1000')).toEqual([
        { kolom: 'groep', oud: null, nieuw: '4b' },
        { kolom: 'postcode', oud: '5211AB', nieuw: '5211ZZ' },
      ]);
    }
  });

  it('shows the coordinator how many and which columns, and no value', async () => {
    const pagina = await verschil(nacht, COORDINATOR);
    expect(pagina.tellingen).toEqual({ nieuw: 1, gewijzigd: 1, verdwenen: 1, quarantaine: 1 });
    expect(waarden(pagina, '1000')).toEqual([
      { kolom: 'groep', oud: null, nieuw: null },
      { kolom: 'postcode', oud: null, nieuw: null },
    ]);
    expect(JSON.stringify(pagina)).not.toMatch(/5211|4b/);
  });

  it('goes page by page and by soort, and is nothing to another school', async () => {
    const eerste = await verschil(nacht, ZORG, '?aantal=2');
    expect(eerste.resultaten).toHaveLength(2);
    const alle = await keten.alles<Rij>(`aanleveringen/${nacht}/verschil?aantal=2`, ZORG);
    expect(alle).toEqual((await verschil(nacht, ZORG)).resultaten);
    expect(per(await verschil(nacht, ZORG, '?soort=nieuw'), 'nieuw')).toEqual(['1040']);
    const vreemd = await keten.api.vraag<Partial<Probleem>>('GET', `aanleveringen/${nacht}/verschil`, {
      als: 'school-99AB',
    });
    verwachtProbleem(vreemd, 404, 'nietGevonden');
    expect(
      (await keten.api.vraag('GET', `aanleveringen/${nacht}/verschil`, { als: 'coach-a@regio.example' })).status,
    ).toBe(403);
  });

  it('never shows one school what another wrote', async () => {
    keten.api.klok.zet('2026-03-18');
    const { id } = await lever(keten, alsCsv([aanmeldrij(2)]), { school: '99ZZ00' });
    expect(waarden(await verschil(id, 'school-99ZZ'), 'S2')).toEqual([]);
    keten.api.klok.zet('2026-03-19');
    await lever(
      keten,
      alsCsv([...kandidaten(2), kandidaatrij(2, { postcode: '5211CD' }), ...kandidaten(25, 3), kandidaatrij(40)]),
    );
    keten.api.klok.zet('2026-03-20');
    const tweede = await lever(keten, alsCsv([aanmeldrij(2, { postcode: '5211EF' })]), { school: '99ZZ00' });
    expect(waarden(await verschil(tweede.id, 'school-99ZZ'), 'S2')).toEqual([
      { kolom: 'postcode', oud: null, nieuw: '5211EF' },
    ]);
  });

  it('of a file that waits it shows what would change, to the coordinator without values', async () => {
    keten.api.klok.zet('2026-03-21');
    const wacht = await lever(keten, alsCsv([kandidaatrij(0, { groep: '4c' }), ...kandidaten(9, 2)]));
    expect(wacht.status).toBe('wachtOpBevestiging');
    const school = await verschil(wacht.id, ZORG);
    expect(school.tellingen).toMatchObject({ verdwenen: 19, nieuw: 0 });
    expect(waarden(school, '1000')).toContainEqual(expect.objectContaining({ kolom: 'groep', nieuw: '4c' }));
    const coordinator = await verschil(wacht.id, COORDINATOR);
    expect(coordinator.tellingen).toEqual(school.tellingen);
    expect(JSON.stringify(coordinator)).not.toMatch(/4c|5211/);
    expect(coordinator.resultaten.map((r) => r.leerlingnummer)).toEqual(school.resultaten.map((r) => r.leerlingnummer));
  });

  it('marks the traject of who was refused as nietBevestigd, until a good row comes', async () => {
    const merk = async (als: string): Promise<string[]> => {
      const trajecten = await keten.alles<Traject>('doorstroom/2025-2026/trajecten', als);
      expect(trajecten.length).toBeGreaterThan(20);
      return trajecten.filter((t) => t.nietBevestigd === true).map((t) => t.leerlingnummer);
    };
    keten.api.klok.zet('2026-03-22');
    await lever(
      keten,
      alsCsv([kandidaatrij(0), kandidaatrij(1, { status: 'x' }), ...kandidaten(26, 2), kandidaatrij(40)]),
    );
    expect(await merk(ZORG)).toEqual(['1001']);
    // who sees no names does not see it either
    const [eerste] = await keten.alles<Traject>('doorstroom/2025-2026/trajecten', COORDINATOR);
    expect(eerste).not.toHaveProperty('nietBevestigd');
    keten.api.klok.zet('2026-03-23');
    await lever(keten, alsCsv([...kandidaten(28), kandidaatrij(40)]));
    expect(await merk(ZORG)).toEqual([]);
  });
});
