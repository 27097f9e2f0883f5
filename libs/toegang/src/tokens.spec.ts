import { DomeinFout } from '#kern';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, type JWK, type JWTPayload } from 'jose';
import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proefSleutels, type ProefSleutels } from './proef/sleutels.js';
import { maakProefToken, PROEF_ISSUER } from './proef/token.js';
import { Tokens } from './tokens.js';
import { PROEF_CLIENT, uitgevers } from './uitgevers.js';

const NU = new Date('2026-11-21T12:00:00Z');
const SECONDE = NU.getTime() / 1000;

async function code(belofte: Promise<unknown>): Promise<string> {
  return belofte.then(
    () => 'geen fout',
    (fout: unknown) => (fout instanceof DomeinFout ? fout.code : String(fout)),
  );
}

describe('a Bearer token', () => {
  let map: string;
  let sleutels: ProefSleutels;
  let tokens: Tokens;
  beforeAll(async () => {
    map = await mkdtemp(join(tmpdir(), 'sluitend-tokens-'));
    sleutels = await proefSleutels(map);
    tokens = new Tokens(uitgevers({ oidcIssuers: [] }, sleutels), 'sluitend', () => NU);
  });
  afterAll(() => rm(map, { recursive: true, force: true }));

  /** A good token but for what is given. */
  async function teken(inhoud: JWTPayload, kop: { alg?: string; typ?: string } = {}): Promise<string> {
    const sleutel = sleutels.jwks.keys[0];
    const goed = { iss: PROEF_ISSUER, aud: 'sluitend', sub: 'coach@regio.example', exp: SECONDE + 60, iat: SECONDE };
    return new SignJWT({ ...goed, ...inhoud })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: sleutel.kid ?? '', ...kop })
      .sign(await importJWK(sleutel, 'ES256'));
  }

  it('names a person or a machine', async () => {
    expect(await tokens.controleer(await teken({}))).toEqual({
      alias: 'proef',
      sub: 'coach@regio.example',
      soort: 'medewerker',
      enige: true,
    });
    const machine = await maakProefToken(sleutels, { sub: 'school-99AA', soort: 'client' }, 'sluitend', NU);
    expect(await tokens.controleer(machine)).toMatchObject({ sub: 'school-99AA', soort: 'client' });
  });

  it('is refused for another audience, after its time, before its time, or without an end', async () => {
    expect(await code(tokens.controleer(await teken({ aud: 'iets-anders' })))).toBe('tokenOngeldig');
    expect(await code(tokens.controleer(await teken({ exp: SECONDE - 60 })))).toBe('tokenVerlopen');
    expect(await code(tokens.controleer(await teken({ nbf: SECONDE + 60 })))).toBe('tokenOngeldig');
    const sleutel = sleutels.jwks.keys[0];
    const eindeloos = await new SignJWT({ iss: PROEF_ISSUER, aud: 'sluitend', sub: 'coach@regio.example' })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: sleutel.kid ?? '' })
      .sign(await importJWK(sleutel, 'ES256'));
    expect(await code(tokens.controleer(eindeloos))).toBe('tokenOngeldig');
  });

  it('is refused from an issuer that we do not know', async () => {
    expect(await code(tokens.controleer(await teken({ iss: 'https://elders.example' })))).toBe('tokenOngeldig');
    expect(await code(tokens.controleer(await teken({ iss: 'http://127.0.0.1.evil.example:80/oidc' })))).toBe(
      'tokenOngeldig',
    );
  });

  it('is refused without a signature, and when the public key was used as a secret', async () => {
    const [, inhoud] = (await teken({})).split('.');
    const zonder = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${inhoud ?? ''}.`;
    expect(await code(tokens.controleer(zonder))).toBe('tokenOngeldig');
    const { kty, crv, x, y } = sleutels.jwks.keys[0];
    const publicKey = await importJWK({ kty, crv, x, y } as JWK, 'ES256', { extractable: true });
    if (publicKey instanceof Uint8Array) throw new Error('An EC key was expected.');
    const verward = await new SignJWT({
      iss: PROEF_ISSUER,
      aud: 'sluitend',
      sub: 'coach@regio.example',
      exp: SECONDE + 60,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .sign(Buffer.from(await exportSPKI(publicKey)));
    expect(await code(tokens.controleer(verward))).toBe('tokenOngeldig');
  });

  it('is refused when signed with another key, or changed', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const vreemd = await new SignJWT({
      iss: PROEF_ISSUER,
      aud: 'sluitend',
      sub: 'coach@regio.example',
      exp: SECONDE + 60,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: sleutels.jwks.keys[0].kid ?? '' })
      .sign(privateKey);
    expect(await code(tokens.controleer(vreemd))).toBe('tokenOngeldig');
    const [kop, , teken_] = (await teken({})).split('.');
    const ander = Buffer.from(JSON.stringify({ iss: PROEF_ISSUER, aud: 'sluitend', sub: 'baas', exp: SECONDE + 60 }));
    expect(await code(tokens.controleer(`${kop ?? ''}.${ander.toString('base64url')}.${teken_ ?? ''}`))).toBe(
      'tokenOngeldig',
    );
  });

  it('is refused when it is an ID token or some other text', async () => {
    expect(await code(tokens.controleer(await teken({}, { typ: 'JWT' })))).toBe('tokenOngeldig');
    expect(await code(tokens.controleer(await teken({ nonce: 'x' })))).toBe('tokenOngeldig');
    for (const tekst of ['', 'x', 'a.b.c', 'a.b.c.d.e'])
      expect(await code(tokens.controleer(tekst))).toBe('tokenOngeldig');
  });
});

describe('providers of OIDC_ISSUERS', () => {
  let server: Server;
  let adres: string;
  let kaart: Record<string, unknown>;
  const paar = generateKeyPair('RS256', { extractable: true });

  beforeAll(async () => {
    const jwk = { ...(await exportJWK((await paar).publicKey)), kid: 'een', use: 'sig' };
    server = createServer((verzoek, antwoord) => {
      antwoord.setHeader('content-type', 'application/json');
      antwoord.end(JSON.stringify(verzoek.url?.endsWith('/jwks') === true ? { keys: [jwk] } : kaart));
    });
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
    const plek = server.address();
    adres = `http://127.0.0.1:${plek !== null && typeof plek === 'object' ? plek.port : 0}`;
    kaart = { issuer: adres, jwks_uri: `${adres}/jwks` };
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((klaar) => server.close(klaar));
  });

  async function teken(iss: string, inhoud: JWTPayload = {}, alg = 'RS256'): Promise<string> {
    return new SignJWT({ iss, aud: 'sluitend', sub: 'abc-123', exp: SECONDE + 60, ...inhoud })
      .setProtectedHeader({ alg, typ: 'JWT', kid: 'een' })
      .sign(await importJWK(await exportJWK((await paar).privateKey), alg));
  }

  function controle(issuers: { issuer: string; clientId: string }[]): Tokens {
    return new Tokens(uitgevers({ oidcIssuers: issuers }, undefined), 'sluitend', () => NU);
  }

  it('are found by discovery, and bind accounts under their own name', async () => {
    const tokens = controle([{ issuer: adres, clientId: 'sluitend' }]);
    expect(await tokens.controleer(await teken(adres))).toMatchObject({
      alias: adres,
      sub: 'abc-123',
      soort: 'medewerker',
    });
    expect(await tokens.controleer(await teken(adres, { azp: 'abc-123' }))).toMatchObject({ soort: 'client' });
  });

  it('may not choose an algorithm that we did not', async () => {
    const tokens = controle([{ issuer: adres, clientId: 'sluitend' }]);
    expect(await code(tokens.controleer(await teken(adres, {}, 'RS512')))).toBe('tokenOngeldig');
  });

  it('cannot speak for each other, nor for the built-in provider', async () => {
    const tokens = controle([
      { issuer: adres, clientId: 'sluitend' },
      { issuer: `${adres}/ander`, clientId: 'sluitend' },
    ]);
    expect(await code(tokens.controleer(await teken(PROEF_ISSUER)))).toBe('tokenOngeldig');
    // The other one's own description names somebody else: its keys are not taken.
    expect(await code(tokens.controleer(await teken(`${adres}/ander`)))).toBe('aanmeldingNietBereikbaar');
  });

  it('count as the built-in provider only when the client id says so', async () => {
    const tokens = controle([{ issuer: adres, clientId: PROEF_CLIENT }]);
    expect(await code(tokens.controleer(await teken(adres)))).toBe('tokenOngeldig'); // typ must be at+jwt
  });

  it('that do not answer make the API unavailable, not the token wrong', async () => {
    const tokens = controle([{ issuer: 'http://127.0.0.1:1', clientId: 'sluitend' }]);
    expect(await code(tokens.controleer(await teken('http://127.0.0.1:1')))).toBe('aanmeldingNietBereikbaar');
  });
});
