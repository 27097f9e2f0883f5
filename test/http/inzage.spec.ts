import { legJongeren } from '#toegang/test';
import { startApi, type TestApi } from './api.js';

interface Inzage {
  magZien: { reden: string; rollen: string[]; organisatie: string; aantal: number }[];
  resultaten: { id: string; onderwerp: string; doel: string; organisatie?: string; rollen: string[] }[];
  volgende: string | null;
}

const COACH = 'coach@regio.example';
const SCHOOL = 'zorg-vo@school.example';

describe('who may see a youngster, and who has', () => {
  let api: TestApi;
  let anna: string;
  let bram: string;
  beforeAll(async () => {
    api = await startApi({ vandaag: '2026-03-16' });
    await legJongeren(api.db.bron);
    await api.db.bron.query(`update medewerker set uitvoeringsorganisatie = 'GGD Hart' where email = $1`, [COACH]);
    const rijen = await api.db.bron.query<{ id: string }[]>(
      `select id from leerling where roepnaam in ('Anna', 'Bram') order by roepnaam`,
    );
    [anna = '', bram = ''] = rijen.map((r) => r.id);
  });
  afterAll(() => api.sluit());

  const inzage = (id: string, als = COACH, vraag = '') =>
    api.vraag<Inzage>('GET', `leerlingen/${id}/inzage${vraag}`, { als });

  it('says on which ground whose people may see her today, without a name', async () => {
    const { body } = await inzage(anna);
    const gronden = body.magZien.map((m) => [m.reden, m.rollen.join(), m.organisatie, m.aantal]);
    expect(gronden).toEqual([
      ['casusverantwoordelijke', 'doorstroomcoach', 'GGD Hart', 1],
      ['eigen school', 'zorgcoordinator', 'Demo College', 1],
      ['eigen school', 'zorgcoordinator', 'Demo ROC', 1],
      ['regiocoördinator', 'regiocoordinator', 'Noordoost-Brabant', 1],
      ['teamleider', 'teamleider', 'Noordoost-Brabant', 1],
      ['waarneming', 'doorstroomcoach', 'Oss', 1],
    ]);
  });

  it('follows the day: who observed no longer does, and who stopped is gone', async () => {
    api.klok.zet('2026-03-18');
    await api.db.bron.query(`update medewerker set actief = false where email = 'teamleider@regio.example'`);
    const redenen = (await inzage(anna)).body.magZien.map((m) => m.reden);
    expect(redenen).toEqual(['casusverantwoordelijke', 'eigen school', 'eigen school', 'regiocoördinator']);
    await api.db.bron.query(`update medewerker set actief = true where email = 'teamleider@regio.example'`);
    api.klok.zet('2026-03-16');
  });

  it('says when, why, with which role and for which organisation she was seen; itself from the next time on', async () => {
    await api.vraag('GET', `leerlingen/${anna}`, { als: SCHOOL });
    await api.vraag('GET', `leerlingen/${bram}`, { als: 'bewaker@regio.example' });
    await inzage(anna);
    const { body } = await inzage(anna);
    expect(body.resultaten.slice(0, 2).map(({ id: _id, ...r }) => r)).toEqual([
      {
        gezienOp: expect.any(String),
        ...{ handeling: 'lezen', onderwerp: 'inzage', doel: 'casusverantwoordelijke' },
        ...{ organisatie: 'GGD Hart', rollen: ['doorstroomcoach'] },
      },
      {
        gezienOp: expect.any(String),
        ...{ handeling: 'lezen', onderwerp: 'leerling', doel: 'eigen school' },
        ...{ organisatie: 'Demo College', rollen: ['zorgcoordinator'] },
      },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/@|procesbewaker/);
  });

  it('is paged, newest first, and no row comes twice while rows are added', async () => {
    const gezien: string[] = [];
    let pad: string | null = `leerlingen/${anna}/inzage?aantal=2`;
    while (pad !== null) {
      const { body }: { body: Inzage } = await api.vraag<Inzage>('GET', pad, { als: COACH });
      gezien.push(...body.resultaten.map((r) => r.id));
      pad = body.volgende;
    }
    expect(gezien.length).toBeGreaterThan(3);
    expect(gezien).toEqual([...new Set(gezien)].sort((a, b) => Number(b) - Number(a)));
  });

  it.each([
    ['an officer of the same gemeente', 'leerplicht@regio.example', 404],
    ['an officer elsewhere', 'coach@kempen.example', 404],
    ['the own school', SCHOOL, 403],
    ['the regiocoördinator', 'coordinator@regio.example', 403],
    ['the auditor', 'auditor@regio.example', 403],
  ])('is not for %s', async (_, als, status) => {
    expect((await inzage(anna, als)).status).toBe(status);
  });

  it('is under every id the same after a merge: who may see who is left, and who saw either', async () => {
    const { bron } = api.db;
    const bij = async (leerling: string) =>
      (await bron.query<{ id: string }[]>('select id from logboek where leerling_id = $1', [leerling])).map(
        (r) => r.id,
      );
    await api.vraag('GET', `leerlingen/${bram}`, { als: 'bewaker@regio.example' });
    const eerder = await bij(bram);
    expect(eerder).not.toEqual([]);
    await bron.query('update leerling set samengevoegd_in = $1 where id = $2', [anna, bram]);
    const nieuw = (await inzage(anna, COACH, '?aantal=100')).body;
    const oud = (await inzage(bram, COACH, '?aantal=100')).body;
    expect(oud.magZien).toEqual(nieuw.magZien);
    expect(oud.magZien).not.toEqual([]);
    expect(oud.resultaten.map((r) => r.id)).toEqual(expect.arrayContaining(eerder));
    expect(oud.resultaten.slice(1)).toEqual(nieuw.resultaten);
    // looking is logged under who is left
    expect(await bij(bram)).toEqual(eerder);
  });
});
