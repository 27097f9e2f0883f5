import { alsCsv, kandidaatrij } from '#aanlevering/test';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { generateKeyPairSync, verify } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bouw } from './instantie.js';
import { CLIENT, Schoolmachine, type Uitslag } from './school.js';

jest.setTimeout(300_000);

const rijen = (aantal: number, vanaf = 0) => Array.from({ length: aantal }, (_, n) => kandidaatrij(vanaf + n));

describe('sluitend aanleveren, as a school runs it', () => {
  let m: Schoolmachine;

  beforeAll(async () => {
    bouw();
    m = await Schoolmachine.start();
  });
  afterAll(() => m.sluit());

  const lever = (...wat: Parameters<Schoolmachine['lever']>): Promise<Uitslag> => m.lever(...wat);
  const tel = (tabel: string): Promise<number> => m.tel(tabel);

  it('ends with 0 when all went well, quiet but for its report, and again for the same file', async () => {
    const uitslag = await lever(alsCsv(rijen(20)));
    expect(uitslag).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /^Aanlevering \d+ van 99AA00 \(peildatum 2026-03-16\) is verwerkt\.\n20 regels: 20 nieuw\.\n$/,
      ),
      stderr: '',
    });
    expect(await lever(gzipSync(alsCsv(rijen(20))), ['--stil'], { naam: 'export.csv.GZ' })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(await lever(alsCsv(rijen(20)), ['--stil'], { stdin: true })).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await tel('aanlevering')).toBe(1);
    expect(await readdir(join(m.map, 'tijdelijk'))).toEqual([]);
  });

  it('ends with 2 with the first findings and how to mend them, and repeats no value', async () => {
    const fout = [kandidaatrij(30, { geboortedatum: '2009-02-30' }), kandidaatrij(31, { geslacht: 'Q' })];
    const uitslag = await lever(alsCsv([...rijen(25), ...fout]));
    expect(uitslag.code).toBe(2);
    expect(uitslag.stdout).toContain('1 fout, 1 waarschuwing.');
    expect(uitslag.stdout).toMatch(/^ {2}regel 27, geboortedatum: .+\.$/m);
    expect(uitslag.stdout).not.toContain('2009-02-30');
    const alsJson = await lever(alsCsv([...rijen(25), ...fout]), ['--json']);
    expect([alsJson.code, alsJson.stderr]).toEqual([2, '']);
    expect(JSON.parse(alsJson.stdout)).toMatchObject({
      exitcode: 2,
      aanlevering: { status: 'verwerkt', regels: 27 },
      bevindingen: [
        { regel: 27, code: 'datumOngeldig' },
        { regel: 28, code: 'codeOnbekend' },
      ],
    });
  });

  it('ends with 3 when the file waits for a person', async () => {
    const uitslag = await lever(alsCsv(rijen(5)));
    expect([uitslag.code, uitslag.stderr]).toEqual([3, '']);
    expect(uitslag.stdout).toContain('wacht op een besluit; er is nog niets veranderd');
  });

  it('ends with 4 when the file, or the call, is refused', async () => {
    expect((await lever('dit is geen export')).code).toBe(4);
    const ouder = await lever(alsCsv(rijen(3)), ['--peildatum', '2026-03-01']);
    expect([ouder.code, ouder.stdout]).toEqual([4, '']);
    expect(ouder.stderr).toMatch(/^Niet aangeleverd: Er is al een nieuwer bestand/);
    const ander = await lever(alsCsv(rijen(3)), ['--school', '98XX00', '--json']);
    expect([ander.code, JSON.parse(ander.stdout)]).toMatchObject([
      4,
      { exitcode: 4, fout: { code: 'schoolNietVanU' } },
    ]);
  });

  it('ends with 5 when it cannot deliver: nobody there, no such file, a wrong call, no token', async () => {
    const weg = await lever('x', [], { omgeving: { SLUITEND_URL: 'http://127.0.0.1:1', SLUITEND_TOKEN: 'x' } });
    expect(weg.code).toBe(5);
    expect(weg.stderr.match(/Poging \d van 3/g)).toHaveLength(2);
    expect(weg.stderr).toContain('ECONNREFUSED');
    const zonder = await lever('x', ['--json'], { omgeving: { SLUITEND_TOKEN: 'geen-token' } });
    expect([zonder.code, JSON.parse(zonder.stdout)]).toMatchObject([5, { fout: { code: 'tokenOngeldig' } }]);
    expect((await lever('x', ['nog-een.csv'])).code).toBe(5);
    expect((await lever('x', ['--instellingen', 'is-er-niet.env'])).code).toBe(5);
  });

  it('tries again after a 503 as late as it is asked, with the same key, and delivers once', async () => {
    const voor = await tel('aanlevering');
    m.tussen = (verzoek, antwoord) => {
      if (verzoek.method !== 'POST' || m.gehad.length > 2) return false;
      verzoek.resume();
      antwoord.writeHead(m.gehad.length === 1 ? 503 : 429, { 'retry-after': '0' }).end();
      return true;
    };
    const uitslag = await lever(alsCsv(rijen(26)));
    expect([uitslag.code, uitslag.stderr.match(/gaf (503|429)/g)]).toEqual([0, ['gaf 503', 'gaf 429']]);
    const stuurde = m.gehad.filter((g) => g.methode === 'POST').map((g) => g.sleutel);
    expect([stuurde.length, new Set(stuurde).size]).toEqual([3, 1]);
    expect(await tel('aanlevering')).toBe(voor + 1);
  });

  it('tries again when the connection is cut half-way, or after the file was stored, and leaves no second one', async () => {
    const voor = [await tel('aanlevering'), await tel('aanlevering_blok')];
    const groot = alsCsv(rijen(26).map((rij) => ({ ...rij, vulling: 'x'.repeat(60_000) })));
    m.tussen = (verzoek) => {
      if (verzoek.method !== 'POST' || m.gehad.length > 1) return false;
      let bytes = 0;
      verzoek.on('data', (stuk: Buffer) => {
        bytes += stuk.length;
        if (bytes > 1_200_000) verzoek.socket.destroy();
      });
      return false;
    };
    const uitslag = await lever(groot);
    expect([uitslag.code, uitslag.stderr.match(/Poging 1 van 3/g)]).toEqual([2, ['Poging 1 van 3']]);
    expect([await tel('aanlevering'), await tel('aanlevering_blok')]).toEqual([voor[0]! + 1, voor[1]! + 2]);
    while ((await tel('upload where not klaar')) > 0) await new Promise((klaar) => setImmediate(klaar));
  });

  it('waits on while the server restarts, and says when it took too long', async () => {
    let vragen = 0;
    m.tussen = (verzoek, antwoord) => {
      if (verzoek.method !== 'GET') return false;
      vragen += 1;
      if (vragen > 4) return false;
      if (vragen % 2 === 0) verzoek.socket.destroy();
      else antwoord.writeHead(502).end();
      return true;
    };
    expect(await lever(alsCsv(rijen(27)))).toMatchObject({ code: 0, stderr: '' });
    m.tussen = (verzoek, antwoord) => verzoek.method === 'GET' && antwoord.writeHead(502).end() !== undefined;
    const lang = await lever(alsCsv(rijen(28)), ['--wachttijd', '0.01', '--json']);
    expect([lang.code, JSON.parse(lang.stdout)]).toMatchObject([
      5,
      { exitcode: 5, aanlevering: { status: 'ontvangen' }, fout: { code: 'wachttijdVoorbij' } },
    ]);
  });

  it('proves who it is with a private key, and takes a new token when the old one ends meanwhile', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await writeFile(join(m.map, 'uit', 'sleutel.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }), {
      mode: 0o600,
    });
    await writeFile(
      join(m.map, 'uit', 'school.env'),
      `SLUITEND_CLIENT=${CLIENT}\nSLUITEND_SLEUTEL=sleutel.pem\nSLUITEND_ISSUER=http://127.0.0.1:${m.poort}/idp\n`,
    );
    let gegeven = 0;
    m.tussen = (verzoek, antwoord) => {
      if (verzoek.url === '/idp/.well-known/openid-configuration') {
        const basis = `http://127.0.0.1:${m.poort}/idp`;
        antwoord
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ issuer: basis, token_endpoint: `${basis}/token` }));
        return true;
      }
      if (verzoek.url !== '/idp/token') return false;
      let tekst = '';
      verzoek.on('data', (stuk: Buffer) => (tekst += stuk.toString()));
      verzoek.on('end', () => {
        const assertie = new URLSearchParams(tekst).get('client_assertion') ?? '';
        const [kop = '', claims = '', handtekening = ''] = assertie.split('.');
        const echt = verify(
          'sha256',
          Buffer.from(`${kop}.${claims}`),
          { key: publicKey, dsaEncoding: 'ieee-p1363' },
          Buffer.from(handtekening, 'base64url'),
        );
        const { iss, aud } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iss: string; aud: string };
        gegeven += 1;
        const goed = echt && iss === CLIENT && aud === `http://127.0.0.1:${m.poort}/idp`;
        // The first one has ended when the result is asked for.
        antwoord
          .writeHead(goed ? 200 : 400)
          .end(JSON.stringify({ access_token: m.token, expires_in: gegeven === 1 ? 60 : 900 }));
      });
      return true;
    };
    const uitslag = await lever(alsCsv(rijen(29)), ['--instellingen', 'school.env'], { omgeving: {} });
    expect([uitslag.code, uitslag.stderr, gegeven > 1]).toEqual([0, '', true]);
  });

  it('sends no secret to another machine, and shows none', async () => {
    const omgeving = {
      SLUITEND_CLIENT: CLIENT,
      SLUITEND_GEHEIM: 'zeer-geheim',
      SLUITEND_TOKEN_URL: 'https://idp.example/token',
    };
    const uitslag = await lever('x', [], { omgeving });
    expect(uitslag.code).toBe(5);
    expect(uitslag.stderr).toContain('alleen in een proef');
    expect(uitslag.stdout + uitslag.stderr).not.toContain('zeer-geheim');
    expect(m.gehad).toEqual([]);
  });
});
