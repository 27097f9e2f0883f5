import { maakMedewerker, maakRegio } from '#casussen/test';
import { startApi, type TestApi } from './api.js';

const COORDINATOR = 'co@regio.example';
const COLLEGA = 'ge@regio.example';

interface Controle {
  id: string;
  peildatum: string;
  code?: string;
}

describe('asking for a doorstroomcontrole under an Idempotency-Key', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ vandaag: '2026-07-10' });
    await maakRegio(api.db.bron);
    await maakMedewerker(api.db.bron, { naam: 'co', rol: 'regiocoordinator', heleRegio: true });
    await maakMedewerker(api.db.bron, { naam: 'ge', rol: 'generalist', heleRegio: true });
    await api.db.bron.query(
      `insert into account (issuer, sub, regio_id, medewerker_id) select 'proef', email, regio_id, id from medewerker`,
    );
  });
  afterAll(() => api.sluit());
  beforeEach(() => api.klok.zet('2026-07-10'));

  const vraag = (sleutel: string | undefined, body: object, als = COORDINATOR) =>
    api.vraag<Controle>('POST', 'doorstroomcontroles', {
      als,
      body: { schooljaar: '2025-2026', ...body },
      ...(sleutel === undefined ? {} : { koppen: { 'idempotency-key': sleutel } }),
    });
  const aantal = async (): Promise<number> => {
    const [rij] = await api.db.bron.query<[{ aantal: number }]>(
      'select count(*)::int as aantal from doorstroomcontrole',
    );
    return rij.aantal;
  };

  it('makes one, and gives that one again: also the next day, when «today» is another date', async () => {
    const een = await vraag('nacht', {});
    expect([een.status, een.body.peildatum]).toEqual([202, '2026-07-10']);
    api.klok.zet('2026-07-11');
    const weer = await vraag('nacht', {});
    expect([weer.status, weer.body.id, weer.body.peildatum]).toEqual([200, een.body.id, '2026-07-10']);
    expect(weer.koppen.get('location')).toBe(`/api/v1/doorstroomcontroles/${een.body.id}`);
  });

  it.each([
    ['another schooljaar', { schooljaar: '2024-2025' }],
    ['another date', { peildatum: '2026-07-01' }],
    ['a proef', { proef: true }],
  ])('refuses the key for %s, and makes nothing', async (_, anders) => {
    await vraag('vast', {});
    const vooraf = await aantal();
    const { status, body } = await vraag('vast', anders);
    expect([status, body.code]).toEqual([409, 'idempotentieSleutelAnders']);
    expect(await aantal()).toBe(vooraf);
  });

  it('makes one of five that come at once', async () => {
    const vooraf = await aantal();
    const antwoorden = await Promise.all(Array.from({ length: 5 }, () => vraag('tegelijk', { proef: true })));
    expect(antwoorden.filter((a) => a.status === 202)).toHaveLength(1);
    expect(antwoorden.filter((a) => a.status === 200)).toHaveLength(4);
    expect(new Set(antwoorden.map((a) => a.body.id)).size).toBe(1);
    expect(await aantal()).toBe(vooraf + 1);
  });

  it('keeps the keys of two people apart, and without a key makes a new one each time', async () => {
    const [een, ander] = [await vraag('eigen', {}), await vraag('eigen', { proef: true }, COLLEGA)];
    expect([een.status, ander.status]).toEqual([202, 202]);
    const zonder = [await vraag(undefined, {}), await vraag(undefined, {})];
    expect(zonder.map((a) => a.status)).toEqual([202, 202]);
    expect(zonder[0]?.body.id).not.toBe(zonder[1]?.body.id);
  });

  it('refuses a key that is no key, and keeps none of a request that was refused', async () => {
    const { status, body } = await vraag('x'.repeat(256), {});
    expect([status, body.code]).toEqual([400, 'idempotentieSleutelOngeldig']);
    expect((await vraag('fout', { schooljaar: '2030-2031' })).status).toBe(400);
    expect((await vraag('fout', {})).status).toBe(202);
  });
});
