import { maakOpstelling, REGIO, Toneel, type Opstelling } from '#doorstroom/test';
import { nachtcontrole } from '#doorstroom';
import type { Wie } from '#kern';
import { Opdrachten } from '#wachtrij';
import { werkAf } from '#wachtrij/test';
import { SignalenVraag } from './signalenlijst.dto.js';
import { Signalenlijst } from './signalenlijst.service.js';
import { WerkplekModule } from './werkplek.module.js';

const COORDINATOR: Wie = {
  ...{ soort: 'medewerker', id: '1', regioId: REGIO, naam: 'Cora' },
  rollen: [{ rol: 'regiocoordinator', scholen: [], gemeenten: [], heleRegio: true }],
};

describe('a signaal about a school', () => {
  let o: Opstelling;
  let t: Toneel;
  beforeAll(async () => {
    o = await maakOpstelling('2026-07-01', 10, [WerkplekModule]);
    t = new Toneel(o.db.bron);
    await t.bouw();
  }, 120_000);
  afterAll(() => o.sluit());

  const zin = async (school: string): Promise<string | undefined> => {
    await o.db.transactie.voerUit({ wie: o.wie }, (tx) =>
      o.app.get(Opdrachten, { strict: false }).zet(tx, nachtcontrole, REGIO, {}),
    );
    await werkAf(o.app);
    const vraag = Object.assign(new SignalenVraag(), { soort: 'uitslagOntbreekt', school });
    const { resultaten } = await o.app.get(Signalenlijst, { strict: false }).lees(COORDINATOR, vraag);
    expect(resultaten.length).toBeLessThan(2);
    return resultaten[0]?.tekst;
  };

  it('names as many candidates as it is about, no more', async () => {
    const [school, ander] = [await t.school(), await t.school()];
    const kandidaat = async (anders: object = {}, bij = school): Promise<string> => {
      const id = await t.leerling();
      await t.kandidaat(id, bij, anders);
      return id;
    };
    await kandidaat();
    await kandidaat({ uitslag: 'geslaagd' });
    await kandidaat({ soort: 'pro' });
    await kandidaat({ uitslag: 'herexamen' });
    const weg = await kandidaat();
    await o.db.bron.query(`update inschrijving set status = 'uitgeschreven' where leerling_id = $1`, [weg]);
    // candidate elsewhere since
    await t.kandidaat(await kandidaat(), ander, { laatste: '2026-02-01', uitslag: 'geslaagd' });
    expect(await zin(school)).toContain('leverde van 1 kandidaat de uitslag niet aan');
    // and who has a herexamen, from uitslagGrens
    o.klok.zet('2026-07-08');
    expect(await zin(school)).toContain('leverde van 2 kandidaten de uitslag niet aan');
  });
});
