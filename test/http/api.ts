import type { Sleutelbos } from '#config';
import { TestKlok, testConfig, testSleutelbos } from '#config/test';
import { testDatabase, type TestDatabase } from '#database/test';
import { maakProefToken, proefSleutels, uitgevers } from '#toegang';
import { zonderBellen } from '#wachtrij/test';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { maakAdapter, NEST_OPTIES, stelIn } from '../../apps/api/src/app.js';

export interface ApiTestOpties {
  /** Date of the test clock, `jjjj-mm-dd`; 2026-03-16 unless told. */
  vandaag?: string;
  /** Extra modules, such as one with routes that a spec tries. */
  erbij?: readonly (Type | DynamicModule)[];
  verbindingen?: number;
  /** The keys of this instance, for a worker beside it. */
  sleutelbos?: Sleutelbos;
  /** Rings real bells on this Redis; otherwise BullMQ is left out and nothing rings. */
  redisUrl?: string;
}

export interface VraagOpties {
  /** E-mail address of an employee, or id of a client: the request carries that one's token. */
  als?: string;
  /** An object goes as JSON; text, bytes or a stream as it is. */
  body?: unknown;
  koppen?: Readonly<Record<string, string>>;
}

export interface Antwoord<T> {
  status: number;
  koppen: Headers;
  /** Parsed JSON, otherwise text; undefined when the answer has no body. */
  body: T;
}

export interface TestApi {
  /** `http://127.0.0.1:<port>` */
  adres: string;
  app: NestFastifyApplication;
  db: TestDatabase;
  klok: TestKlok;
  /** @param pad absolute (`/api/v1/…`) or below the base path (`leerlingen/1`) */
  vraag<T = never>(methode: string, pad: string, opties?: VraagOpties): Promise<Antwoord<T>>;
  /** A token of the built-in provider. */
  token(als: string): Promise<string>;
  sluit(): Promise<void>;
}

/** The real API on a database of its own, listening on a free port. */
export async function startApi(opties: ApiTestOpties = {}): Promise<TestApi> {
  const { verbindingen } = opties;
  const db = await testDatabase(verbindingen === undefined ? {} : { verbindingen });
  const map = await mkdtemp(join(tmpdir(), 'sluitend-api-'));
  const config = testConfig({
    ...{ DATA_DIR: map, INSTANTIE: 'proef', DATABASE_URL: db.url },
    ...(opties.redisUrl !== undefined && { REDIS_URL: opties.redisUrl }),
  });
  const klok = new TestKlok(opties.vandaag ?? '2026-03-16');
  const sleutels = await proefSleutels(map);
  const module = ApiModule.met({
    config,
    klok,
    opening: { bron: db.bron, transactie: db.als('sluitend_api'), sleutelbos: opties.sleutelbos ?? testSleutelbos() },
    vertrouwd: uitgevers(config, sleutels),
    erbij: opties.erbij ?? [],
  });
  const bouwer = Test.createTestingModule({ imports: [module] });
  const bouwsel = await (opties.redisUrl === undefined ? zonderBellen(bouwer) : bouwer).compile();
  const app = bouwsel.createNestApplication<NestFastifyApplication>(maakAdapter(), { ...NEST_OPTIES, logger: false });
  stelIn(app);
  await app.listen(0, '127.0.0.1');
  const adres = await app.getUrl();
  const token = (als: string): Promise<string> =>
    maakProefToken(
      sleutels,
      { sub: als, soort: als.includes('@') ? 'medewerker' : 'client' },
      config.oidcAudience,
      new Date(),
    );
  return {
    adres,
    app,
    db,
    klok,
    token,
    vraag: async <T>(methode: string, pad: string, v: VraagOpties = {}) =>
      vraag<T>(new URL(pad, `${adres}/api/v1/`), methode, v, v.als === undefined ? undefined : await token(v.als)),
    sluit: async () => {
      await app.close();
      await db.sluit();
      await rm(map, { recursive: true, force: true });
    },
  };
}

async function vraag<T>(
  adres: URL,
  methode: string,
  opties: VraagOpties,
  token: string | undefined,
): Promise<Antwoord<T>> {
  const { body } = opties;
  const rauw = typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;
  const antwoord = await fetch(adres, {
    method: methode,
    redirect: 'manual',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined || rauw ? {} : { 'content-type': 'application/json' }),
      ...opties.koppen,
    },
    ...(body === undefined
      ? {}
      : { body: rauw ? (body as RequestInit['body']) : JSON.stringify(body), duplex: 'half' as const }),
  });
  const tekst = await antwoord.text();
  const isJson = /[/+]json/.test(antwoord.headers.get('content-type') ?? '');
  const inhoud: unknown = tekst === '' ? undefined : isJson ? JSON.parse(tekst) : tekst;
  return { status: antwoord.status, koppen: antwoord.headers, body: inhoud as T };
}
