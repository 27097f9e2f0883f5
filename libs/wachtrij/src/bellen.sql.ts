import {
  createPostgresBackend,
  createRedisBackend,
  type Job,
  type Queue,
  runMigrations,
  withBackend,
  type Worker,
} from 'bullmq';
import { Redis } from 'ioredis';
import { setTimeout as wacht } from 'node:timers/promises';
import pg from 'pg';

/** Where the bells hang: Redis when there is one, otherwise the database itself. */
export interface BelVerbinding {
  redisUrl: string | undefined;
  databaseUrl: string;
  /** Keeps instances on one Redis apart; PostgreSQL keeps them apart by database. */
  voorvoegsel: string;
}

type BelQueue = Pick<Queue, 'add' | 'addBulk' | 'upsertJobScheduler' | 'getJobSchedulers' | 'removeJobScheduler'>;
type BelWorker = Pick<Worker, 'waitUntilReady' | 'run'>;

export interface OpenQueue {
  queue: BelQueue;
  sluit(): Promise<void>;
}

export interface OpenWorker {
  worker: BelWorker;
  /** Takes no more bells. Resolves when the work under way is done (`bezig`), also when the queue is down. */
  sluit(bezig: Promise<unknown>): Promise<void>;
}

/** Connections per queue or worker on PostgreSQL, beside the one that listens. */
const VERBINDINGEN = 2;
/** BullMQ waits for a server that is away; a process that must stop does not. */
const SLUITGEDULD_MS = 2_000;

// Not setDefaultBackendFactory: that is a setting of the whole process, and a test uses both.
const OpRedis = withBackend(createRedisBackend);
const OpPostgres = withBackend(createPostgresBackend);

/** A client that knows the copies that BullMQ makes of it, so that all can be closed whatever state they are in. */
class Client extends Redis {
  private readonly kopieen: Redis[] = [];

  override duplicate(...anders: Parameters<Redis['duplicate']>): Redis {
    const kopie = super.duplicate(...anders);
    this.kopieen.push(kopie);
    return kopie;
  }

  verbreek(): void {
    for (const kopie of this.kopieen) kopie.disconnect();
    this.disconnect();
  }
}

export function maakQueue(naam: string, verbinding: BelVerbinding, bijFout: (fout: Error) => void): OpenQueue {
  if (verbinding.redisUrl === undefined) {
    const queue = new OpPostgres.Queue(naam, { connection: opPostgres(verbinding) });
    queue.on('error', bijFout);
    return { queue, sluit: () => binnen(queue.close()) };
  }
  // A bell that can't be rung now is not worth keeping.
  const client = new Client(verbinding.redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  client.on('error', bijFout);
  const queue = new OpRedis.Queue(naam, { prefix: verbinding.voorvoegsel, connection: client });
  queue.on('error', bijFout);
  return { queue, sluit: () => binnen(queue.close()).finally(() => client.verbreek()) };
}

export function maakWorker(
  naam: string,
  verbinding: BelVerbinding,
  verwerk: (bel: Job) => Promise<void>,
  opties: { tegelijk: number; bijFout: (fout: Error) => void },
): OpenWorker {
  const instelling = { concurrency: opties.tegelijk, autorun: false };
  if (verbinding.redisUrl === undefined) {
    const worker = new OpPostgres.Worker(naam, verwerk, { ...instelling, connection: opPostgres(verbinding) });
    worker.on('error', opties.bijFout);
    return { worker, sluit: (bezig) => sluitNa(bezig, worker.close()) };
  }
  const client = new Client(verbinding.redisUrl, { maxRetriesPerRequest: null });
  client.on('error', opties.bijFout);
  const worker = new OpRedis.Worker(naam, verwerk, {
    ...instelling,
    prefix: verbinding.voorvoegsel,
    connection: client,
  });
  worker.on('error', opties.bijFout);
  return { worker, sluit: (bezig) => sluitNa(bezig, worker.close()).finally(() => client.verbreek()) };
}

async function sluitNa(bezig: Promise<unknown>, sluiting: Promise<void>): Promise<void> {
  sluiting.catch(() => undefined);
  await bezig;
  await binnen(sluiting);
}

/** Waits for it a little while, and no longer. */
async function binnen(sluiting: Promise<void>): Promise<void> {
  const op = new AbortController();
  await Promise.race([
    sluiting.catch(() => undefined),
    wacht(SLUITGEDULD_MS, undefined, { signal: op.signal }).catch(() => undefined),
  ]);
  op.abort();
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
