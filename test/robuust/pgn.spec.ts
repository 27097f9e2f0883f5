import { aanmeldrij, alsCsv, kandidaatrij } from '#aanlevering/test';
import { maakLogger } from '#config';
import { bsn } from '#leerlingen/test';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Antwoord, VraagOpties } from '../http/api.js';
import { Keten } from '../scenario/keten.js';
import { stuur, type Aanlevering, type Levering } from './leveren.js';
import { vraagControle } from './nacht.js';
import { BEHEERDER, COORDINATOR, ROBUUSTREGIO, ZORG } from './regio.js';

/** Numbers that pass the elfproef and stand nowhere else. */
const [GOED, MET_STAART, ELDERS, KOP, GEZOCHT, BREUK] = [1, 2, 3, 4, 5, 6].map((n) => bsn(880_000 + n)) as [
  ...[string, string, string, string, string, string],
];
const GEPLANT = [GOED, MET_STAART, ELDERS, KOP, GEZOCHT, BREUK];
const vervormd = (pgn: string): string => `${pgn.slice(0, 4)}.${pgn.slice(4, 6)}.${pgn.slice(6)}`;

/** Every planted number that stands in it, plain or as the bytes of its digits. */
const gelekt = (tekst: string): string[] =>
  GEPLANT.filter((pgn) => tekst.includes(pgn) || tekst.includes(Buffer.from(pgn).toString('hex')));

