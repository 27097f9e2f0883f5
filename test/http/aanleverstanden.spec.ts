import { alsCsv, kandidaatrij } from '#aanlevering/test';
import { testRegio } from '#inrichting/test';
import { Keten } from '../scenario/keten.js';

const CLIENT = 'school-99AA';
const rijen = (aantal: number) => Array.from({ length: aantal }, (_, n) => kandidaatrij(n));

interface Pagina {
  resultaten: { school: string }[];
  volgende: string | null;
}

describe('how fresh the data of a school are', () => {
  let keten: Keten;
  beforeAll(async () => {
    const regio = testRegio();
    regio.clients = [
      { id: CLIENT, rol: 'aanleveraar', scholen: ['99AA00'] },
      { id: 'school-99ZZ', rol: 'aanleveraar', scholen: ['99ZZ00'] },
    ];
    keten = await Keten.start('2026-03-12', regio);
  });
  afterAll(() => keten.sluit());

  const lever = async (peildatum: string, aantal: number): Promise<string> => {
    const { id } = await keten.vraag<{ id: string }>(
      'POST',
      `aanleveringen?school=99AA00&peildatum=${peildatum}`,
      CLIENT,
      { body: alsCsv(rijen(aantal)), koppen: { 'content-type': 'text/csv' }, status: 202 },
    );
    await keten.werkAf();
    return id;
  };

  it('is told with what was processed, what waits and since when it is silent', async () => {
    const eerste = await lever('2026-03-12', 30);
    keten.api.klok.zet('2026-03-13');
    const tweede = await lever('2026-03-13', 5);
    keten.api.klok.zet('2026-03-17');
    const { resultaten, volgende } = await keten.vraag<Pagina>('GET', 'aanleverstanden', CLIENT);
    expect(volgende).toBeNull();
    expect(resultaten).toEqual([
      {
        school: '99AA00',
        schoolNaam: expect.any(String),
        levert: true,
        laatstVerwerkt: {
          ...{ id: eerste, peildatum: '2026-03-12', regels: 30 },
          verwerktOp: expect.stringMatching(/^2026-03-12T[\d:.]+Z$/),
        },
        nieuwste: {
          ...{ id: tweede, status: 'wachtOpBevestiging', bevindingen: { fouten: 0, waarschuwingen: 1 } },
          ontvangenOp: expect.stringMatching(/^2026-03-13T[\d:.]+Z$/),
        },
        stil: { sindsDatum: '2026-03-13', werkdagen: 2 },
        wachtendeAanlevering: tweede,
      },
    ]);
  });

  it('is for the own school, and for coordinator and generalist of all, page by page', async () => {
    const scholen = async (als: string, pad = 'aanleverstanden'): Promise<string[]> =>
      (await keten.alles<{ school: string }>(pad, als)).map((rij) => rij.school);
    expect(await scholen('school-99ZZ')).toEqual(['99ZZ00']);
    expect(await scholen('school-99ZZ', 'aanleverstanden?school=99AA00')).toEqual([]);
    expect(await scholen('zorg@school.example')).toEqual(['99AA00']);
    const alle = await scholen('bewaker@regio.example', 'aanleverstanden?aantal=1');
    expect(alle).toEqual(expect.arrayContaining(['99AA00', '99ZZ00']));
    expect(alle).toEqual([...alle].sort());
    const [nooit] = await keten.alles<object>('aanleverstanden?school=99ZZ00', 'bewaker@regio.example');
    expect(nooit).toMatchObject({ laatstVerwerkt: null, nieuwste: null, stil: null, wachtendeAanlevering: null });
  });
});
