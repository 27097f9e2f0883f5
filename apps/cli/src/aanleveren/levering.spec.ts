import { jest } from '@jest/globals';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leverAan } from './aanleveren.js';

const AANLEVERING = {
  ...{ id: '7', school: '99AA00', peildatum: '2026-03-16', modus: 'volledig', status: 'verwerkt', regels: 1 },
  ...{ tellingen: { nieuw: 1 }, bevindingen: { fouten: 0, waarschuwingen: 1 } },
};
const BEVINDING = {
  regel: 2,
  kolom: 'pgn',
  waarde: '*****1234',
  code: 'pgnOngeldig',
  tekst: 'Klopt niet.',
  ernst: 'waarschuwing',
};

describe('a delivery that meets trouble on the way', () => {
  let map: string;
  let server: Server;
  let antwoordt: (verzoek: IncomingMessage, antwoord: ServerResponse) => unknown;
  let [stdout, stderr] = ['', ''];

  beforeEach(async () => {
    map = await mkdtemp(join(tmpdir(), 'sluitend-levering-'));
    [stdout, stderr] = ['', ''];
    jest.spyOn(process.stdout, 'write').mockImplementation((tekst) => ((stdout += String(tekst)), true));
    jest.spyOn(process.stderr, 'write').mockImplementation((tekst) => ((stderr += String(tekst)), true));
    server = createServer((verzoek, antwoord) => void antwoordt(verzoek, antwoord));
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    server.closeAllConnections();
    server.close();
    await rm(map, { recursive: true, force: true });
  });

  const stuur = (antwoord: ServerResponse, status: number, inhoud: unknown): unknown =>
    antwoord.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(inhoud));
  const alles = async (verzoek: IncomingMessage): Promise<string> => {
    let tekst = '';
    for await (const stuk of verzoek) tekst += String(stuk);
    return tekst;
  };
  const lever = (...argumenten: string[]): Promise<number> => {
    const { port } = server.address() as AddressInfo;
    return leverAan(
      [
        'export.csv',
        '--school',
        '99AA00',
        '--pauze',
        '0.01',
        '--pogingen',
        '2',
        '--url',
        `http://127.0.0.1:${port}`,
        ...argumenten,
      ],
      { variabelen: { SLUITEND_TOKEN: 'x' }, map },
    );
  };

  it('sends the file as it is at each try', async () => {
    await writeFile(join(map, 'export.csv'), 'een');
    const gehad: string[] = [];
    antwoordt = async (verzoek, antwoord) => {
      gehad.push(await alles(verzoek));
      await writeFile(join(map, 'export.csv'), 'twee en meer');
      stuur(antwoord, gehad.length === 1 ? 503 : 202, {
        ...AANLEVERING,
        bevindingen: { fouten: 0, waarschuwingen: 0 },
      });
    };
    expect([await lever(), gehad]).toEqual([0, ['een', 'twee en meer']]);
  });

  it('ends with 5 when the file is gone at the second try', async () => {
    await writeFile(join(map, 'export.csv'), 'een');
    antwoordt = async (verzoek, antwoord) => {
      await alles(verzoek);
      await rm(join(map, 'export.csv'));
      stuur(antwoord, 503, {});
    };
    expect(await lever()).toBe(5);
    expect(stderr).toContain('is niet te lezen');
  });

  it('ends with 5 when the file shrinks while it is sent', async () => {
    const pad = join(map, 'export.csv');
    await writeFile(pad, Buffer.alloc(64_000_000, 'x'));
    // Paused, it holds no more than what fits in the buffers on the way.
    antwoordt = async (verzoek) => {
      verzoek.on('error', () => undefined).pause();
      await truncate(pad, 10);
      verzoek.resume();
    };
    expect(await lever('--pogingen', '1')).toBe(5);
    expect(stderr).toContain('korter');
  });

  it.each([500, 403])('keeps how it ended when the findings answer %d', async (status) => {
    await writeFile(join(map, 'export.csv'), 'een');
    antwoordt = async (verzoek, antwoord) => {
      await alles(verzoek);
      if (verzoek.method === 'POST') stuur(antwoord, 202, AANLEVERING);
      else stuur(antwoord, status, { code: 'nietVanU', detail: 'Dat mag niet.' });
    };
    expect(await lever()).toBe(2);
    expect(stdout).toContain('is verwerkt');
    expect(stdout).toContain('alle bevindingen: ');
    expect(stderr).toContain('niet op te halen');
  });

  it('shows no delivered value, also not as JSON', async () => {
    await writeFile(join(map, 'export.csv'), 'een');
    antwoordt = async (verzoek, antwoord) => {
      await alles(verzoek);
      stuur(antwoord, 200, verzoek.method === 'POST' ? AANLEVERING : { resultaten: [BEVINDING] });
    };
    const { waarde: _, ...zonder } = BEVINDING;
    expect(await lever('--json')).toBe(2);
    expect(JSON.parse(stdout)).toEqual({ exitcode: 2, aanlevering: AANLEVERING, bevindingen: [zonder] });
  });
});
