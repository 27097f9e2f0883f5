import { maakMedewerker } from '#casussen/test';
import { testSleutelbos } from '#config/test';
import { PgnSleutels } from '#leerlingen';
import { kandidaat, Proefregio } from '#leerlingen/test';
import { startApi, type TestApi } from './api.js';
import { BEWIJS, type Lijst, type Probleem, type Voorstel } from './koppelvoorstel.js';

const BEWAKER = 'bea.bewaker@regio.example';
const DECAAN = 'dik.decaan@regio.example';
describe('koppelvoorstellen over HTTP', () => {
  let api: TestApi;
  let regio: Proefregio;
  let bewaker: string;
  let nummer = 0;

  beforeAll(async () => {
    const sleutelbos = testSleutelbos();
    api = await startApi({ sleutelbos, verbindingen: 20 });
    regio = await Proefregio.op(api.db, new PgnSleutels(sleutelbos));
    bewaker = await mens('generalist', BEWAKER, true);
    await mens('decaan', DECAAN, false);
    await vraag('update regio set procesbewaker_id = $1', [bewaker]);
  });
  afterAll(() => api.sluit());
  beforeEach(async () => {
    await vraag(
      `set session_replication_role = replica; delete from taak; delete from koppelvoorstel; delete from logboek; set session_replication_role = origin`,
    );
  });

  const vraag = <R>(sql: string, waarden: unknown[] = []) => api.db.bron.query<R[]>(sql, waarden);

  async function mens(rol: string, email: string, heleRegio: boolean): Promise<string> {
    const naam = (email.split('@')[0] ?? '').replaceAll('.', ' ');
    const id = await maakMedewerker(api.db.bron, {
      naam,
      rol,
      ...(heleRegio ? { heleRegio } : { scholen: ['99AA00'] }),
    });
    await vraag(`insert into account (issuer, sub, regio_id, medewerker_id) values ('proef', $1, 36, $2)`, [email, id]);
    return id;
  }

  /** Two candidates of two schools and the question whether they are one; ids and a path. */
  async function voorstel(
    opties: { geheim?: boolean; van?: string } = {},
  ): Promise<{ id: string; leerling: string; kandidaat: string }> {
    const leerling = opties.van ?? (await leerlingAan('99BB00', 'Sam'));
    const ander = await leerlingAan('99AA00', `Samir${nummer}`);
    if (opties.geheim === true) await vraag('update leerling set adres_geheim = true where id = $1', [ander]);
    const [rij] = await vraag<{ id: string }>(
      `insert into koppelvoorstel (regio_id, leerling_id, kandidaat_id, score, aanleiding, bewijs, school, aanlevering_id, gemaakt_op)
       select 36, $1, $2, 270, 'score', $3, '99BB00', max(id), now() from aanlevering returning id`,
      [leerling, ander, JSON.stringify(BEWIJS)],
    );
    await vraag('update leerling set voorlopig = true where id = $1', [leerling]);
    return { id: rij?.id ?? '', leerling, kandidaat: ander };
  }

  async function leerlingAan(school: string, roepnaam: string): Promise<string> {
    nummer += 1;
    const rij = { leerlingnummer: `n${nummer}`, roepnaam, achternaam: `Naam${nummer}`, postcode: null };
    await regio.lever({ school, peildatum: '2026-03-10', modus: 'mutaties', rijen: [kandidaat(rij)] });
    const [gemaakt] = await vraag<{ id: string }>('select max(id) as id from leerling');
    return gemaakt?.id ?? '';
  }

  const lijst = async (query = '', als = BEWAKER) =>
    (await api.vraag<Lijst>('GET', `koppelvoorstellen${query}`, { als })).body;
  const beslis = (id: string, body: object, als = BEWAKER) =>
    api.vraag<Voorstel & Probleem>('POST', `koppelvoorstellen/${id}/beslissing`, { als, body });
  const maakOngedaan = (id: string, versie: number) =>
    api.vraag<Voorstel & Probleem>('POST', `koppelvoorstellen/${id}/ongedaanmaking`, {
      als: BEWAKER,
      body: { versie },
    });
  const taken = () =>
    vraag<{ voorstel: string; toestand: string; vervalt: string; eigenaar: string; door: string | null }>(
      `select koppelvoorstel_id as voorstel, toestand, vervalt_op as vervalt, eigenaar_id as eigenaar, afgerond_door as door from taak where soort = 'koppelvoorstel' order by id`,
    );

  it('are shown field by field without values, each youngster in the logboek', async () => {
    const { id, leerling, kandidaat: ander } = await voorstel();
    const { resultaten, volgende } = await lijst();
    expect(volgende).toBeNull();
    expect(resultaten).toEqual([
      expect.objectContaining({
        ...{ id, status: 'open', aanleiding: 'score', score: 270, school: '99BB00', versie: 1, velden: BEWIJS },
        leerling: { id: leerling, voorlopig: true },
        kandidaat: { id: ander, voorlopig: false },
      }),
    ]);
    expect(JSON.stringify(resultaten)).not.toMatch(/Naam\d|Sam|2009-05-04/);
    const logboek = await vraag<{ leerling_id: string; reden: string }>(
      `select leerling_id, reden from logboek where onderwerp = 'koppelvoorstel' and handeling = 'lezen' order by leerling_id`,
    );
    expect(logboek).toEqual([leerling, ander].map((l) => ({ leerling_id: l, reden: 'procesbewaker' })));
  });

  it('tell nothing of where someone with a secret address lives or learns, not by a filter or a sum either', async () => {
    const { id } = await voorstel({ geheim: true });
    const [rij] = (await lijst()).resultaten;
    expect(rij?.velden).toEqual([{ veld: 'achternaam', oordeel: 'gelijk' }]);
    for (const veld of ['school', 'schoolNaam', 'score']) expect(rij).not.toHaveProperty(veld);
    expect((await lijst('?school=99BB00')).resultaten).toEqual([]);
    const besloten = await beslis(id, { besluit: 'verschillend', versie: 1 });
    expect(JSON.stringify(besloten.body)).not.toMatch(/99BB00|postcode|270/);
  });

  it('come in pages, by status and school', async () => {
    const alle = [await voorstel(), await voorstel(), await voorstel()].map((v) => v.id);
    const een = await lijst('?aantal=2&status=open&school=99BB00');
    expect(een.resultaten.map((r) => r.id)).toEqual(alle.slice(0, 2));
    const twee = await api.vraag<Lijst>('GET', een.volgende ?? '', { als: BEWAKER });
    expect([twee.body.resultaten.map((r) => r.id), twee.body.volgende]).toEqual([alle.slice(2), null]);
    expect((await lijst('?status=zelfde')).resultaten).toEqual([]);
    expect((await api.vraag<Probleem>('GET', 'koppelvoorstellen?na=onzin', { als: BEWAKER })).body.code).toBe(
      'cursorOngeldig',
    );
  });

  it('make one on «zelfde», and two again; the old id answers with the youngster as it is now', async () => {
    const { id, leerling, kandidaat: ander } = await voorstel();
    const besloten = await beslis(id, { besluit: 'zelfde', reden: 'School belde terug.', versie: 1 });
    expect([besloten.status, besloten.body]).toEqual([
      200,
      expect.objectContaining({
        status: 'zelfde',
        reden: 'School belde terug.',
        beslotenDoor: expect.objectContaining({ id: bewaker }),
      }),
    ]);
    const lees = (l: string) =>
      api.vraag<{ id: string; samengevoegdUit?: string; scholen: unknown[] }>('GET', `leerlingen/${l}`, {
        als: DECAAN,
      });
    const oud = await lees(leerling);
    expect([oud.status, oud.body]).toEqual([200, expect.objectContaining({ id: ander, samengevoegdUit: leerling })]);
    expect((await lees(ander)).body).not.toHaveProperty('samengevoegdUit');
    expect(
      (await api.vraag<{ resultaten: unknown[] }>('GET', `leerlingen/${leerling}/inschrijvingen`, { als: DECAAN })).body
        .resultaten,
    ).toHaveLength(1);
    const terug = await maakOngedaan(id, besloten.body.versie);
    expect([terug.status, terug.body.status, terug.body.leerling.voorlopig]).toEqual([200, 'open', true]);
    expect((await lees(leerling)).status).toBe(404); // of the other school again
    const geschreven = await vraag<{ route: string; n: number }>(
      `select route, count(distinct leerling_id)::int as n from logboek where handeling = 'schrijven' and onderwerp = 'koppelvoorstel' group by route order by route`,
    );
    expect(geschreven.map((r) => r.n)).toEqual([2, 2]);
  });

  it('are never asked again on «verschillend»; the last answer ends the provisional state, taking it back brings it back', async () => {
    const een = await voorstel();
    const twee = await voorstel({ van: een.leerling });
    const voorlopig = async () =>
      (await vraag<{ v: boolean }>('select voorlopig as v from leerling where id = $1', [een.leerling]))[0]?.v;
    await beslis(een.id, { besluit: 'verschillend', versie: 1 });
    expect(await voorlopig()).toBe(true);
    const laatste = await beslis(twee.id, { besluit: 'verschillend', versie: 1 });
    expect(await voorlopig()).toBe(false);
    const opnieuw = vraag(
      `insert into koppelvoorstel (regio_id, leerling_id, kandidaat_id, aanleiding, bewijs, school, aanlevering_id, gemaakt_op)
       select regio_id, kandidaat_id, leerling_id, 'score', '[]', school, aanlevering_id, now() from koppelvoorstel where id = $1`,
      [een.id],
    );
    await expect(opnieuw).rejects.toMatchObject({ constraint: 'koppelvoorstel_paar' });
    await maakOngedaan(twee.id, laatste.body.versie);
    expect(await voorlopig()).toBe(true);
  });

  it('are one task per leerling for the procesbewaker, due in 2 werkdagen, done with the last answer', async () => {
    const een = await voorstel();
    const twee = await voorstel({ van: een.leerling });
    const ander = await voorstel();
    await beslis(ander.id, { besluit: 'verschillend', versie: 1 });
    const open = { voorstel: een.id, toestand: 'open', vervalt: '2026-03-18', eigenaar: bewaker, door: null };
    expect(await taken()).toEqual([open]);
    await beslis(een.id, { besluit: 'verschillend', versie: 1 });
    expect(await taken()).toEqual([{ ...open, voorstel: twee.id }]);
    const lijst1 = await api.vraag<{ resultaten: { koppelvoorstelId?: string }[] }>('GET', 'taken', { als: BEWAKER });
    expect(lijst1.body.resultaten.map((t) => t.koppelvoorstelId)).toEqual([twee.id]);
    const besloten = await beslis(twee.id, { besluit: 'zelfde', versie: 1 });
    expect(await taken()).toEqual([{ ...open, voorstel: twee.id, toestand: 'afgerond', door: bewaker }]);
    await maakOngedaan(twee.id, besloten.body.versie);
    expect((await taken()).map((t) => [t.voorstel, t.toestand])).toEqual([
      [twee.id, 'afgerond'],
      [twee.id, 'open'],
    ]);
  });

  it('answer the other questions about a provisional record with «zelfde», and ask them again when that is taken back', async () => {
    const een = await voorstel();
    const twee = await voorstel({ van: een.leerling });
    const besloten = await beslis(een.id, { besluit: 'zelfde', versie: 1 });
    const status = async () => (await lijst()).resultaten.map((r) => r.status);
    expect(await status()).toEqual(['zelfde', 'vervallen']);
    expect((await beslis(twee.id, { besluit: 'zelfde', versie: 2 })).body.code).toBe('alBeslist');
    await maakOngedaan(een.id, besloten.body.versie);
    expect(await status()).toEqual(['open', 'open']);
  });

  it('refuse what was decided already, a stale versie and nonsense, with the present state', async () => {
    const { id } = await voorstel();
    const oud = await beslis(id, { besluit: 'zelfde', versie: 7 });
    expect([oud.status, oud.body.code, oud.body.huidig?.status]).toEqual([409, 'versieVerouderd', 'open']);
    expect((await maakOngedaan(id, 1)).body.code).toBe('nietBeslist');
    expect((await beslis(id, { besluit: 'misschien', versie: 1 })).status).toBe(400);
    expect((await beslis(id, { besluit: 'zelfde', versie: 1, meer: 1 })).status).toBe(400);
    expect((await beslis('999999999', { besluit: 'zelfde', versie: 1 })).status).toBe(404);
    expect((await beslis(id, { besluit: 'zelfde', versie: 1 }, DECAAN)).status).toBe(403);
    await beslis(id, { besluit: 'verschillend', versie: 1 });
    const weer = await beslis(id, { besluit: 'zelfde', versie: 1 });
    expect([weer.status, weer.body.code, weer.body.huidig?.status]).toEqual([409, 'alBeslist', 'verschillend']);
  });

  it('are decided once when two decide at the same moment, and chains are undone from the end', async () => {
    const { id, kandidaat: ander } = await voorstel();
    const samen = await Promise.all([1, 2, 3].map(() => beslis(id, { besluit: 'zelfde', versie: 1 })));
    expect(samen.map((a) => a.status).sort((a, b) => a - b)).toEqual([200, 409, 409]);
    const volgend = await voorstel({ van: ander });
    const tweede = await beslis(volgend.id, { besluit: 'zelfde', versie: 1 });
    const versie = samen.find((a) => a.status === 200)?.body.versie ?? 0;
    const midden = await maakOngedaan(id, versie);
    expect([midden.status, midden.body.code, midden.body.huidig]).toEqual([
      409,
      'latereSamenvoeging',
      { koppelvoorstelId: volgend.id },
    ]);
    expect((await maakOngedaan(volgend.id, tweede.body.versie)).status).toBe(200);
    expect((await maakOngedaan(id, versie)).status).toBe(200);
    expect(
      await vraag('select from leerling where samengevoegd_in is not null and id = any ($1)', [[ander]]),
    ).toHaveLength(0);
  });
});
