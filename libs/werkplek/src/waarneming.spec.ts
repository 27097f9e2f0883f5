import { maakMedewerker, maakRegel, maakTeam, Routeertoneel } from '#casussen/test';
import { alsDatum, type Wie } from '#kern';
import type { TestingModule } from '@nestjs/testing';
import { maakWerkplek } from './test/opstelling.js';
import { WerkvoorraadVraag } from './werkvoorraad.dto.js';
import { Werkvoorraad } from './werkvoorraad.service.js';

const DAG = '2026-09-01';

describe('the queue of who observes for a colleague', () => {
  let t: Routeertoneel;
  let app: TestingModule;
  beforeAll(async () => {
    t = await Routeertoneel.maak();
    app = await maakWerkplek(t.db, DAG);
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await t.sluit();
  });

  it('holds what is due before the owner is back, marked as such', async () => {
    await t.begin();
    await maakTeam(t.db.bron, 'oost');
    await maakRegel(t.db.bron, { volgorde: 1, team: 'oost' });
    const anna = await maakMedewerker(t.db.bron, { naam: 'Anna', team: 'oost' });
    await t.open(DAG);
    const bram = await maakMedewerker(t.db.bron, { naam: 'Bram', team: 'oost' });
    // its first step is due on 3 September
    await t.afwezig(anna, '2026-08-31', '2026-09-04');
    await t.loopNa(DAG);
    const rollen = [{ rol: 'doorstroomcoach' as const, gemeenten: [], scholen: [], heleRegio: true }];
    const lees = async (id: string) => {
      const wie: Wie = { soort: 'medewerker', id, regioId: 36, naam: '', rollen, vandaag: alsDatum(DAG) };
      const { resultaten } = await app.get(Werkvoorraad).lees(wie, new WerkvoorraadVraag());
      return resultaten.map((r) => [r.casusverantwoordelijke.naam, r.waarneming]);
    };
    expect(await lees(bram)).toEqual([['Anna', true]]);
    expect(await lees(anna)).toEqual([['Anna', undefined]]);
    // due on the day that she is back: left for her
    await t.q(`update afwezigheid set tot = '2026-09-03'`);
    expect(await lees(bram)).toEqual([]);
  });
});
