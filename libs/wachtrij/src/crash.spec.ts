import type { TestDatabase } from '#database/test';
import type { INestApplicationContext } from '@nestjs/common';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { werkAf } from './test.js';
import { effecten, ledger, maakLeeg, proefDatabase, proefWorker, tot, zet } from './test/opstelling.js';

let db: TestDatabase;
let app: INestApplicationContext;
const kinderen = new Set<ChildProcess>();
beforeAll(async () => {
  db = await proefDatabase();
  app = await proefWorker(db.url);
}, 60_000);
beforeEach(() => maakLeeg(db));
afterEach(() => {
  for (const kind of kinderen) kind.kill('SIGKILL');
  kinderen.clear();
});
afterAll(async () => {
  await app.close();
  await db.sluit();
});

/** A real worker process. */
function startWorker(soort = 'proef.kort'): ChildProcess {
  const kind = fork(join(import.meta.dirname, 'test', 'kind.ts'), [db.url, soort], {
    execArgv: [
      '--import',
      pathToFileURL(join(import.meta.dirname, '../../../test/opzet/ts-lader.mjs')).href,
      '-C',
      'ontwikkel',
    ],
  });
  kinderen.add(kind);
  return kind;
}

async function einde(kind: ChildProcess): Promise<string | null> {
  const [, signaal] = (await once(kind, 'exit')) as [number | null, string | null];
  return signaal;
}

/** Rows that another worker may take over now. */
async function verlaten(): Promise<number> {
  const [rij] = await db.bron.query<{ n: number }[]>(
    'select count(*)::int as n from (select from opdracht where bezet_tot < now() for update skip locked) vrij',
  );
  return rij?.n ?? 0;
}

describe('a worker that is killed', () => {
  it('in the middle of a batch: another does the batch, each effect once', async () => {
    await zet(app, ['goed', 'goed', 'stil', 'goed']);
    const kind = startWorker();
    // Two effects are written and a third waits, none of them committed.
    await tot(
      () =>
        db.bron.query<object[]>(
          `select from pg_stat_activity where query like '%pg_sleep%' and state = 'active' and datname = current_database() and pid <> pg_backend_pid()`,
        ),
      (bezig) => bezig.length === 1,
    );
    expect(await effecten(db)).toEqual({});
    expect(await werkAf(app)).toEqual({ klaar: 0, mislukt: 0 }); // held by the living worker
    kind.kill('SIGKILL');
    expect(await einde(kind)).toBe('SIGKILL');
    await tot(verlaten, (n) => n === 4);
    expect(await werkAf(app, { werkers: 3 })).toEqual({ klaar: 4, mislukt: 0 });
    expect(await effecten(db)).toEqual({ w0: 1, w1: 1, w2: 1, w3: 1 });
    expect((await ledger(db)).map((r) => r.pogingen)).toEqual([2, 2, 2, 2]);
  }, 60_000);

  it('by its own work, each time: that row goes to dead letter, its neighbours are done', async () => {
    await zet(app, ['goed', 'dood', 'goed']);
    let gestorven = 0;
    for (let ronde = 0; ronde < 10; ronde += 1) {
      if ((await einde(startWorker())) !== 'SIGKILL') break;
      gestorven += 1;
      await tot(verlaten, (n) => n > 0);
    }
    expect(gestorven).toBe(3); // its maxPogingen
    expect((await ledger(db)).map((r) => [r.wat, r.stand, r.foutCode])).toEqual([
      ['w0', 'klaar', null],
      ['w1', 'dood', 'workerGestopt'],
      ['w2', 'klaar', null],
    ]);
    expect(await effecten(db)).toEqual({ w0: 1, w2: 1 });
  }, 60_000);
});
