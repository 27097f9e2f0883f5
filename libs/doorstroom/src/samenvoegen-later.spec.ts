import { Dubbel, GEWOON } from './test/dubbel.js';

const VANDAAG = '2026-07-10';

describe('taking a merge back when much happened since', () => {
  let d: Dubbel;
  beforeAll(async () => {
    d = await Dubbel.maak(VANDAAG);
  }, 120_000);
  afterAll(() => d.o.sluit());

  const paar = async (): Promise<{ nieuw: string; oud: string; voorstel: string }> => {
    const half = { ...GEWOON, aanmelding: 'aangemeld' };
    const [nieuw, oud] = [await d.helft(half), await d.helft(half)];
    await d.o.controle({});
    return { nieuw, oud, voorstel: await d.voorstel(nieuw, oud) };
  };

  it('lets go of enrolments that are gone', async () => {
    const p = await paar();
    const wie = [[p.nieuw, p.oud]];
    const trajecten = () =>
      d.vraag(
        `select leerling_id as leerling, eigen_inschrijving_id as eigen, vervolg_inschrijving_id as vervolg
           from traject where leerling_id = any ($1) order by 1`,
        wie,
      );
    expect(await trajecten()).not.toContainEqual(expect.objectContaining({ vervolg: null }));
    await d.beslis(p.voorstel, 'zelfde');
    await d.werk();
    // as undoing the deliveries that brought them does
    await d.vraag(
      `update traject set eigen_inschrijving_id = null, vervolg_inschrijving_id = null where leerling_id = any ($1)`,
      wie,
    );
    await d.vraag(`update examenkandidatuur set inschrijving_id = null where leerling_id = any ($1)`, wie);
    await d.vraag(`delete from inschrijving where leerling_id = any ($1)`, wie);
    await d.maakOngedaan(p.voorstel);
    const leeg = { eigen: null, vervolg: null };
    expect(await trajecten()).toEqual([
      { leerling: p.nieuw, ...leeg },
      { leerling: p.oud, ...leeg },
    ]);
    expect(
      await d.vraag('select inschrijving_id as rij from examenkandidatuur where leerling_id = any ($1)', wie),
    ).toEqual([{ rij: null }, { rij: null }]);
    await d.werk();
    expect((await d.grootboek(VANDAAG)).onverklaard).toBe(0);
  });
});
