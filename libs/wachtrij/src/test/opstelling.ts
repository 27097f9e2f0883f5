import { ConfigModule } from '#config';
import { testConfig, testSleutelbos } from '#config/test';
import { DatabaseModule, maakDataSource, Transactie, type Tx } from '#database';
import { type TestDatabase, testDatabase } from '#database/test';
import { DomeinFout, systeem } from '#kern';
import { Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Handler } from '../handler.js';
import type { Instellingen } from '../instellingen.js';
import { definieerJob, type JobHandler, type OpdrachtInfo } from '../job.js';
import { Opdrachten } from '../opdrachten.js';
import type { Rooster } from '../rooster.js';
import { zonderBellen } from '../test.js';
import { WachtrijWorkerModule } from '../worker.module.js';

/** What a test job does besides writing its effect. */
export type Gedrag =
  'goed' | 'faal' | 'domeinfout' | 'uitgesteldeFout' | 'slikFout' | 'breekVerbinding' | 'dood' | 'stil';

export interface ProefData {
  wat: string;
  gedrag: Gedrag;
}

const GEDRAGINGEN = ['goed', 'faal', 'domeinfout', 'uitgesteldeFout', 'slikFout', 'breekVerbinding', 'dood', 'stil'];

function lees(data: unknown): ProefData {
  const { wat, gedrag } = data as Partial<ProefData>;
  if (typeof wat !== 'string' || !GEDRAGINGEN.includes(gedrag ?? ''))
    throw new TypeError('Not the data of a test job.');
  return { wat, gedrag: gedrag as Gedrag };
}

export const kort = definieerJob({ naam: 'proef.kort', lengte: 'kort', lees, maxPogingen: 3 });
export const lang = definieerJob({ naam: 'proef.lang', lengte: 'lang', lees, maxPogingen: 3 });

/** Writes one row in `effect`, which has no key: an effect that happens twice is seen. */
async function schrijf(tx: Tx, { wat, gedrag }: ProefData, info: OpdrachtInfo): Promise<void> {
  await tx.query('insert into effect (opdracht, wat) values ($1, $2)', [info.id, wat]);
  if (gedrag === 'faal') throw new Error('Pieter Jansen, 12 januari 2010');
  if (gedrag === 'domeinfout') throw new DomeinFout('conflict', 'bezet', 'Deze school wordt al verwerkt.');
  if (gedrag === 'uitgesteldeFout') await tx.query('insert into streng (ouder) values (-1)');
  if (gedrag === 'slikFout') await tx.query('select 1 / 0').catch(() => undefined);
  if (gedrag === 'breekVerbinding') await tx.query('reset role; select pg_terminate_backend(pg_backend_pid())');
  if (gedrag === 'dood') process.kill(process.pid, 'SIGKILL');
  // The transaction stays open until somebody kills this process.
  if (gedrag === 'stil' && info.poging === 1) await tx.query('select pg_sleep(600)');
}

@Injectable()
@Handler()
export class KortHandler implements JobHandler<ProefData> {
  readonly job = kort;
  voerUit(tx: Tx, data: ProefData, info: OpdrachtInfo): Promise<void> {
    return schrijf(tx, data, info);
  }
}

@Injectable()
@Handler()
export class LangHandler implements JobHandler<ProefData> {
  readonly job = lang;
  voerUit(tx: Tx, data: ProefData, info: OpdrachtInfo): Promise<void> {
    return schrijf(tx, data, info);
  }
}

@Module({ providers: [KortHandler, LangHandler] })
export class ProefHandlers {}

export const REGIO = 36;

