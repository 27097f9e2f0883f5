import {
  maakLeerling,
  maakMedewerker,
  maakRegel,
  maakRegio,
  maakTeam,
  maakDiensten,
  OPEN,
  PLUS_10,
  PLUS_5,
} from '#casussen/test';
import { alsDatum, systeem } from '#kern';
import { startApi, type TestApi } from './api.js';

const REGIO = 36;
const LEIDER = 'tea.leider@regio.example';
const ANDER = 'wes.leider@regio.example';
const COORDINATOR = 'co.regio@regio.example';

interface Rij {
  id: string;
  status: string;
  casusId: string;
  niveau: string;
  leerling?: { naam?: string };
  gezienOp?: string;
}

describe('opschalingen and weekoverzichten over HTTP', () => {
  let api: TestApi;
  const op = (datum: string) => ({ peildatum: alsDatum(datum), nu: new Date(`${datum}T02:00:00Z`), bron: 'test' });
  const bewaak = async (datum: string) => {
    const d = await maakDiensten();
    await api.db.transactie.voerUit({ wie: systeem(REGIO) }, (tx) => d.bewaking.bewaak(tx, REGIO, op(datum)));
    await d.sluit();
  };
  const lijst = async (als: string, vraag = '') => {
    const { body } = await api.vraag<{ resultaten: Rij[] }>('GET', `opschalingen${vraag}`, { als });
    return body.resultaten;
  };

  beforeAll(async () => {
    api = await startApi({ vandaag: PLUS_5 });
    const { bron } = api.db;
    await maakRegio(bron);
    await maakTeam(bron, 'oost');
    await maakTeam(bron, 'west');
    await maakRegel(bron, { volgorde: 1, team: 'oost' });
    await maakMedewerker(bron, { naam: 'Cas Coach', team: 'oost' });
    await maakMedewerker(bron, { naam: 'Tea Leider', rol: 'teamleider', heleRegio: true, team: 'oost' });
    await maakMedewerker(bron, { naam: 'Wes Leider', rol: 'teamleider', heleRegio: true, team: 'west' });
    await maakMedewerker(bron, { naam: 'Co Regio', rol: 'regiocoordinator', heleRegio: true });
    await bron.query(
      `insert into account (issuer, sub, regio_id, medewerker_id) select 'proef', email, regio_id, id from medewerker`,
    );
    const leerlingId = await maakLeerling(bron);
    const d = await maakDiensten();
    await api.db.transactie.voerUit({ wie: systeem(REGIO) }, async (tx) => {
      const signaal = { leerlingId, trajectId: null, schooljaar: 2025, soort: 'nietIngeschreven' as const };
      await d.signalen.open(tx, REGIO, [signaal], op(OPEN));
      await d.casussen.volgSignalen(tx, REGIO, [leerlingId], op(OPEN));
    });
    await d.sluit();
    await bewaak(PLUS_5);
  }, 60_000);
  afterAll(() => api.sluit());

  it('shows who was told the casus with its name, and opens its reden, to nobody else', async () => {
    const [rij, ...meer] = await lijst(LEIDER);
    expect(meer).toEqual([]);
    expect(rij).toMatchObject({ status: 'open', niveau: 'teamleider', om: 'stap', leerling: { naam: 'Milan Jansen' } });
    expect(await lijst(ANDER)).toEqual([]);
    const taken = await api.vraag<{ resultaten: object[] }>('GET', 'taken', { als: LEIDER });
    expect(taken.body.resultaten).toMatchObject([{ soort: 'opschaling', opschalingId: rij?.id }]);
    const reden = (als: string) => api.vraag('GET', `casussen/${rij?.casusId}/reden`, { als });
    expect((await reden(LEIDER)).status).toBe(200);
    expect((await reden(ANDER)).status).toBe(404);
    await api.db.bron.query(`update opschaling set afgesloten = true, beeindigd_op = now()`);
    expect(await reden(LEIDER)).toMatchObject({ status: 403, body: { code: 'inhoudAfgeschermd' } });
    await api.db.bron.query(`update opschaling set afgesloten = false, beeindigd_op = null`);
  });

  it('is looked at once, by who was told', async () => {
    const [rij] = await lijst(LEIDER);
    const gezien = (als: string) => api.vraag<Rij>('POST', `opschalingen/${rij?.id}/gezien`, { als });
    expect((await gezien(ANDER)).status).toBe(404);
    const eerste = await gezien(LEIDER);
    expect(eerste).toMatchObject({ status: 200, body: { status: 'gezien' } });
    expect((await gezien(LEIDER)).body).toEqual(eerste.body);
    expect(await lijst(LEIDER)).toEqual([]);
    expect(await lijst(LEIDER, '?status=gezien')).toHaveLength(1);
    const taken = await api.db.bron.query(`select toestand, resultaat from taak where soort = 'opschaling'`);
    expect(taken).toEqual([{ toestand: 'afgerond', resultaat: 'gezien' }]);
    const regels = await api.db.bron.query(`select tekst from gebeurtenis where soort = 'opschalingGezien'`);
    expect(regels).toEqual([{ tekst: 'Tea Leider heeft gezien dat de casus stilstaat.' }]);
  });

  it('gives the regiocoördinator the name on the page, and not the timeline', async () => {
    const pagina = async () => {
      const { body } = await api.vraag<{ leerling: { naam?: string } }>('GET', 'casussen/1', { als: COORDINATOR });
      return body.leerling.naam;
    };
    const [{ id }] = await api.db.bron.query<[{ id: string }]>(`select id from casus`);
    expect(id).toBe('1');
    expect(await pagina()).toBeUndefined();
    await bewaak(PLUS_10);
    expect(await pagina()).toBe('Milan Jansen');
    expect((await api.vraag('GET', 'casussen/1/tijdlijn', { als: COORDINATOR })).status).toBe(403);
    expect(await lijst(COORDINATOR)).toMatchObject([{ niveau: 'regiocoordinator' }]);
  });

  it('is over as soon as the casus moves, before the night', async () => {
    await api.db.bron.query(`update taak set vervalt_op = '2026-09-30' where casus_id = 1`);
    expect(await lijst(COORDINATOR)).toEqual([]);
    expect(await lijst(COORDINATOR, '?status=beeindigd')).toHaveLength(1);
  });

  it('shows each the weekly overviews of their own', async () => {
    const weken = async (als: string, vraag = '') => {
      const { body } = await api.vraag<{ resultaten: { soort: string; week: string; team?: { code: string } }[] }>(
        ...(['GET', `weekoverzichten${vraag}`, { als }] as const),
      );
      return body.resultaten.map((r) => `${r.week} ${r.team?.code ?? r.soort}`);
    };
    expect(await weken(LEIDER)).toEqual(['2026-09-14 oost', '2026-09-07 oost']);
    expect(await weken(ANDER, '?week=2026-09-07')).toEqual(['2026-09-07 west']);
    expect(await weken('bea.bewaker@regio.example', '?week=2026-09-07')).toEqual(['2026-09-07 zonderTeam']);
    expect(await weken(COORDINATOR, '?week=2026-09-07')).toHaveLength(4);
    expect((await api.vraag('GET', 'weekoverzichten', { als: 'cas.coach@regio.example' })).status).toBe(403);
  });
});
