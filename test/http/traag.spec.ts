import { testRegio } from '#inrichting/test';
import { request, type ClientRequest } from 'node:http';
import { Keten } from '../scenario/keten.js';

/** Two uploads of each, all that they may have open. */
const CLIENTS = ['school-99AA', 'school-99ZZ', 'derde'];

describe('senders with a slow line', () => {
  let keten: Keten;
  const open: ClientRequest[] = [];

  beforeAll(async () => {
    const regio = testRegio();
    regio.clients = CLIENTS.map((id) => ({ id, rol: 'aanleveraar', scholen: ['99AA00'] }));
    keten = await Keten.start('2026-03-16', regio, { verbindingen: 2 });
  });
  afterAll(async () => {
    for (const verzoek of open) verzoek.destroy();
    while ((await telUploads()) > 0) await new Promise((klaar) => setImmediate(klaar));
    await keten.sluit();
  });

  const telUploads = async (): Promise<number> => {
    const [rij] = await keten.api.db.bron.query<{ n: number }[]>(
      `select count(*)::int as n from upload u where not klaar and exists (select from aanlevering_blok b where b.aanlevering_id = u.id)`,
    );
    return rij?.n ?? 0;
  };

  it('leave the connections of the pool to others, and are told when to come back', async () => {
    const pad = '/api/v1/aanleveringen?school=99AA00&peildatum=2026-03-16';
    for (const client of [...CLIENTS, ...CLIENTS]) {
      const verzoek = request(new URL(pad, keten.api.adres), {
        method: 'POST',
        headers: {
          'content-type': 'text/csv',
          'content-length': String(40 * 1024 * 1024),
          authorization: `Bearer ${await keten.api.token(client)}`,
        },
      });
      verzoek.on('error', () => undefined);
      verzoek.write(Buffer.alloc(2 * 1024 * 1024 + 5, 'x'));
      open.push(verzoek);
    }
    while ((await telUploads()) < 6) await new Promise((klaar) => setImmediate(klaar));
    const lijst = await keten.api.vraag('GET', 'aanleveringen', { als: CLIENTS[0] ?? '' });
    expect(lijst.status).toBe(200);
    const derde = await keten.api.vraag<{ code: string }>('POST', pad, {
      als: CLIENTS[0] ?? '',
      body: 'x',
      koppen: { 'content-type': 'text/csv' },
    });
    expect([derde.status, derde.body.code, derde.koppen.get('retry-after')]).toEqual([429, 'teVeelUploads', '30']);
  });

  it('have all the time in the world by Node, which only watches their headers', () => {
    const server = keten.api.app.getHttpServer() as { requestTimeout: number; headersTimeout: number };
    expect([server.requestTimeout, server.headersTimeout]).toEqual([0, 60_000]);
  });
});
