import { procesVan } from '#config';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartSlot, vindStart } from './slot.js';

describe('StartSlot', () => {
  let map: string;
  beforeEach(async () => {
    map = await mkdtemp(join(tmpdir(), 'sluitend-slot-'));
  });
  afterEach(() => rm(map, { recursive: true }));

  it('is taken by one of several at once', async () => {
    const uitslagen = await Promise.allSettled([1, 2, 3, 4].map(() => StartSlot.neem(map)));
    expect(uitslagen.filter((u) => u.status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(map)).toEqual(['start.json']);
  });

  it('tells where the instance is and who works for it, also when it is told at once', async () => {
    const slot = await StartSlot.neem(map);
    const pids: number[] = [];
    const meld = (pid: number): Promise<void> => {
      pids.push(pid);
      return slot.meldKinderen(() => pids);
    };
    await Promise.all([meld(process.pid), meld(process.ppid), slot.meldAdres('http://localhost:1')]);
    expect(await vindStart(map)).toEqual({
      proces: await procesVan(process.pid),
      kinderen: [await procesVan(process.pid), await procesVan(process.ppid)],
      adres: 'http://localhost:1',
    });
    await slot.weg();
    expect(await vindStart(map)).toBeUndefined();
  });

  it.each(['', 'half {', JSON.stringify({ proces: { pid: process.pid, begin: '1' }, kinderen: [] })])(
    'is taken over from a process that is gone: %j',
    async (inhoud) => {
      await writeFile(join(map, 'start.json'), inhoud);
      expect(await vindStart(map)).toBeUndefined();
      await StartSlot.neem(map);
      expect(JSON.parse(await readFile(join(map, 'start.json'), 'utf8'))).toMatchObject({
        proces: { pid: process.pid },
      });
    },
  );
});
