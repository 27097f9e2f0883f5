import {
  createPostgresBackend,
  createRedisBackend,
  type Job,
  type Queue,
  runMigrations,
  withBackend,
  type Worker,
} from 'bullmq';
import pg from 'pg';

/** Where the bells hang: Redis when there is one, otherwise the database itself. */
export interface BelVerbinding {
  redisUrl: string | undefined;
  databaseUrl: string;
  /** Keeps instances on one Redis apart; PostgreSQL keeps them apart by database. */
  voorvoegsel: string;
}

export type BelQueue = Pick<
  Queue,
  | 'addBulk'
  | 'upsertJobScheduler'
  | 'getJobSchedulers'
  | 'removeJobScheduler'
  | 'waitUntilReady'
  | 'close'
  | 'disconnect'
>;
export type BelWorker = Pick<Worker, 'waitUntilReady' | 'close' | 'run'>;

/** Connections per queue or worker on PostgreSQL, beside the one that listens. */
const VERBINDINGEN = 2;

// Not setDefaultBackendFactory: that is a setting of the whole process, and a test uses both.
const Redis = withBackend(createRedisBackend);
const Postgres = withBackend(createPostgresBackend);

export function maakQueue(naam: string, verbinding: BelVerbinding, bijFout: (fout: Error) => void): BelQueue {
  const { redisUrl, voorvoegsel } = verbinding;
  const queue =
    redisUrl === undefined
      ? new Postgres.Queue(naam, { connection: opPostgres(verbinding) })
      : new Redis.Queue(naam, {
          prefix: voorvoegsel,
          // A bell that can't be rung now is not worth keeping.
          connection: { url: redisUrl, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
        });
  queue.on('error', bijFout);
  return queue;
}

export function maakWorker(
  naam: string,
  verbinding: BelVerbinding,
  verwerk: (bel: Job) => Promise<void>,
  opties: { tegelijk: number; bijFout: (fout: Error) => void },
): BelWorker {
  const { redisUrl, voorvoegsel } = verbinding;
  const instelling = { concurrency: opties.tegelijk, autorun: false };
  const worker =
    redisUrl === undefined
      ? new Postgres.Worker(naam, verwerk, { ...instelling, connection: opPostgres(verbinding) })
      : new Redis.Worker(naam, verwerk, {
          ...instelling,
          prefix: voorvoegsel,
          connection: { url: redisUrl, maxRetriesPerRequest: null },
        });
  worker.on('error', opties.bijFout);
  return worker;
}

/**
 * Brings BullMQ's own schema in this database up to date: a step of `migreer`, needed where there is no Redis.
 * @param url as the owner.
 * @param gebruikerUrl as whom api and worker connect; gets the rights it needs when it is another user.
 */
export async function migreerBellen(url: string, gebruikerUrl: string = url): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'sluitend-migreer' });
  await client.connect();
  try {
    await runMigrations(client);
    const gebruiker = decodeURIComponent(new URL(gebruikerUrl).username);
    if (gebruiker === '' || gebruiker === decodeURIComponent(new URL(url).username)) return;
    const naam = pg.escapeIdentifier(gebruiker);
    await client.query(`
      grant usage on schema bullmq to ${naam};
      grant select, insert, update, delete on all tables in schema bullmq to ${naam};
      grant usage, select on all sequences in schema bullmq to ${naam};
      grant execute on all functions in schema bullmq to ${naam}`);
  } finally {
    await client.end();
  }
}

function opPostgres({ databaseUrl }: BelVerbinding): {
  connectionString: string;
  max: number;
  application_name: string;
} {
  return { connectionString: databaseUrl, max: VERBINDINGEN, application_name: 'sluitend-bellen' };
}
