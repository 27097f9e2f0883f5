import { maakSleutelbestand, type Config } from '#config';
import { testConfig } from '#config/test';
import { legInstantieVast } from '#database';
import { testDatabase, type TestDatabase } from '#database/test';
import { proefSleutels, Tokens, uitgevers } from '#toegang';
import { legMensen } from '#toegang/test';
import { jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { token } from './token.js';

describe('sluitend token', () => {
  let db: TestDatabase;
  let map: string;
  let omgeving: Record<string, string>;
  let config: Config;
  beforeAll(async () => {
    db = await testDatabase();
    await legMensen(db.bron);
    await legInstantieVast(db.bron, 'proef');
    map = await mkdtemp(join(tmpdir(), 'sluitend-token-'));
    omgeving = { DATA_DIR: map, DATABASE_URL: db.url, INSTANTIE: 'proef' };
    config = testConfig(omgeving);
    await maakSleutelbestand(config.sleutelsPad);
  });
  afterAll(async () => {
    await db.sluit();
    await rm(map, { recursive: true, force: true });
  });

  /** What the command writes to stdout. */
  async function voerUit(...argumenten: string[]): Promise<string> {
    const uit: string[] = [];
    const spion = jest.spyOn(process.stdout, 'write').mockImplementation((tekst) => uit.push(String(tekst)) > 0);
    try {
      await token.voerUit(argumenten, config);
    } finally {
      spion.mockRestore();
    }
    return uit.join('');
  }

  it('prints nothing but a token that the API believes, for a person and for a client', async () => {
    const tokens = new Tokens(uitgevers(config, await proefSleutels(map)), config.oidcAudience, () => new Date());
    for (const [wie, soort] of [
      ['Coach@regio.example', 'medewerker'],
      ['school-99AA', 'client'],
    ] as const) {
      const uitvoer = await voerUit(wie);
      expect(uitvoer).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
      expect(await tokens.controleer(uitvoer.trim())).toMatchObject({
        sub: wie.includes('@') ? wie.toLowerCase() : wie,
        soort,
      });
    }
  });

  it('knows only who is active', async () => {
    for (const wie of ['niemand@regio.example', 'weg@regio.example', 'school-weg']) {
      await expect(voerUit(wie)).rejects.toThrow('is geen actieve medewerker of client');
    }
  });

  it('shows the secret of a client, and nobody else has one', async () => {
    expect(await voerUit('school-99AA', '--geheim')).toMatch(/^[\w-]{43}\n$/);
    await expect(voerUit('coach@regio.example', '--geheim')).rejects.toThrow('Alleen een client');
  });

  it('is not there for providers of others', async () => {
    config = testConfig({
      ...omgeving,
      OIDC_ISSUERS: '[{"issuer":"https://idp.example","clientId":"x"}]',
      OIDC_AUDIENCE: 'x',
    });
    await expect(voerUit('coach@regio.example')).rejects.toThrow('OIDC_ISSUERS');
  });
});
