import { verwijderCluster, vindCluster } from '#database';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bouw, Instantie, isGereed, leeft, totdat } from './instantie.js';

jest.setTimeout(300_000);

function bezet(poort: number): Promise<Server | undefined> {
  return new Promise((klaar) => {
    const server = createServer();
    server.once('error', () => klaar(undefined));
    server.listen(poort, '127.0.0.1', () => klaar(server));
  });
}

function sluit(server: Server | undefined): Promise<void> {
  return new Promise((klaar) => (server === undefined ? klaar() : server.close(() => klaar())));
}

async function postmaster(dataDir: string): Promise<number> {
  const { huis } = JSON.parse(readFileSync(join(dataDir, 'postgres', 'cluster.json'), 'utf8')) as { huis?: string };
  return Number(readFileSync(join(huis ?? join(dataDir, 'postgres'), 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('sluitend start', () => {
  let wortel: string;
  let dataDir: string;
  let instanties: Instantie[] = [];

  const start = (map = dataDir, omgeving?: Record<string, string>): Instantie => bij(Instantie.start(map, omgeving));
  function bij(instantie: Instantie): Instantie {
    instanties.push(instantie);
    return instantie;
  }

  // One folder for all: a new database costs more than the rest of a start. The first test makes it.
  beforeAll(async () => {
    bouw();
    wortel = await mkdtemp(join(tmpdir(), 'sluitend-start-'));
    await chmod(wortel, 0o711);
    dataDir = join(wortel, 'een');
  });

  afterEach(async () => {
    for (const instantie of instanties) instantie.proces.kill('SIGTERM');
    for (const instantie of instanties) await instantie.einde();
    instanties = [];
  });

  afterAll(async () => {
    for (const naam of await readdir(wortel)) await verwijderCluster(join(wortel, naam)).catch(() => undefined);
    await rm(wortel, { recursive: true, force: true });
  });

  it('runs two instances side by side and stops each cleanly at SIGTERM', async () => {
    const twee = [start(), start(join(wortel, 'twee'))];
    const adressen = await Promise.all(twee.map((i) => i.adres()));
    expect(new Set(adressen).size).toBe(2);
    for (const adres of adressen) await totdat(`${adres} is ready`, () => isGereed(adres));

    const [een, ander] = twee;
    const { kinderen } = een?.pids() ?? { kinderen: [] };
    expect(kinderen).toHaveLength(2);
    een?.proces.kill('SIGTERM');
    expect(await een?.einde()).toBe(0);
    expect(kinderen.filter(leeft)).toEqual([]);
    expect(await vindCluster(dataDir)).toBeUndefined();
    expect(existsSync(join(dataDir, 'start.json'))).toBe(false);
    expect(await isGereed(adressen[1] ?? '')).toBe(true);
    expect(ander?.code).toBeUndefined();
  });

  it('stops at SIGTERM to npm, and starts again, but not without its keys', async () => {
    const eerst = bij(Instantie.npmStart(dataDir));
    await eerst.adres();
    const { start: startPid, kinderen } = eerst.pids();
    eerst.proces.kill('SIGTERM');
    await eerst.einde();
    await totdat('everything is gone', () => [startPid, ...kinderen].every((pid) => !leeft(pid)));
    expect(await vindCluster(dataDir)).toBeUndefined();

    const sleutels = join(dataDir, 'sleutels.json');
    await rename(sleutels, `${sleutels}.weg`);
    const zonder = start();
    expect(await zonder.einde()).toBe(1);
    expect(zonder.uitvoer).toContain('De sleutelbos ontbreekt');
    expect(existsSync(sleutels)).toBe(false);

    await rename(`${sleutels}.weg`, sleutels);
    const adres = await start().adres();
    await totdat('ready', () => isGereed(adres));
  });

  it('starts again after kill -9 of everything', async () => {
    const eerst = start();
    await eerst.adres();
    const { start: startPid, kinderen } = eerst.pids();
    const allen = [startPid, ...kinderen, await postmaster(dataDir)];
    for (const pid of allen) process.kill(pid, 'SIGKILL');
    await eerst.einde();

    const adres = await start().adres();
    await totdat('ready', () => isGereed(adres));
  });

  it('leaves no orphan when only the starting process is killed, and adopts the database', async () => {
    const eerst = start();
    const oudAdres = await eerst.adres();
    const { start: startPid, kinderen } = eerst.pids();
    process.kill(startPid, 'SIGKILL');
    await eerst.einde();
    // At once on the same port: it must wait for the orphans to let go of it.
    const weer = start(dataDir, { PORT: new URL(oudAdres).port });
    expect(await weer.adres()).toBe(oudAdres);
    expect(kinderen.filter(leeft)).toEqual([]);
    expect(weer.uitvoer).toContain('draaide al');
  });

  it('refuses a second start on the same folder, and starts a killed api again on the same port', async () => {
    const adres = await start().adres();
    const instantie = instanties[0];
    await totdat('ready', () => isGereed(adres));

    const tweede = start();
    expect(await tweede.einde()).toBe(1);
    expect(tweede.uitvoer).toMatch(/^Sluitend draait al op http:\S+ met deze gegevens .*\n$/);
    expect(await isGereed(adres)).toBe(true);

    const [api = 0] = instantie?.pids().kinderen ?? [];
    process.kill(api, 'SIGKILL');
    await totdat('another api', () => instantie?.pids().kinderen[0] !== api);
    await totdat('ready again', () => isGereed(adres));
    expect(instantie?.uitvoer).toContain('De api is gestopt (SIGKILL); hij start opnieuw.');
  });

  it('takes the next free port when 3000 is taken, and says so', async () => {
    const bezetter = await bezet(3000);
    try {
      const instantie = start(dataDir, {});
      expect(Number(new URL(await instantie.adres()).port)).toBeGreaterThan(3000);
      expect(instantie.uitvoer).toMatch(/Let op: poort 3000 is in gebruik; Sluitend gebruikt 3\d\d\d\./);
    } finally {
      await sluit(bezetter);
    }
  });

  it('ends with one line when the given port is taken', async () => {
    const bezetter = await bezet(0);
    try {
      const adres = bezetter?.address();
      const poort = typeof adres === 'object' ? String(adres?.port) : '';
      const instantie = start(dataDir, { PORT: poort });
      expect(await instantie.einde()).toBe(1);
      expect(instantie.uitvoer).toContain(`Poort ${poort} is al in gebruik; kies met PORT een andere.\n`);
      expect(instantie.uitvoer).not.toMatch(/^\s+at /m);
      expect(await vindCluster(dataDir)).toBeUndefined();
    } finally {
      await sluit(bezetter);
    }
  });

  it.each([
    [{ PORT: 'x' }, /^Instelling niet goed: PORT .*\n$/],
    [{ INSTANTIE: 'productie' }, /^(PostgreSQL gestart.*\n)?Een instantie van soort productie start nog niet: .*\n$/],
    [
      { DATABASE_URL: 'postgres://x:geheim@127.0.0.1:1/x', INSTANTIE: 'proef' },
      /^Geen verbinding met de database\/x op 127\.0\.0\.1:1 \(ECONNREFUSED\).*\n$/,
    ],
  ])('ends with one line and exit code 1 for %j', async (omgeving, regel) => {
    const instantie = start(join(wortel, 'nieuw'), omgeving);
    expect(await instantie.einde()).toBe(1);
    expect(instantie.uitvoer).toMatch(regel);
    expect(instantie.uitvoer).not.toContain('geheim');
  });
});
