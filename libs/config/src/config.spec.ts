import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config, demoDatumPad, type Omgeving } from './config.js';
import { StartFout } from './start-fout.js';

const lees = (omgeving: Omgeving = {}): Config => Config.lees(omgeving, '/werk');

function fout(omgeving: Omgeving): string {
  try {
    lees(omgeving);
  } catch (gevangen) {
    if (gevangen instanceof StartFout) return gevangen.message;
    throw gevangen;
  }
  throw new Error('no error');
}

describe('Config', () => {
  it('has the documented defaults', () => {
    expect(lees()).toMatchObject({
      poort: 3000,
      poortGezet: false,
      dataDir: '/werk/.data',
      databaseUrl: undefined,
      redisUrl: undefined,
      demo: undefined,
      sleutelsPad: '/werk/.data/sleutels.json',
      sleutelsGezet: false,
      instantie: 'proef',
      vandaag: undefined,
      oidcIssuers: [],
      embedded: true,
      aanroepMap: '/werk',
    });
  });

  it('is productie beside a given database unless it is told otherwise', () => {
    const DATABASE_URL = 'postgres://a:b@db/c';
    expect(lees({ DATABASE_URL })).toMatchObject({
      instantie: 'productie',
      databaseMigratieUrl: DATABASE_URL,
      embedded: false,
    });
    expect(lees({ DATABASE_URL, INSTANTIE: 'proef', DATABASE_MIGRATIE_URL: 'postgres://eigenaar@db/c' })).toMatchObject(
      {
        instantie: 'proef',
        databaseMigratieUrl: 'postgres://eigenaar@db/c',
      },
    );
  });

  it('takes an empty variable for an absent one, as docker compose gives it', () => {
    expect(lees({ PORT: '', DEMO: ' ', REDIS_URL: '' })).toMatchObject({
      poortGezet: false,
      demo: undefined,
      redisUrl: undefined,
    });
  });

  it('reads the list of issuers', () => {
    const OIDC_ISSUERS =
      '[{"issuer":"https://idp.example","clientId":"sluitend","key":"geheim"},{"issuer":"https://m.example","clientId":"x"}]';
    expect(lees({ OIDC_ISSUERS, OIDC_AUDIENCE: 'api' })).toMatchObject({
      oidcAudience: 'api',
      oidcIssuers: [
        { issuer: 'https://idp.example', clientId: 'sluitend', key: 'geheim' },
        { issuer: 'https://m.example', clientId: 'x' },
      ],
    });
  });

  it.each<[string, Omgeving, RegExp]>([
    ['a port that is no number', { PORT: '3000x' }, /PORT is geen getal/],
    ['a port that does not exist', { PORT: '65536' }, /PORT/],
    ['a negative port', { PORT: '-1' }, /PORT/],
    ['a database of another kind', { DATABASE_URL: 'mysql://a' }, /DATABASE_URL is geen adres/],
    ['a redis that is no address', { REDIS_URL: 'localhost' }, /REDIS_URL/],
    ['an owner without a database', { DATABASE_MIGRATIE_URL: 'postgres://a' }, /hoort bij DATABASE_URL/],
    ['yes for DEMO', { DEMO: 'yes' }, /DEMO is 1 \(aan\) of 0/],
    ['an unknown soort', { INSTANTIE: 'test' }, /INSTANTIE is proef of productie/],
    ['a date that does not exist', { VANDAAG: '2026-02-30' }, /VANDAAG/],
    ['a test clock in productie', { INSTANTIE: 'productie', VANDAAG: '2026-01-01' }, /VANDAAG kan niet/],
    ['a demo in productie', { INSTANTIE: 'productie', DEMO: '1' }, /DEMO kan niet/],
    [
      'issuers without an audience',
      { OIDC_ISSUERS: '[{"issuer":"https://a.example","clientId":"b"}]' },
      /OIDC_AUDIENCE ontbreekt/,
    ],
    ['issuers that are no list', { OIDC_ISSUERS: '{}' }, /OIDC_ISSUERS/],
    ['an issuer that is no address', { OIDC_ISSUERS: '[{"issuer":"a","clientId":"b"}]' }, /nummer 1/],
    [
      'an issuer twice',
      { OIDC_ISSUERS: '[{"issuer":"https://a.example","clientId":"b"},{"issuer":"https://a.example","clientId":"c"}]' },
      /twee keer/,
    ],
  ])('refuses %s in one line', (_wat, omgeving, tekst) => {
    const regel = fout(omgeving);
    expect(regel).toMatch(tekst);
    expect(regel).not.toContain('\n');
  });

  it('tells every mistake at once and repeats no secret', () => {
    const regel = fout({ PORT: 'x', DATABASE_URL: 'http://iemand:geheim@db', OIDC_ISSUERS: 'geheim' });
    expect(regel).toMatch(/PORT.*DATABASE_URL.*OIDC_ISSUERS/);
    expect(regel).not.toContain('geheim');
  });

  it('stays on the date of a loaded demo unless VANDAAG says otherwise', () => {
    const map = mkdtempSync(join(tmpdir(), 'sluitend-config-'));
    try {
      writeFileSync(demoDatumPad(map), '2026-09-10\n');
      expect(lees({ DATA_DIR: map }).vandaag).toBe('2026-09-10');
      expect(lees({ DATA_DIR: map, VANDAAG: '2026-10-01' }).vandaag).toBe('2026-10-01');
      writeFileSync(demoDatumPad(map), 'morgen');
      expect(fout({ DATA_DIR: map })).toContain('demo-datum');
    } finally {
      rmSync(map, { recursive: true });
    }
  });
});