/** A database with the tables that the test jobs write in, and one region. */
export async function proefDatabase(): Promise<TestDatabase> {
  const db = await testDatabase({ verbindingen: 20 });
  // A setting of the database is not copied with the template; shorter here than the migration makes it.
  await db.bron.query(
    `alter database "${new URL(db.url).pathname.slice(1)}" set client_connection_check_interval = 200`,
  );
  await db.bron.query(`
    insert into regio (id, naam, vakantiezone) values (36, 'Proef', 'Zuid'), (37, 'Andere', 'Zuid');
    create table ouder (id int primary key);
    create table streng (ouder int references ouder deferrable initially deferred);
    create table effect (opdracht bigint, wat text, pid int default pg_backend_pid());`);
  return db;
}

export interface AppOpties {
  luister?: boolean;
  redisUrl?: string;
  roosters?: readonly Rooster[];
  instellingen?: Partial<Instellingen>;
}

/** A worker on this database, by default one that answers no bells. */
export async function proefWorker(url: string, opties: AppOpties = {}): Promise<INestApplicationContext> {
  const bron = await maakDataSource({ url, verbindingen: 20, naam: 'sluitend-worker' }).initialize();
  const bouwer = Test.createTestingModule({
    imports: [
      ConfigModule.met(
        testConfig(opties.redisUrl === undefined ? {} : { REDIS_URL: opties.redisUrl }),
        testSleutelbos(),
      ),
      DatabaseModule.met(bron, new Transactie(bron, 'sluitend_worker')),
      WachtrijWorkerModule.met({
        roosters: opties.roosters ?? [],
        luister: opties.luister ?? false,
        instellingen: { eersteUitstelMs: 1, ...opties.instellingen },
      }),
      ProefHandlers,
    ],
  });
  if (opties.luister !== true) zonderBellen(bouwer);
  const app = await bouwer.compile();
  app.useLogger(false);
  return app.init();
}

/** Puts test jobs in the ledger, each in the order given. */
export async function zet(
  app: INestApplicationContext,
  gedragingen: readonly Gedrag[],
  { job = kort, regioId = REGIO, naam = 'w' } = {},
): Promise<void> {
  await app.get(Transactie).voerUit({ wie: systeem(regioId) }, (tx) =>
    app.get(Opdrachten).zetVele(
      tx,
      job,
      regioId,
      gedragingen.map((gedrag, i) => ({ data: { wat: `${naam}${i}`, gedrag } })),
    ),
  );
}

/** How often each effect happened. */
export async function effecten(db: TestDatabase): Promise<Record<string, number>> {
  const rijen = await db.bron.query<{ wat: string; n: number }[]>(
    'select wat, count(*)::int as n from effect group by wat',
  );
  return Object.fromEntries(rijen.map((r) => [r.wat, r.n]));
}

export interface LedgerRij {
  id: string;
  soort: string;
  wat: string;
  pogingen: number;
  stand: 'open' | 'bezet' | 'klaar' | 'dood';
  sleutel: string | null;
  foutCode: string | null;
  foutTekst: string | null;
}

export async function ledger(db: TestDatabase): Promise<LedgerRij[]> {
  return db.bron.query<LedgerRij[]>(
    `select id, soort, data ->> 'wat' as wat, pogingen, sleutel, fout_code as "foutCode", fout_tekst as "foutTekst",
            case when klaar_op is not null then 'klaar' when dood_op is not null then 'dood'
                 when bezet_tot is not null then 'bezet' else 'open' end as stand
       from opdracht order by id`,
  );
}

/** Empties the ledger between two tests. */
export async function maakLeeg(db: TestDatabase): Promise<void> {
  await db.bron.query('truncate opdracht, effect, rooster_beurt, werker restart identity');
}

/** Waits for a condition; fails after 20 seconds with what was seen last. */
export async function tot<T>(kijk: () => Promise<T>, goed: (gezien: T) => boolean): Promise<T> {
  const uiterlijk = Date.now() + 20_000;
  for (;;) {
    const gezien = await kijk();
    if (goed(gezien)) return gezien;
    if (Date.now() > uiterlijk) throw new Error(`Not in 20 s; last seen: ${JSON.stringify(gezien)}`);
    await new Promise((verder) => setTimeout(verder, 20));
  }
}
