import { maakDiensten, maakLeerling, maakMedewerker, maakRegel, maakRegio, maakTeam } from '#casussen/test';
import { alsDatum, systeem } from '#kern';
import { startApi, type TestApi } from './api.js';

const REGIO = 36;
const DAG = '2026-09-01';
const COACH = 'anna.oss@regio.example';

interface Lijst {
  resultaten: { casusId: string; leerling: { id: string }; versie: number }[];
  volgende: string | null;
}

describe('werkvoorraad over HTTP', () => {
  let api: TestApi;
  const leerlingen: string[] = [];

  beforeAll(async () => {
    api = await startApi({ vandaag: DAG });
    const { bron } = api.db;
    await maakRegio(bron);
    await maakTeam(bron, 'oost');
    await maakRegel(bron, { volgorde: 1, team: 'oost' });
    await maakMedewerker(bron, { naam: 'Anna Oss', gemeenten: ['0828'], team: 'oost' });
    await maakMedewerker(bron, { naam: 'Vera Vreemd', gemeenten: ['0999'] });
    await maakMedewerker(bron, { naam: 'Dec Aan', rol: 'decaan', scholen: ['99AA00'] });
    await bron.query(
      `insert into account (issuer, sub, regio_id, medewerker_id) select 'proef', email, regio_id, id from medewerker`,
    );
    for (let n = 0; n < 3; n++) leerlingen.push(await maakLeerling(bron));
    const d = await maakDiensten();
    await api.db.transactie.voerUit({ wie: systeem(REGIO) }, async (tx) => {
      const op = { peildatum: alsDatum(DAG), nu: new Date(`${DAG}T02:00:00Z`), bron: 'test' };
      const soort = 'nietIngeschreven' as const;
      await d.signalen.open(
        tx,
        REGIO,
        leerlingen.map((leerlingId) => ({ leerlingId, trajectId: null, schooljaar: 2025, soort })),
        op,
      );
      await d.casussen.volgSignalen(tx, REGIO, leerlingen, op);
    });
    await d.sluit();
  }, 60_000);
  afterAll(() => api.sluit());

  it('is paged by following «volgende»', async () => {
    const gezien: string[] = [];
    let pad: string | null = 'werkvoorraad?van=mij&aantal=2&fase=nagaan';
    while (pad !== null) {
      const { status, body }: { status: number; body: Lijst } = await api.vraag<Lijst>('GET', pad, { als: COACH });
      expect(status).toBe(200);
      gezien.push(...body.resultaten.map((r) => r.leerling.id));
      pad = body.volgende;
    }
    expect(gezien).toEqual(leerlingen);
  });

  it.each([
    ['true', 200, 0],
    ['false', 200, 3],
    ['ja', 400, 0],
  ])('takes terugval=%s', async (terugval, status, aantal) => {
    const antwoord = await api.vraag<Lijst>('GET', `werkvoorraad?terugval=${terugval}`, { als: COACH });
    expect([antwoord.status, antwoord.body.resultaten?.length ?? 0]).toEqual([status, aantal]);
  });

  it('shows a casus with its versie as ETag, why it is here, and its timelines', async () => {
    const { body } = await api.vraag<Lijst>('GET', 'werkvoorraad', { als: COACH });
    const [eerste] = body.resultaten;
    const casus = await api.vraag<{ versie: number }>('GET', `casussen/${eerste?.casusId}`, { als: COACH });
    expect(casus.status).toBe(200);
    expect(casus.koppen.get('etag')).toBe(`"${casus.body.versie}"`);
    for (const pad of [
      `casussen/${eerste?.casusId}/toewijzing`,
      `casussen/${eerste?.casusId}/tijdlijn?aantal=1`,
      `leerlingen/${eerste?.leerling.id}/tijdlijn`,
      'signalen?soort=nietIngeschreven&school=99AA00',
      'taken?van=iedereen',
    ]) {
      expect((await api.vraag('GET', pad, { als: COACH })).status).toBe(200);
    }
  });

  it.each([
    ['a filter value that is none', 'werkvoorraad?fase=gesloten', 400],
    ['an unknown filter', 'werkvoorraad?naam=Jansen', 400],
    ['a date that does not exist', 'werkvoorraad?vervaltVoor=2026-02-30', 400],
    ['a sort key that is none', 'werkvoorraad?sorteer=naam', 400],
    ['too many rows', 'werkvoorraad?aantal=201', 400],
    ['a broken cursor', 'werkvoorraad?na=x', 400],
    ['an array where one value belongs', 'signalen?soort=a&soort=b', 400],
    ['an id that is none', 'casussen/x', 404],
    ['an unknown id', 'casussen/999999', 404],
  ])('answers %s with problem+json', async (_, pad, verwacht) => {
    const { status, koppen } = await api.vraag('GET', pad, { als: COACH });
    expect(status).toBe(verwacht);
    expect(koppen.get('content-type')).toContain('application/problem+json');
  });

  it('gives an outsider the answer of an unknown id, and a decaan nothing of the queue', async () => {
    const { body } = await api.vraag<Lijst>('GET', 'werkvoorraad', { als: COACH });
    const id = body.resultaten[0]?.casusId;
    const onbekend = await api.vraag<Record<string, unknown>>('GET', 'casussen/999999', {
      als: 'vera.vreemd@regio.example',
    });
    const vreemd = await api.vraag<Record<string, unknown>>('GET', `casussen/${id}`, {
      als: 'vera.vreemd@regio.example',
    });
    expect({ ...vreemd.body, instance: '' }).toEqual({ ...onbekend.body, instance: '' });
    expect((await api.vraag('GET', 'werkvoorraad', { als: 'dec.aan@regio.example' })).status).toBe(403);
    expect((await api.vraag('GET', 'werkvoorraad')).status).toBe(401);
  });
});
