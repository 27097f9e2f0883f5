import { startApi, type TestApi } from './api.js';

interface Lijst {
  resultaten: { id: string; soort: string; status: string; foutTekst: string | null; opgegevenOp: string | null }[];
  volgende: string | null;
}

const BEHEERDER = 'beheer@voorbeeld.nl';
const COACH = 'coach@voorbeeld.nl';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  const { bron } = api.db;
  await bron.query(`insert into regio (id, naam, vakantiezone) values (36, 'Proef', 'Zuid'), (37, 'Andere', 'Zuid')`);
  for (const [id, email, rol] of [
    [1, BEHEERDER, 'beheerder'],
    [2, COACH, 'doorstroomcoach'],
  ]) {
    await bron.query(`insert into medewerker (regio_id, id, email, naam) values (36, $1, $2, 'Iemand')`, [id, email]);
    await bron.query(
      `insert into medewerker_rol (regio_id, medewerker_id, rol, hele_regio, gemeenten) values (36, $1, $2, $2 = 'beheerder', '{0796}')`,
      [id, rol],
    );
    await bron.query(`insert into account (issuer, sub, regio_id, medewerker_id) values ('proef', $1, 36, $2)`, [
      email,
      id,
    ]);
  }
}, 60_000);
beforeEach(async () => {
  await api.db.bron.query('truncate opdracht restart identity');
  await api.db.bron.query(`
    insert into opdracht (regio_id, soort, data, pogingen, klaar_op, dood_op, fout_code, fout_tekst) values
      (36, 'proef.een', '{"schoolId": "99AA00"}', 1, now(), null, null, null),
      (36, 'proef.een', '{}', 8, null, now(), 'bezet', 'Deze school wordt al verwerkt.'),
      (37, 'proef.een', '{}', 8, null, now(), 'bezet', 'Van een ander.'),
      (null, 'proef.twee', '{}', 0, null, null, null, null)`);
});
afterAll(() => api.sluit());

describe('GET /opdrachten', () => {
  it('shows the beheerder the work of the region and of the instance, never of another region', async () => {
    const { status, body } = await api.vraag<Lijst>('GET', 'opdrachten', { als: BEHEERDER });
    expect(status).toBe(200);
    expect(body.resultaten.map((o) => [o.id, o.status])).toEqual([
      ['4', 'open'],
      ['2', 'dood'],
      ['1', 'klaar'],
    ]);
    expect(body.volgende).toBeNull();
  });

  it('shows what was given up, and why', async () => {
    const { body } = await api.vraag<Lijst>('GET', 'opdrachten?status=dood&soort=proef.een', { als: BEHEERDER });
    expect(body.resultaten).toEqual([
      expect.objectContaining({
        id: '2',
        foutTekst: 'Deze school wordt al verwerkt.',
        opgegevenOp: expect.any(String),
      }),
    ]);
  });

  it('goes on page by page', async () => {
    const een = await api.vraag<Lijst>('GET', 'opdrachten?aantal=2', { als: BEHEERDER });
    expect(een.body.resultaten.map((o) => o.id)).toEqual(['4', '2']);
    const twee = await api.vraag<Lijst>('GET', een.body.volgende ?? '', { als: BEHEERDER });
    expect(twee.body).toMatchObject({ resultaten: [{ id: '1' }], volgende: null });
  });

  it.each(['status=weg', 'aantal=0', 'aantal=201', 'na=onzin', 'na=WyJhYmMiXQ', 'extra=1'])(
    'refuses ?%s',
    async (vraag) => {
      const { status } = await api.vraag('GET', `opdrachten?${vraag}`, { als: BEHEERDER });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    },
  );

  it('is for the beheerder alone', async () => {
    expect((await api.vraag('GET', 'opdrachten', { als: COACH })).status).toBe(403);
    expect((await api.vraag('GET', 'opdrachten')).status).toBe(401);
  });
});

describe('POST /opdrachten/{id}/herkansing', () => {
  it('makes dead work due again, once', async () => {
    expect((await api.vraag('POST', 'opdrachten/2/herkansing', { als: BEHEERDER })).status).toBe(204);
    const rijen = await api.db.bron.query('select pogingen, dood_op, vanaf <= now() as nu from opdracht where id = 2');
    expect(rijen).toEqual([{ pogingen: 0, dood_op: null, nu: true }]);
    expect((await api.vraag('POST', 'opdrachten/2/herkansing', { als: BEHEERDER })).status).toBe(404);
    // who did it, and of the second time that it was refused
    const gelegd = await api.db.bron.query(
      `select wie, handeling, onderwerp, reden, route from logboek order by id desc limit 2`,
    );
    const route = 'POST /api/v1/opdrachten/:id/herkansing';
    expect(gelegd).toEqual([
      expect.objectContaining({ wie: 'medewerker:1', handeling: 'weigeren', route }),
      { wie: 'medewerker:1', handeling: 'schrijven', onderwerp: 'opdracht', reden: 'beheerder, opdracht:2', route },
    ]);
  });

  it.each(['1', '3', '4', '999', 'x', '0'])(
    'answers 404 for %s: not dead, of another region, or not there',
    async (id) => {
      expect((await api.vraag('POST', `opdrachten/${id}/herkansing`, { als: BEHEERDER })).status).toBe(404);
    },
  );

  it('is for the beheerder alone', async () => {
    expect((await api.vraag('POST', 'opdrachten/2/herkansing', { als: COACH })).status).toBe(403);
  });
});
