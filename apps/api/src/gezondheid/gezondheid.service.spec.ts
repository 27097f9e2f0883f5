import { testDatabase, type TestDatabase } from '#database/test';
import type { WachtrijGereed } from '#wachtrij';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { GezondheidService } from './gezondheid.service.js';

type Controleer = Pick<WachtrijGereed, 'controleer'>['controleer'];

describe('GezondheidService', () => {
  let db: TestDatabase;
  const met = (controleer: Controleer): GezondheidService => new GezondheidService(db.bron, { controleer });
  const goed: Controleer = () => Promise.resolve({ gereed: true });

  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.sluit());

  it('is ready when every part is', async () => {
    expect(await met(goed).controleer()).toEqual({
      gereed: true,
      onderdelen: { database: { gereed: true }, migraties: { gereed: true }, wachtrij: { gereed: true } },
    });
  });

  it('passes on why the queue is not ready', async () => {
    const stand = await met(() => Promise.resolve({ gereed: false, reden: 'Er draait geen worker.' })).controleer();
    expect(stand).toMatchObject({
      gereed: false,
      onderdelen: { wachtrij: { gereed: false, reden: 'Er draait geen worker.' } },
    });
  });

  it('says what to do when the database is behind', async () => {
    await db.bron.query(`update migratie set name = 'Anders' where name like 'Logboek%'`);
    try {
      const { gereed, onderdelen } = await met(goed).controleer();
      expect(gereed).toBe(false);
      expect(onderdelen.migraties.reden).toMatch(/1 migraties achter.*migreer/);
    } finally {
      await db.bron.query(
        `update migratie set name = (select 'Logboek' || right(max(name), 13) from migratie where name <> 'Anders') where name = 'Anders'`,
      );
    }
  });

  it('does not tell the public what went wrong inside', async () => {
    const stand = await met(() => Promise.reject(new Error('password of db.intern'))).controleer();
    expect(stand.gereed).toBe(false);
    expect(JSON.stringify(stand)).not.toContain('intern');
  });

  it('does not wait for a part that never answers', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      const antwoord = met(() => new Promise(() => undefined)).controleer();
      await jest.advanceTimersByTimeAsync(3000);
      expect((await antwoord).onderdelen.wachtrij.gereed).toBe(false);
    } finally {
      jest.useRealTimers();
    }
  });
});
