import { maakMedewerker } from '#casussen/test';
import { Dubbel, GEWOON } from '../test/dubbel.js';

const VANDAAG = '2026-04-10';

describe('two in one question who are one', () => {
  let d: Dubbel;
  beforeAll(async () => {
    d = await Dubbel.maak(VANDAAG);
    await maakMedewerker(d.o.db.bron, { naam: 'Dora Decaan', rol: 'decaan', scholen: d.scholen });
  }, 120_000);
  afterAll(() => d.o.sluit());

  const rijen = (ids: string[]) =>
    d.vraag<{ leerling: string; antwoord: string | null; vanzelf: boolean }>(
      `select leerling_id::text as leerling, antwoord, vanzelf_op is not null as vanzelf from decaanvraag_leerling where leerling_id = any ($1) order by 1`,
      [ids],
    );

  it('are asked about once, with the answer that was there, and are two again', async () => {
    const [nieuw, oud] = [
      await d.helft({ ...GEWOON, uitslag: 'onbekend' }),
      await d.helft({ ...GEWOON, uitslag: 'onbekend' }),
    ];
    await d.o.controle({});
    const voor = await rijen([nieuw, oud]);
    expect(voor.map((r) => [r.antwoord, r.vanzelf])).toEqual([
      [null, false],
      [null, false],
    ]);
    await d.vraag(
      `update decaanvraag_leerling set antwoord = 'geenContact', beantwoord_op = now(), beantwoord_door = (select min(id) from medewerker) where leerling_id = $1`,
      [nieuw],
    );
    const voorstel = await d.voorstel(nieuw, oud);
    await d.beslis(voorstel, 'zelfde');
    await d.werk();
    const samen = await rijen([nieuw, oud]);
    expect(samen.map((r) => r.antwoord)).toEqual(['geenContact']);
    await d.maakOngedaan(voorstel);
    await d.werk();
    expect((await rijen([nieuw, oud])).map((r) => [r.leerling, r.antwoord])).toEqual(
      [
        [nieuw, 'geenContact'],
        [oud, null],
      ].sort(([a], [b]) => String(a).localeCompare(String(b))),
    );
  });
});
