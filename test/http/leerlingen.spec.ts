import { Transactie } from '#database';
import { PgnSleutels } from '#leerlingen';
import { aanmelding, bsn, kandidaat, Proefregio } from '#leerlingen/test';
import { maakMedewerker } from '#casussen/test';
import { testSleutelbos } from '#config/test';
import { startApi, type TestApi } from './api.js';

interface Leerling {
  id: string;
  naam: string;
  woongemeente?: string;
  doelgroep?: string;
  scholen?: { school: string }[];
  contacten?: object[];
}
interface Lijst<T> {
  resultaten: T[];
  volgende: null;
}

const DECAAN = 'decaan@99aa.example';
const MBO = 'zorg@99zz.example';
/** Sees them through the casus that a colleague holds. */
const LEIDER = 'lea.leider@regio.example';
const HOUDER = 'hans.houder@regio.example';
const VREEMD = 'vera.vreemd@regio.example';
const COORDINATOR = 'co@regio.example';

describe('leerlingen over HTTP', () => {
  let api: TestApi;
  let regio: Proefregio;
  let anna: string;
  let bo: string;

  beforeAll(async () => {
    const sleutelbos = testSleutelbos();
    api = await startApi({ sleutelbos });
    regio = await Proefregio.op(api.db, new PgnSleutels(sleutelbos));
    const annaRij = {
      leerlingnummer: '1',
      pgn: bsn(1),
      roepnaam: 'Anna',
      achternaam: 'Berg',
      voorvoegsel: 'van der',
      gemeentecode: '0796',
    };
    const boRij = { leerlingnummer: '2', pgn: bsn(2), roepnaam: 'Bo', adresGeheim: true, gemeentecode: '0828' };
    await regio.lever({ school: '99AA00', peildatum: '2026-03-01', rijen: [kandidaat(annaRij), kandidaat(boRij)] });
    await regio.lever({
      school: '99ZZ00',
      peildatum: '2026-03-02',
      rijen: [aanmelding({ ...annaRij, leerlingnummer: 'm1' })],
    });
    const ids = await api.db.bron.query<{ id: string }[]>('select id from leerling order by roepnaam');
    [anna = '', bo = ''] = ids.map((r) => r.id);
    await mens('decaan', DECAAN, { scholen: ['99AA00'] });
    await mens('zorgcoordinator', MBO, { scholen: ['99ZZ00'] });
    await mens('teamleider', LEIDER, { gemeenten: ['0796', '0828'] });
    await mens('doorstroomcoach', HOUDER, { gemeenten: ['0772'] });
    await mens('doorstroomcoach', VREEMD, { gemeenten: ['0772'] });
    await mens('regiocoordinator', COORDINATOR, { heleRegio: true });
    await api.db.bron.query(
      `insert into casus (regio_id, jaar, volgnummer, leerling_id, school, doelgroep, fase, verantwoordelijke_id, geopend_op, gesloten_op)
       select 36, 2026, l.id, l.id, '99AA00', 'kwalificatieplicht', 'gesloten', m.id, '2026-03-02', '2026-03-10'
         from leerling l cross join medewerker m where m.email = $1`,
      [HOUDER],
    );
  });
  afterAll(() => api.sluit());

  async function mens(
    rol: string,
    email: string,
    scope: { scholen?: string[]; gemeenten?: string[]; heleRegio?: boolean },
  ): Promise<void> {
    const naam = email.split('@')[0]?.replaceAll('.', ' ') ?? '';
    const id = await maakMedewerker(api.db.bron, { naam, rol, ...scope });
    await api.db.bron.query(`insert into account (issuer, sub, regio_id, medewerker_id) values ('proef', $1, 36, $2)`, [
      email,
      id,
    ]);
  }
  const zoek = (als: string, body: object) => api.vraag<Lijst<Leerling>>('POST', 'leerlingen/_zoek', { als, body });
  const gevonden = async (als: string, body: object) => (await zoek(als, body)).body.resultaten.map((l) => l.naam);
  const logboek = () =>
    api.db.bron.query<unknown[]>(
      'select handeling, onderwerp, leerling_id, reden, route from logboek order by id desc limit 1',
    );

  it.each([
    ['the PGN', { pgn: bsn(1) }],
    ['name and date of birth, however it is spelled', { achternaam: 'V.D. BERG', geboortedatum: '2009-05-04' }],
    ['a number of the school', { leerlingnummer: '1', school: '99AA00' }],
  ])('finds by %s', async (_, vraag) => {
    expect(await gevonden(DECAAN, vraag)).toEqual(['Anna van der Berg']);
    expect(await logboek()).toEqual([
      {
        handeling: 'zoeken',
        onderwerp: 'leerling',
        leerling_id: anna,
        reden: 'eigen school',
        route: 'POST /api/v1/leerlingen/_zoek',
      },
    ]);
  });

  it('finds nobody outside the scope, and says nothing of it', async () => {
    for (const als of [VREEMD, MBO]) {
      expect(await gevonden(als, { pgn: bsn(2) })).toEqual([]);
      expect(await gevonden(als, { achternaam: 'Jansen', geboortedatum: '2009-05-04' })).toEqual([]);
      const ver = await api.vraag('GET', `leerlingen/${bo}`, { als });
      const niets = await api.vraag('GET', 'leerlingen/999999', { als });
      expect([ver.status, ver.body]).toEqual([
        404,
        { ...(niets.body as object), instance: `/api/v1/leerlingen/${bo}` },
      ]);
      expect((await api.vraag('GET', `leerlingen/${bo}/inschrijvingen`, { als })).status).toBe(404);
    }
    const vergeefs = await api.db.bron.query(
      `select count(*)::int as n from logboek where handeling = 'zoeken' and leerling_id is null and reden = 'geen resultaat'`,
    );
    expect(vergeefs).toEqual([{ n: 4 }]);
  });

  it('does not tell by a number at which school someone with a secret address is', async () => {
    const vraag = { leerlingnummer: '2', school: '99AA00' };
    expect(await gevonden(LEIDER, { pgn: bsn(2) })).toHaveLength(1);
    expect(await gevonden(LEIDER, vraag)).toEqual([]);
    expect(await gevonden(DECAAN, vraag)).toHaveLength(1);
  });

  it('is not for a role that sees no names', async () => {
    expect((await zoek(COORDINATOR, { pgn: bsn(1) })).status).toBe(403);
  });

  it.each([
    ['nothing', {}],
    ['half a question', { achternaam: 'Berg' }],
    ['two questions', { pgn: bsn(1), achternaam: 'Berg', geboortedatum: '2009-05-04' }],
    ['a PGN of eight digits', { pgn: '12345678' }],
    ['a date that does not exist', { achternaam: 'Berg', geboortedatum: '2009-02-30' }],
    ['another field', { bsn: bsn(1) }],
  ])('refuses %s and repeats no number', async (_, vraag) => {
    const antwoord = await zoek(DECAAN, vraag);
    expect(antwoord.status).toBe(400);
    expect(JSON.stringify(antwoord.body)).not.toMatch(/\d{8}/);
  });

  it('shows an officer everything but a secret place, a school itself only', async () => {
    const leider = await api.vraag<Leerling>('GET', `leerlingen/${anna}`, { als: LEIDER });
    expect(leider.body).toMatchObject({
      naam: 'Anna van der Berg',
      woongemeente: '0796',
      doelgroep: 'kwalificatieplicht',
    });
    expect(leider.body.scholen?.map((s) => s.school)).toEqual(['99AA00', '99ZZ00']);
    const mbo = await api.vraag<Leerling>('GET', `leerlingen/${anna}`, { als: MBO });
    expect(mbo.body.scholen?.map((s) => s.school)).toEqual(['99ZZ00']);
    expect(mbo.body).not.toHaveProperty('doelgroep');
    const geheim = await api.vraag<Leerling>('GET', `leerlingen/${bo}`, { als: LEIDER });
    expect(Object.keys(geheim.body)).not.toEqual(expect.arrayContaining(['woongemeente']));
    expect(geheim.body).not.toHaveProperty('scholen');
    expect(geheim.body).not.toHaveProperty('postcode');
    expect((await api.vraag<Leerling>('GET', `leerlingen/${bo}`, { als: DECAAN })).body).toMatchObject({
      woongemeente: '0828',
    });
    expect(JSON.stringify([leider.body, mbo.body, geheim.body])).not.toContain(bsn(1));
  });

  it('shows enrolments, to a school its own only, and logs the reading with its reason', async () => {
    const rijen = async (als: string, wie: string) =>
      (await api.vraag<Lijst<{ school?: string; status: string }>>('GET', `leerlingen/${wie}/inschrijvingen`, { als }))
        .body.resultaten;
    expect((await rijen(LEIDER, anna)).map((r) => [r.school, r.status])).toEqual([
      ['99ZZ00', 'aangemeld'],
      ['99AA00', 'ingeschreven'],
    ]);
    expect(await logboek()).toEqual([
      {
        handeling: 'lezen',
        onderwerp: 'inschrijving',
        leerling_id: anna,
        reden: 'teamleider',
        route: 'GET /api/v1/leerlingen/:id/inschrijvingen',
      },
    ]);
    expect((await rijen(MBO, anna)).map((r) => r.school)).toEqual(['99ZZ00']);
    expect((await rijen(LEIDER, bo)).map((r) => r.school)).toEqual([undefined]);
  });

  it('shows whom to call to officers and to the school that said so; with a secret address to who holds the casus', async () => {
    await api.db.bron.query(
      `insert into contact (regio_id, leerling_id, soort, naam, telefoon, gezag, bron_school, bron_op)
       select 36, id, 'ouder1', 'Proefouder', '+31612345678', 'ja', '99AA00', '2026-03-01' from leerling`,
    );
    const van = async (als: string, wie: string) =>
      (await api.vraag<Leerling>('GET', `leerlingen/${wie}`, { als })).body.contacten;
    const ouder = { soort: 'ouder1', naam: 'Proefouder', telefoon: '+31612345678', gezag: 'ja' };
    expect(await van(LEIDER, anna)).toEqual([ouder]);
    expect(await van(DECAAN, anna)).toEqual([ouder]);
    expect(await van(MBO, anna)).toEqual([]);
    expect(await van(LEIDER, bo)).toEqual([]);
    expect(await van(DECAAN, bo)).toEqual([ouder]);
    expect(await van(HOUDER, bo)).toEqual([ouder]);
    expect(JSON.stringify((await zoek(LEIDER, { pgn: bsn(1) })).body)).not.toContain('+31');
  });

  it('finds by an onderwijsnummer that a BSN replaced', async () => {
    await api.app
      .get(Transactie)
      .voerUit({ wie: { soort: 'systeem', id: 's', regioId: 36, naam: '', rollen: [] } }, (tx) =>
        tx.query(
          `insert into leerling_pgn (regio_id, hash, leerling_id, waarde, onderwijsnummer, huidig) values (36, $1, $2, '\\x00', true, false)`,
          [regio.sleutels.hash('100000009'), anna],
        ),
      );
    expect(await gevonden(DECAAN, { pgn: '100000009' })).toEqual(['Anna van der Berg']);
  });

  it('says that a row of theirs is not confirmed, to who may see that row', async () => {
    const zet = (waarde: boolean) =>
      api.db.bron.query(`update inschrijving set niet_bevestigd = $1 where school = '99ZZ00' and leerling_id = $2`, [
        waarde,
        anna,
      ]);
    const ziet = async (als: string): Promise<unknown> =>
      (await api.vraag<{ nietBevestigd?: boolean }>('GET', `leerlingen/${anna}`, { als })).body.nietBevestigd;
    expect(await ziet(MBO)).toBe(false);
    await zet(true);
    expect([await ziet(MBO), await ziet(LEIDER), await ziet(DECAAN)]).toEqual([true, true, false]);
    await zet(false);
    expect(await ziet(LEIDER)).toBe(false);
  });
});
