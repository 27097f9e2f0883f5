import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync, fork } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { leesCluster } from './cluster-bestand.js';
import { startCluster, verwijderCluster, vindCluster, type DraaiendCluster } from './index.js';

const isRoot = process.getuid?.() === 0;
const WACHT_OP_VOORWAARDE = 20_000;

async function vraag(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(map: string): Promise<number> {
  const cluster = await leesCluster(map);
  if (cluster === undefined) throw new Error('no cluster');
  return Number(readFileSync(join(cluster.huis, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function leeft(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A killed process that nobody has waited for yet still has a number.
  return !existsSync(`/proc/${pid}/stat`) || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

async function tot(voorwaarde: () => boolean): Promise<void> {
  const uiterlijk = Date.now() + WACHT_OP_VOORWAARDE;
  while (!voorwaarde()) {
    if (Date.now() > uiterlijk) throw new Error('the condition never came true');
    await new Promise((klaar) => setTimeout(klaar, 10));
  }
}

describe('the embedded PostgreSQL', () => {
  let wortel: string;
  let map: string;
  const lopend: DraaiendCluster[] = [];
  const mappen = new Set<string>();

  async function start(waar: string = map, fsync = false): Promise<DraaiendCluster> {
    mappen.add(waar);
    const cluster = await startCluster({ map: waar, fsync });
    lopend.push(cluster);
    return cluster;
  }

  beforeEach(async () => {
    wortel = await mkdtemp(join(tmpdir(), 'sluitend-cluster-'));
    await chmod(wortel, 0o711);
    map = join(wortel, 'data');
  });

  afterEach(async () => {
    for (const cluster of lopend.splice(0)) await cluster.stop();
    for (const waar of mappen) await verwijderCluster(waar).catch(() => undefined);
    mappen.clear();
    await rm(wortel, { recursive: true, force: true });
  });

  it('keeps its data over stop and start', async () => {
    const eerst = await start();
    expect(eerst.geadopteerd).toBe(false);
    await vraag(eerst.url, 'create table t as select 42 as n');
    await eerst.stop();
    expect(await vindCluster(map)).toBeUndefined();

    const weer = await start();
    expect(await vraag(weer.url, 'select n from t')).toEqual([{ n: 42 }]);
    expect(await vindCluster(map)).toEqual({ url: weer.url, port: weer.port });
  });

  it('keeps its secrets to itself and listens on this machine only', async () => {
    const cluster = await start();
    const beschrijving = join(map, 'postgres', 'cluster.json');
    expect((await stat(beschrijving)).mode & 0o777).toBe(0o600);
    expect(
      await vraag(
        cluster.url,
        `select name, setting from pg_settings
      where name in ('listen_addresses', 'unix_socket_directories', 'log_error_verbosity', 'log_min_error_statement', 'password_encryption') order by name`,
      ),
    ).toEqual([
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'log_error_verbosity', setting: 'terse' },
      { name: 'log_min_error_statement', setting: 'panic' },
      { name: 'password_encryption', setting: 'scram-sha-256' },
      { name: 'unix_socket_directories', setting: '' },
    ]);
    const zonder = new URL(cluster.url);
    zonder.password = 'geraden';
    await expect(vraag(zonder.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('logs no value of a row when a constraint is broken', async () => {
    const cluster = await start();
    await vraag(cluster.url, 'create table t (pgn text primary key)');
    await vraag(cluster.url, `insert into t values ('999999990')`);
    await expect(vraag(cluster.url, `insert into t values ('999999990')`)).rejects.toThrow(/duplicate key/);
    await cluster.stop();
    const huis = (await leesCluster(map))?.huis ?? '';
    const log = readFileSync(join(huis, 'log', 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('999999990');
  });

  it('adopts a cluster that another user started, and stops it only after the last one', async () => {
    const eerste = await start();
    const tweede = await start();
    expect(tweede).toMatchObject({ geadopteerd: true, url: eerste.url });
    await eerste.stop();
    expect(await vraag(tweede.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await tweede.stop();
    expect(await vindCluster(map)).toBeUndefined();
  });

  it('adopts the survivor of a process that was killed, and may stop it', async () => {
    const dood = await start();
    lopend.length = 0;
    // What a process leaves that got kill -9: a cluster that runs, and a note of a user that is no more.
    const gebruik = join(map, 'postgres', 'gebruik');
    const [briefje] = readdirSync(gebruik);
    await rm(join(gebruik, briefje ?? ''));
    writeFileSync(join(gebruik, `${process.pid}-1-00000000.gebruikt`), '');

    const weer = await start();
    expect(weer).toMatchObject({ geadopteerd: true, url: dood.url });
    await weer.stop();
    expect(await vindCluster(map)).toBeUndefined();
  });

  it('starts again after kill -9 of everything, with the data that was committed', async () => {
    const cluster = await start(map, true);
    await vraag(cluster.url, 'create table t as select 7 as n');
    const pid = await postmasterPid(map);
    process.kill(pid, 'SIGKILL');
    lopend.length = 0;
    await tot(() => !leeft(pid));

    const weer = await start(map, true);
    expect(weer.geadopteerd).toBe(false);
    expect(await vraag(weer.url, 'select n from t')).toEqual([{ n: 7 }]);
  });

  it('does not take a stranger with the same process number for its cluster', async () => {
    const cluster = await start();
    await cluster.stop();
    const data = join((await leesCluster(map))?.huis ?? '', 'data');
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n5432\n\n127.0.0.1\n\nready   \n`);
    expect(await vindCluster(map)).toBeUndefined();
    const weer = await start();
    expect(weer.geadopteerd).toBe(false);
    expect(await vraag(weer.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('does not take the running original for a copy of its folder', async () => {
    const cluster = await start();
    await cluster.stop();
    const kopie = join(wortel, 'kopie');
    if (isRoot) execFileSync('cp', ['-a', map, kopie]);
    else cpSync(map, kopie, { recursive: true });
    const origineel = await start();
    cpSync(join(map, 'postgres', 'data', 'postmaster.pid'), join(kopie, 'postgres', 'data', 'postmaster.pid'));
    const eigen = await start(kopie);
    expect(eigen.port).not.toBe(origineel.port);
    expect(eigen.geadopteerd).toBe(false);
  });

  it('runs two folders side by side', async () => {
    const [een, twee] = await Promise.all([start(join(wortel, 'een')), start(join(wortel, 'twee'))]);
    expect(een.port).not.toBe(twee.port);
    await vraag(een.url, 'create table alleen_hier ()');
    expect(await vraag(twee.url, `select to_regclass('alleen_hier') as waar`)).toEqual([{ waar: null }]);
  });

  it('makes one cluster when several start in the same new folder at once', async () => {
    const drie = await Promise.all([start(), start(), start()]);
    expect(new Set(drie.map((c) => c.url)).size).toBe(1);
    expect(drie.filter((c) => !c.geadopteerd)).toHaveLength(1);
    expect(readdirSync(map).filter((naam) => naam.startsWith('postgres.nieuw'))).toEqual([]);
  });

  it('cleans up after a builder that was killed half-way', async () => {
    await mkdir(map, { recursive: true, mode: 0o711 });
    const kind = fork('-e', ['0'], { execPath: process.execPath, execArgv: [], stdio: 'ignore' });
    const pid = kind.pid ?? 0;
    await new Promise((klaar) => kind.once('exit', klaar));
    const half = join(map, `postgres.nieuw-${pid}-00000000`);
    await mkdir(half);
    await start();
    expect(existsSync(half)).toBe(false);
  });

  it('works in a folder whose name a shell would stumble over', async () => {
    const cluster = await start(join(wortel, `d'à $HOME "x" y`));
    expect(await vraag(cluster.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  (isRoot ? it : it.skip)('lives elsewhere when DATA_DIR lies below a folder that only root can enter', async () => {
    await chmod(wortel, 0o700);
    const cluster = await start();
    const huis = (await leesCluster(map))?.huis ?? '';
    expect(dirname(huis)).toBe('/var/lib/sluitend');
    await vraag(cluster.url, 'create table t as select 3 as n');
    await cluster.stop();
    const weer = await start();
    expect(await vraag(weer.url, 'select n from t')).toEqual([{ n: 3 }]);
    await weer.stop();
    lopend.length = 0;
    await verwijderCluster(map);
    expect(existsSync(huis)).toBe(false);
  });
});
