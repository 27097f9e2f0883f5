import { fastify } from 'fastify';
import { logVerzoeken } from './verzoeklog.js';

describe('the log of requests', () => {
  it('has the route and the outcome, and nothing of what was asked', async () => {
    const regels: string[] = [];
    const server = fastify();
    logVerzoeken(server, { write: (regel) => void regels.push(regel) });
    server.post('/leerlingen/:id', (_verzoek, antwoord) => antwoord.status(409).send({ naam: 'Jansen' }));
    const adres = await server.listen({ port: 0, host: '127.0.0.1' });
    await fetch(`${adres}/leerlingen/4711?pgn=123456782`, {
      method: 'POST',
      body: JSON.stringify({ achternaam: 'Pietersen' }),
      headers: { authorization: 'Bearer geheim', 'content-type': 'application/json', connection: 'close' },
    });
    await server.close();
    expect(JSON.parse(regels[0] ?? '')).toEqual({
      level: 30,
      time: expect.any(String),
      proces: 'api',
      methode: 'POST',
      route: '/leerlingen/:id',
      status: 409,
      ms: expect.any(Number),
    });
    expect(regels.join('')).not.toMatch(/4711|123456782|Pietersen|Jansen|geheim/);
  });
});