describe('a planted PGN', () => {
  let keten: Keten;
  const antwoorden: string[] = [];
  const log: string[] = [];
  const spionnen: { mockRestore(): void }[] = [];

  beforeAll(async () => {
    keten = await Keten.start('2026-04-07', ROBUUSTREGIO);
    const schrijf = (stuk: unknown): boolean => log.push(String(stuk)) > 0;
    for (const stroom of [process.stdout, process.stderr])
      spionnen.push(jest.spyOn(stroom, 'write').mockImplementation(schrijf));
    // As the processes themselves write it, from here on.
    Logger.overrideLogger(maakLogger());
  });
  afterAll(async () => {
    for (const spion of spionnen) spion.mockRestore();
    Logger.overrideLogger(false);
    await keten.sluit();
  });

  const onthoud = <T>(antwoord: Antwoord<T>): Antwoord<T> => {
    antwoorden.push(JSON.stringify([antwoord.body, [...antwoord.koppen]]));
    return antwoord;
  };
  const vraag = async (methode: string, pad: string, als: string, opties: VraagOpties = {}): Promise<number> =>
    onthoud(await keten.api.vraag<unknown>(methode, pad, { als, ...opties })).status;

  async function lever(csv: string, levering: Levering = {}): Promise<string> {
    const { status, body } = onthoud(await stuur<Aanlevering>(keten, csv, levering));
    expect(status).toBe(202);
    await keten.werkAf({ laatMislukken: true });
    return body.id;
  }

  async function allesWatErStaat(): Promise<string> {
    const tabellen = await keten.api.db.bron.query<{ naam: string }[]>(
      `select oid::regclass::text as naam from pg_class where relkind = 'r'
          and relnamespace in ('public'::regnamespace, 'inname'::regnamespace) and relname not in ('kalenderdag', 'migratie')`,
    );
    const inhoud: string[] = [];
    for (const { naam } of tabellen) {
      const rijen = await keten.api.db.bron.query<{ rij: string }[]>(`select t::text as rij from ${naam} t`);
      inhoud.push(...rijen.map(({ rij }) => rij));
    }
    return inhoud.join('\n');
  }

  it('in a file, in its column or in another, is in no answer about that file', async () => {
    const gewoon = Array.from({ length: 30 }, (_, n) => kandidaatrij(n));
    const id = await lever(
      alsCsv([
        ...gewoon,
        kandidaatrij(100, { pgn: GOED }),
        kandidaatrij(101, { pgn: `${MET_STAART}.0`, status: ELDERS }),
        kandidaatrij(102, { pgn: `${GOED.slice(0, 8)}${(Number(GOED[8]) + 1) % 10}`, geboortedatum: vervormd(ELDERS) }),
        { ...kandidaatrij(103), [KOP]: 'x' },
      ]),
    );
    await lever(alsCsv([aanmeldrij(300, { pgn: GOED }), aanmeldrij(301, { pgn: ELDERS })]), { school: '99ZZ00' });
    await vraagControle(keten);
    await keten.werkAf();
    for (const als of ['school-99AA', ZORG, COORDINATOR]) {
      expect(await vraag('GET', `aanleveringen/${id}`, als)).toBe(200);
      expect(await vraag('GET', `aanleveringen/${id}/bevindingen?aantal=2`, als)).toBe(200);
      expect(await vraag('GET', `aanleveringen/${id}/bevindingen`, als, { koppen: { accept: 'text/csv' } })).toBe(200);
    }
    const [bevindingen] = await keten.api.db.bron.query<{ n: number }[]>('select count(*)::int as n from bevinding');
    expect(bevindingen?.n).toBeGreaterThan(3);
  });

  it('that is asked for, rightly or wrongly, is in no answer', async () => {
    expect(await vraag('POST', 'leerlingen/_zoek', COORDINATOR, { body: { pgn: GEZOCHT } })).toBeLessThan(500);
    expect(await vraag('POST', 'leerlingen/_zoek', ZORG, { body: { pgn: GOED } })).toBe(200);
    expect(await vraag('POST', 'leerlingen/_zoek', ZORG, { body: { pgn: [GEZOCHT], [GEZOCHT]: 1 } })).toBe(400);
    expect(
      await vraag('POST', 'leerlingen/_zoek', ZORG, {
        body: `{"pgn": ${GEZOCHT}, kapot`,
        koppen: { 'content-type': 'application/json' },
      }),
    ).toBe(400);
    for (const query of [
      `school=${GEZOCHT}&peildatum=2026-04-07`,
      `school=99AA00&peildatum=${GEZOCHT}`,
      `pgn=${GEZOCHT}`,
    ])
      expect(
        await vraag('POST', `aanleveringen?${query}`, 'school-99AA', {
          body: 'x',
          koppen: { 'content-type': 'text/csv' },
        }),
      ).toBe(400);
    expect(await vraag('GET', `werkvoorraad?pgn=${GEZOCHT}`, COORDINATOR)).toBe(400);
    expect(await vraag('GET', `aanleveringen?na=${GEZOCHT}`, 'school-99AA')).toBe(400);
    expect(await vraag('GET', 'aanleveringen', 'school-99AA', { koppen: { authorization: `Bearer ${GEZOCHT}` } })).toBe(
      401,
    );
  });

  it('in a row that the database refuses while it is read is not in what is kept of that error', async () => {
    const { bron } = keten.api.db;
    await bron.query(`
      create function saboteer() returns event_trigger language plpgsql as $$
      declare t record;
      begin
        for t in select object_identity from pg_event_trigger_ddl_commands() where command_tag = 'CREATE TABLE' and schema_name = 'inname' loop
          execute format('alter table %s add constraint sabotage check (regel < 0)', t.object_identity);
        end loop;
      end $$;
      create event trigger sabotage on ddl_command_end when tag in ('CREATE TABLE') execute function saboteer()`);
    try {
      keten.api.klok.zet('2026-04-08');
      await lever(alsCsv(Array.from({ length: 20 }, (_, n) => kandidaatrij(n, { pgn: BREUK, groep: 'x' }))));
    } finally {
      await bron.query('drop event trigger sabotage; drop function saboteer()');
    }
    expect(await bron.query(`select soort, fout_code from opdracht where klaar_op is null`)).toEqual([
      { soort: 'aanlevering.verwerk', fout_code: 'onverwacht' },
    ]);
    expect(await vraag('GET', 'opdrachten', BEHEERDER)).toBe(200);
    expect(log.join('')).toContain('sabotage');
  });

  it('in a request that ends in an error of ours is not in what is kept of that error', async () => {
    const { bron } = keten.api.db;
    await bron.query('alter table leerling_pgn rename to leerling_nummer');
    try {
      expect(await vraag('POST', 'leerlingen/_zoek', ZORG, { body: { pgn: GEZOCHT } })).toBe(500);
    } finally {
      await bron.query('alter table leerling_nummer rename to leerling_pgn');
    }
    expect(log.join('')).toContain('onbekendeFout');
  });

  it('and so: in no table, no answer, no header, no address, no line of the log of api and worker', async () => {
    const staat = await allesWatErStaat();
    expect(staat).toContain('Proefpersoon');
    expect(gelekt(staat)).toEqual([]);
    expect(antwoorden.filter((antwoord) => gelekt(antwoord).length > 0)).toEqual([]);
    expect(log.filter((regel) => gelekt(regel).length > 0)).toEqual([]);
  });

  it('nor in the log of PostgreSQL', async () => {
    const [map] = await keten.api.db.bron.query<{ data: string }[]>(`select current_setting('data_directory') as data`);
    // Only of the embedded server do we know where its log is, and only that one is set up by us.
    if (process.env['TEST_DATABASE_URL'] !== undefined) return;
    const tekst = await readFile(join(dirname(map?.data ?? ''), 'log', 'postgres.log'), 'utf8');
    expect(tekst).toContain('violates check constraint "sabotage"');
    expect(gelekt(tekst)).toEqual([]);
    expect(tekst).not.toContain('Failing row contains');
  });
});
