import 'reflect-metadata';
import { Config } from '#config';
import { DatabaseModule, maakDataSource, Transactie, type Tx } from '#database';
import { systeem } from '#kern';
import { definieerJob, Handler, type JobHandler, Opdrachten, WachtrijModule } from '#wachtrij';
import { WachtrijWorkerModule } from '#wachtrij/worker';
import { type DynamicModule, type INestApplicationContext, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

/** More than the ledger's four batches at a time: BullMQ alone does one job per connection. */
const KAAL_TEGELIJK = 40;
const VERBINDINGEN = 20;
export const REGIO = 1;

const schrijf = definieerJob({ naam: 'bench.schrijf', lengte: 'kort', lees: (data) => data as { nr: number } });

@Injectable()
@Handler()
class SchrijfHandler implements JobHandler<{ nr: number }> {
  readonly job = schrijf;

  async voerUit(tx: Tx, { nr }: { nr: number }): Promise<void> {
    await tx.query('insert into bench_effect (nr) values ($1)', [nr]);
  }
}

@Module({ providers: [SchrijfHandler] })
class Handlers {}

@Module({})
class Instelling {
  static met(config: Config): DynamicModule {
    return { module: Instelling, global: true, providers: [{ provide: Config, useValue: config }], exports: [Config] };
  }
}

/** A way to get the same inserts done. */
export interface Baan {
  /** Puts jobs `van` up to `tot` in the queue, all at once. */
  partij(van: number, tot: number): Promise<unknown>;
  /** Puts one job in the queue, with the row that is its reason. */
  een(nr: number): Promise<unknown>;
  sluit(): Promise<void>;
}

/** Through the job ledger. */
export async function grootboek(url: string, redisUrl: string | undefined): Promise<Baan> {
  const eigen = await maakDataSource({ url, verbindingen: VERBINDINGEN, naam: 'sluitend-bench' }).initialize();
  const transactie = new Transactie(eigen, 'sluitend_worker');
  const config = Config.lees(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }, '/');
  const app: INestApplicationContext = await NestFactory.createApplicationContext(
    {
      module: Handlers,
      imports: [
        Instelling.met(config),
        DatabaseModule.met(eigen, transactie),
        WachtrijModule,
        WachtrijWorkerModule.met({ roosters: [], luister: true }),
      ],
    },
    { logger: ['warn', 'error'], abortOnError: false },
  );
  const opdrachten = app.get(Opdrachten, { strict: false });
  const wie = systeem(REGIO);
  return {
    partij: (van, tot) =>
      transactie.voerUit({ wie }, (tx) =>
        opdrachten.zetVele(
          tx,
          schrijf,
          REGIO,
          nummers(van, tot).map((nr) => ({ data: { nr } })),
        ),
      ),
    een: (nr) =>
      transactie.voerUit({ wie }, async (tx) => {
        await tx.query('insert into bench_reden (nr) values ($1)', [nr]);
        await opdrachten.zet(tx, schrijf, REGIO, { nr });
      }),
    sluit: () => app.close(),
  };
}

/** BullMQ without a ledger, whose handler does the insert itself. */
export async function kaal(url: string, redisUrl: string | undefined): Promise<Baan> {
  const pool = new pg.Pool({ connectionString: url, max: VERBINDINGEN });
  const verwerk = async (job: { data: { nr: number } }): Promise<void> => {
    await pool.query('insert into bench_effect (nr) values ($1)', [job.data.nr]);
  };
  const { queue, worker, sluit } = redisUrl === undefined ? opPostgres(url, verwerk) : opRedis(redisUrl, verwerk);
  await worker.waitUntilReady();
  const opts = { attempts: 1, removeOnComplete: true, removeOnFail: true };
  return {
    partij: (van, tot) => queue.addBulk(nummers(van, tot).map((nr) => ({ name: 'schrijf', data: { nr }, opts }))),
    een: async (nr) => {
      await pool.query('insert into bench_reden (nr) values ($1)', [nr]);
      await queue.add('schrijf', { nr }, opts);
    },
    sluit: async () => {
      await sluit();
      await pool.end();
    },
  };
}

type Verwerk = (job: { data: { nr: number } }) => Promise<void>;

function opPostgres(url: string, verwerk: Verwerk) {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = { connectionString: url, max: VERBINDINGEN };
  const queue = new Queue('kaal', { connection });
  const worker = new Worker('kaal', verwerk, { connection, concurrency: KAAL_TEGELIJK });
  const sluit = async (): Promise<void> => {
    await worker.close();
    await queue.close();
  };
  return { queue, worker, sluit };
}

function opRedis(url: string, verwerk: Verwerk) {
  const { Queue, Worker } = withBackend(createRedisBackend);
  const client = new Redis(url, { maxRetriesPerRequest: null });
  const opties = { connection: client, prefix: 'sluitend-bench' };
  const queue = new Queue('kaal', opties);
  const worker = new Worker('kaal', verwerk, { ...opties, concurrency: KAAL_TEGELIJK });
  const sluit = async (): Promise<void> => {
    await worker.close();
    await queue.obliterate({ force: true });
    await queue.close();
    client.disconnect();
  };
  return { queue, worker, sluit };
}

function nummers(van: number, tot: number): number[] {
  return Array.from({ length: tot - van }, (_, i) => van + i);
}
