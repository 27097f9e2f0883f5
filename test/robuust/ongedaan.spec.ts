import { Keten } from '../scenario/keten.js';
import { eindstand } from './eindstand.js';
import { stuur, verslag, verwachtProbleem, type Aanlevering, type Probleem } from './leveren.js';
import { nacht, NACHTEN, vraagControle } from './nacht.js';
import { COORDINATOR, ROBUUSTREGIO, ZORG } from './regio.js';

type Stand = Record<string, readonly string[]>;
interface Grootboek {
  kandidaten: number;
  onverklaard: number;
  perSchool: { school: string; kandidaten: number }[];
}

describe('undoing a night’s delivery of which casussen came', () => {
  let keten: Keten;
  let voor: Stand;
  let aanlevering: Aanlevering & { versie: number };
  const [eerste] = NACHTEN;
  const bestand = eerste?.bestanden.find((b) => b.school === '99AA00');

  beforeAll(async () => {
    if (eerste === undefined || bestand === undefined) throw new Error('There is no first night.');
    keten = await Keten.start(eerste.op, ROBUUSTREGIO);
    await nacht(keten, eerste);
    // somebody is already helping one of them
    await keten.api.db.bron.query(
      `update casus set fase = 'begeleiding' where id = (select min(c.id) from casus c where c.school = '99AA00' and c.loopt)`,
    );
    voor = await eindstand(keten.api.db);
    const lijst = await keten.alles<Aanlevering & { versie: number }>('aanleveringen?school=99AA00', ZORG);
    aanlevering = lijst[0] ?? fail();
  });
  afterAll(() => keten.sluit());

  const tel = async (waar: string): Promise<number> => {
    const [rij] = await keten.api.db.bron.query<{ n: number }[]>(`select count(*)::int as n from ${waar}`);
    return rij?.n ?? 0;
  };
  const maakOngedaan = (als: string, versie: number) =>
    keten.api.vraag<Partial<Probleem>>('POST', `aanleveringen/${aanlevering.id}/ongedaanmaking`, {
      als,
      body: { reden: 'Dit was het bestand van vorig jaar.', versie },
    });
  const boek = async (): Promise<{ kandidaten: number; lijst: number }> => {
    const [rij] = await keten.api.db.bron.query<{ kandidaten: number; lijst: number }[]>(
      `select sum(g.kandidaten)::int as kandidaten, (select count(*)::int from doorstroom_stand_op(36, 2025, g.peildatum)) as lijst
         from grootboek g where g.schooljaar = 2025 group by g.peildatum order by g.peildatum limit 1`,
    );
    return rij ?? fail();
  };
  const grootboek = () => keten.vraag<Grootboek>('GET', 'doorstroom/2025-2026/grootboek', COORDINATOR);

  it('is for a person of the school, on what they saw', async () => {
    expect((await maakOngedaan('school-99AA', aanlevering.versie)).status).toBe(403);
    verwachtProbleem(await maakOngedaan(COORDINATOR, aanlevering.versie), 403, 'besluitNietAanU');
    verwachtProbleem(await maakOngedaan(ZORG, aanlevering.versie + 1), 409, 'gewijzigd');
  });

  it('closes the casussen that nobody worked on, asks about the others, and leaves the ledger at nothing unexplained', async () => {
    const lopend = await tel(`casus where school = '99AA00' and loopt`);
    const opgeslagen = await boek();
    expect(opgeslagen.lijst).toBe(opgeslagen.kandidaten);
    expect(opgeslagen.lijst).toBeGreaterThan(0);
    expect(lopend).toBeGreaterThan(1);
    const antwoord = await maakOngedaan(ZORG, aanlevering.versie);
    expect(antwoord).toMatchObject({
      status: 200,
      body: { status: 'vervallen', ongedaanmaking: { door: 'Zara Zorg' } },
    });
    await keten.werkAf();
    expect(await tel(`casus where school = '99AA00' and loopt`)).toBe(1);
    // what was counted that night keeps its list
    expect(await boek()).toEqual(opgeslagen);
    expect(await tel(`taak where soort = 'nogNodig' and toestand = 'open'`)).toBe(1);
    expect(await tel(`signaal where examenschool = '99AA00' and gesloten_op is null`)).toBe(0);
    expect(await tel('examenkandidatuur')).toBe((voor['kandidaturen']?.length ?? 0) - (aanlevering.regels ?? 0));
    const nu = await grootboek();
    expect(nu).toMatchObject({ onverklaard: 0 });
    expect(nu.perSchool.find((s) => s.school === '99AA00')?.kandidaten ?? 0).toBe(0);
    await vraagControle(keten);
    await keten.werkAf();
    expect(await grootboek()).toMatchObject({ onverklaard: 0 });
    verwachtProbleem(await maakOngedaan(ZORG, aanlevering.versie), 409, 'alOngedaan');
  });

  it('brings everybody back into the cohort when the same file comes again', async () => {
    const opnieuw = await stuur(keten, bestand?.csv, { school: '99AA00' });
    expect(opnieuw.status).toBe(202);
    await keten.werkAf();
    await vraagControle(keten);
    await keten.werkAf();
    expect(await verslag(keten, opnieuw.body)).toMatchObject({ status: 'verwerkt' });
    const na = await eindstand(keten.api.db);
    for (const deel of [
      'leerlingen',
      'nummers',
      'koppelingen',
      'inschrijvingen',
      'kandidaturen',
      'openSignalen',
      'grootboek',
    ])
      expect({ deel, rijen: na[deel] }).toEqual({ deel, rijen: voor[deel] });
    expect(na['openCasussen']).toHaveLength(voor['openCasussen']?.length ?? 0);
    expect(await tel('traject where gecorrigeerd_op is not null')).toBe(0);
  });
});

function fail(): never {
  throw new Error('The school delivered nothing.');
}
