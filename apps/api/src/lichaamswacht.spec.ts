import fastify, { type FastifyInstance } from 'fastify';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { leesBestanden } from './bestanden.js';
import { bewaakLichamen } from './lichaamswacht.js';

const KOP = 'Host: x\r\nContent-Length: 1000\r\n';

describe('a body that drips', () => {
  let server: FastifyInstance;
  const open: Socket[] = [];

  beforeAll(async () => {
    server = fastify({ requestTimeout: 0 });
    leesBestanden(server);
    bewaakLichamen(server, { lichaamMs: 60, naAntwoordMs: 60 });
    server.post('/api/v1/casussen', () => 'ja');
    server.post('/api/v1/aanleveringen', (verzoek) => {
      if (verzoek.headers['x-weiger'] !== undefined) return 'nee';
      return new Promise((klaar) => verzoek.raw.resume().on('end', () => klaar('ja')));
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    for (const socket of open) socket.destroy();
    await server.close();
  });

  /** Sends a byte every 10 ms; tells after how many the other side ended it, or null when all 1000 were taken first. */
  function druppel(pad: string, koppen: string, aantal: number): Promise<{ antwoord: string; verbroken: boolean }> {
    return new Promise((klaar) => {
      const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
      open.push(socket);
      let [antwoord, gestuurd] = ['', 0];
      socket.write(`POST ${pad} HTTP/1.1\r\n${KOP}${koppen}\r\n`);
      const tik = setInterval(() => {
        gestuurd += 1;
        if (gestuurd < aantal) socket.write('x');
        else if (gestuurd === aantal) socket.write('x'.repeat(1001 - aantal));
      }, 10);
      socket.on('error', () => undefined);
      socket.on('data', (stuk) => {
        antwoord += stuk.toString();
        if (gestuurd < aantal) return;
        clearInterval(tik);
        klaar({ antwoord, verbroken: false });
      });
      socket.on('close', () => {
        clearInterval(tik);
        klaar({ antwoord, verbroken: true });
      });
    });
  }

  it('is cut off where JSON is read', async () => {
    const uitkomst = await druppel('/api/v1/casussen', 'Content-Type: application/json\r\n', 900);
    expect(uitkomst).toEqual({ antwoord: '', verbroken: true });
  });

  it('is left to its own limits where a file is read', async () => {
    const uitkomst = await druppel('/api/v1/aanleveringen?school=x', 'Content-Type: text/csv\r\n', 30);
    expect(uitkomst.verbroken).toBe(false);
    expect(uitkomst.antwoord).toMatch(/^HTTP\/1.1 200 /);
  });

  it('is cut off a while after its answer', async () => {
    const uitkomst = await druppel('/api/v1/aanleveringen', 'Content-Type: text/csv\r\nX-Weiger: 1\r\n', 900);
    expect(uitkomst.verbroken).toBe(true);
    expect(uitkomst.antwoord).toMatch(/^HTTP\/1.1 200 /);
  });
});
