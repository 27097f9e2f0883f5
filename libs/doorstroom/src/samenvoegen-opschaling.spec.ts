import { Bewaking } from '#casussen';
import { alsDatum } from '#kern';
import { Dubbel, GEWOON } from './test/dubbel.js';
import { REGIO } from './test/opstelling.js';

describe('an escalated step of a casus that goes into another', () => {
  let d: Dubbel;
  beforeAll(async () => {
    d = await Dubbel.maak('2026-07-10');
  }, 120_000);
  afterAll(() => d.o.sluit());

  it('is not told again, and goes back with its casus', async () => {
    const half = { ...GEWOON, aanmelding: 'aangemeld' };
    const [nieuw, oud] = [await d.helft(half), await d.helft(half)];
    await d.o.controle({});
    const bewaak = (): Promise<{ opgeschaald: number }> =>
      d.o.db.transactie.voerUit({ wie: d.o.wie }, (tx) => {
        const moment = { peildatum: alsDatum('2026-07-10'), nu: d.o.klok.nu() };
        return d.o.app.get(Bewaking, { strict: false }).bewaak(tx, REGIO, moment);
      });
    const [houd, sluit] = await d.vraag<{ id: string; taak: string }>(
      `select id, volgende_taak_id as taak from casus where leerling_id = any ($1) and loopt order by geopend_op, id`,
      [[nieuw, oud]],
    );
    // another question than the one that the casus that stays has open
    await d.vraag(`update taak set soort = 'nogNodig', vervalt_op = '2026-06-01' where id = $1`, [sluit?.taak]);
    await d.vraag(`update casus set vervalt_op = '2026-06-01' where id = $1`, [sluit?.id]);
    expect(await bewaak()).toMatchObject({ opgeschaald: 1 });
    const verteld = () =>
      d.vraag(`select casus_id as casus, taak_id as taak, beeindigd_op as einde from opschaling order by id`);
    expect(await verteld()).toEqual([{ casus: sluit?.id, taak: sluit?.taak, einde: null }]);
    const voorstel = await d.voorstel(nieuw, oud);
    await d.beslis(voorstel, 'zelfde');
    expect(await bewaak()).toMatchObject({ opgeschaald: 0, beeindigd: 0 });
    expect(await verteld()).toEqual([{ casus: houd?.id, taak: sluit?.taak, einde: null }]);
    await d.maakOngedaan(voorstel);
    expect(await bewaak()).toMatchObject({ opgeschaald: 0, beeindigd: 0 });
    expect(await verteld()).toEqual([{ casus: sluit?.id, taak: sluit?.taak, einde: null }]);
  });
});
