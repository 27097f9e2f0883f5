import { startCluster, verwijderCluster, vindCluster } from '#database';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bouw, sluitend } from './instantie.js';

jest.setTimeout(300_000);

describe('the command line', () => {
  let wortel: string;
  let dataDir: string;

  beforeAll(bouw);

  beforeEach(async () => {
    wortel = await mkdtemp(join(tmpdir(), 'sluitend-cli-'));
    await chmod(wortel, 0o711);
    dataDir = join(wortel, 'data');
  });

  afterEach(async () => {
    await verwijderCluster(dataDir);
    await rm(wortel, { recursive: true, force: true });
  });

  it('lists its commands', async () => {
    const { code, stdout } = await sluitend(dataDir, ['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}start +\S/m);
    expect(stdout).toMatch(/^ {2}migreer +\S/m);
  });

  it.each([[['bestaatniet']], [['toString']], [['migreer', 'teveel']], [[]]])(
    'ends with 2 when called as %j',
    async (argumenten) => {
      const { code, stdout, stderr } = await sluitend(dataDir, argumenten);
      expect(code).toBe(2);
      expect(stdout + stderr).toMatch(/Gebruik|sluitend migreer/);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
  );

  it('starts the embedded database for as long as a command takes', async () => {
    const eerst = await sluitend(dataDir, ['migreer']);
    expect(eerst).toMatchObject({ code: 0, stderr: '' });
    expect(eerst.stdout).toMatch(/^De database is bijgewerkt \(Basis\d+, /);
    expect(await vindCluster(dataDir)).toBeUndefined();
    expect((await sluitend(dataDir, ['migreer'])).stdout).toBe('De database was al bij.\n');
  });

  it('leaves a database running that somebody else uses', async () => {
    const ander = await startCluster({ map: dataDir, fsync: false });
    try {
      expect((await sluitend(dataDir, ['migreer'])).code).toBe(0);
      expect(await vindCluster(dataDir)).toEqual({ url: ander.url, port: ander.port });
    } finally {
      await ander.stop();
    }
  });
});
