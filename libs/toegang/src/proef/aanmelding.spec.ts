import { EchteKlok } from '#config';
import { testDatabase, type TestDatabase } from '#database/test';
import { createServer, type Server } from 'node:http';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tokens } from '../tokens.js';
import { uitgevers } from '../uitgevers.js';
import { ProefAanmelding } from './aanmelding.js';
import { clientGeheim, proefSleutels, type ProefSleutels } from './sleutels.js';
import { legMensen } from '../test/mensen.js';

describe('the built-in provider', () => {
  let db: TestDatabase;
  let map: string;
  let sleutels: ProefSleutels;
  let server: Server;
  let adres: string;
  let tokens: Tokens;

  beforeAll(async () => {
    db = await testDatabase();
    await legMensen(db.bron);
    map = await mkdtemp(join(tmpdir(), 'sluitend-oidc-'));
    sleutels = await proefSleutels(map);
    tokens = new Tokens(uitgevers({ oidcIssuers: [] }, sleutels), 'sluitend', () => new Date());
    const aanmelding = new ProefAanmelding({
      audience: 'sluitend',
      sleutels,
      transactie: db.transactie,
      klok: new EchteKlok(),
    });
    server = createServer((verzoek, antwoord) => {
      if (!aanmelding.behandel(verzoek, antwoord)) antwoord.writeHead(404).end();
    });
    const poort = await new Promise<number>((klaar) => {
      server.listen(0, '127.0.0.1', () => {
        const plek = server.address();
        klaar(plek !== null && typeof plek === 'object' ? plek.port : 0);
      });
    });
    adres = aanmelding.opent(poort);
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((klaar) => server.close(klaar));
    await db.sluit();
    await rm(map, { recursive: true, force: true });
  });

  async function vraagToken(client: string, geheim: string): Promise<{ status: number; token: string }> {
    const antwoord = await fetch(`${adres}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${client}:${geheim}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token: token = '' } = (await antwoord.json()) as { access_token?: string };
    return { status: antwoord.status, token };
  }

  it('describes itself as OpenID Connect Discovery asks', async () => {
    const kaart = (await (await fetch(`${adres}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;
    expect(kaart['issuer']).toBe(adres);
    expect(kaart['jwks_uri']).toBe(`${adres}/jwks`);
  });

  it('gives a machine a token that the API believes, for fifteen minutes', async () => {
    const { status, token } = await vraagToken('school-99AA', clientGeheim(sleutels, 'school-99AA'));
    expect(status).toBe(200);
    expect(await tokens.controleer(token)).toEqual({
      alias: 'proef',
      sub: 'school-99AA',
      soort: 'client',
      enige: true,
    });
    const inhoud = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      exp: number;
      iat: number;
    };
    expect(inhoud.exp - inhoud.iat).toBe(900);
  });

  it('refuses a wrong secret, an unknown client and one that stopped', async () => {
    expect((await vraagToken('school-99AA', 'fout')).status).toBe(401);
    expect((await vraagToken('onbekend', clientGeheim(sleutels, 'onbekend'))).status).toBe(401);
    expect((await vraagToken('school-weg', clientGeheim(sleutels, 'school-weg'))).status).toBe(401);
  });

  it('signs a person in by the code flow with PKCE, as the employee that was chosen', async () => {
    const token = await meldAan(adres, 'coach@regio.example');
    expect(await tokens.controleer(token)).toMatchObject({
      alias: 'proef',
      sub: 'coach@regio.example',
      soort: 'medewerker',
    });
  });

  it('answers only to the names of this machine', async () => {
    const { request } = await import('node:http');
    const status = await new Promise<number | undefined>((klaar) => {
      const { port } = new URL(adres);
      request({ host: '127.0.0.1', port, path: '/oidc/jwks', headers: { host: 'evil.example' } }, (a) => {
        a.resume();
        klaar(a.statusCode);
      }).end();
    });
    expect(status).toBe(421);
  });

  it('keeps its keys to itself, and the same ones', async () => {
    expect((await stat(join(map, 'oidc-proef.json'))).mode & 0o777).toBe(0o600);
    expect(await proefSleutels(map)).toEqual(sleutels);
    const openbaar = await (await fetch(`${adres}/jwks`)).text();
    expect(openbaar).not.toContain('"d"');
  });
});

/** Walks the pages as a browser would: cookies kept, redirects followed by hand. */
async function meldAan(adres: string, email: string): Promise<string> {
  const koekjes = new Map<string, string>();
  const haal = async (url: string, opties: RequestInit = {}): Promise<Response> => {
    const cookie = [...koekjes].map(([k, v]) => `${k}=${v}`).join('; ');
    const antwoord = await fetch(new URL(url, adres), { ...opties, redirect: 'manual', headers: { cookie } });
    for (const regel of antwoord.headers.getSetCookie()) {
      const [, naam, waarde] = /^([^=]+)=([^;]*)/.exec(regel) ?? [];
      if (naam !== undefined) koekjes.set(naam, waarde ?? '');
    }
    return antwoord;
  };
  const bewijs = 'a'.repeat(43);
  const uitdaging = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(bewijs))).toString('base64url');
  const terug = 'http://127.0.0.1:9/terug';
  const vraag = new URLSearchParams({
    client_id: 'sluitend-proef',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: terug,
    code_challenge: uitdaging,
    code_challenge_method: 'S256',
  });
  const naarPagina = await haal(`/oidc/auth?${vraag.toString()}`);
  const pagina = naarPagina.headers.get('location') ?? '';
  expect(await (await haal(pagina)).text()).toContain(email);
  let antwoord = await haal(pagina, { method: 'POST', body: new URLSearchParams({ sub: email }) });
  while (!(antwoord.headers.get('location') ?? terug).startsWith(terug))
    antwoord = await haal(antwoord.headers.get('location') ?? '');
  const code = new URL(antwoord.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const uitkomst = await haal('/oidc/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'sluitend-proef',
      code,
      redirect_uri: terug,
      code_verifier: bewijs,
    }),
  });
  const { access_token: token = '' } = (await uitkomst.json()) as { access_token?: string };
  return token;
}
