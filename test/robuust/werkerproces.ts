import type { TestDatabase } from '#database/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tot } from './wachten.js';

const WORTEL = join(import.meta.dirname, '../..');

/** A worker as it runs beside a server: `apps/worker/src/main.ts` in a process of its own. */
export class Werkerproces {
  uitvoer = '';
  private readonly proces: ChildProcess;

  constructor(
    private readonly db: TestDatabase,
    omgeving: Readonly<Record<string, string>>,
  ) {
    const lader = pathToFileURL(join(WORTEL, 'test/opzet/ts-lader.mjs')).href;
    this.proces = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', lader, '-C', 'ontwikkel', 'apps/worker/src/main.ts'],
      {
        cwd: WORTEL,
        env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATABASE_URL: db.url, ...omgeving },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stroom of [this.proces.stdout, this.proces.stderr])
      stroom?.on('data', (stuk: Buffer) => (this.uitvoer += stuk.toString()));
  }

  /** Kill -9. */
  async dood(): Promise<void> {
    if (this.proces.exitCode === null && this.proces.signalCode === null) {
      this.proces.kill('SIGKILL');
      await once(this.proces, 'exit');
    }
  }

  /** As an operator stops it; gives the exit code. */
  async stop(): Promise<number | null> {
    if (this.proces.exitCode !== null) return this.proces.exitCode;
    const einde = once(this.proces, 'exit') as Promise<[number | null]>;
    this.proces.kill('SIGTERM');
    return (await einde)[0];
  }

  /** Until it waits for the lock on this table, in the middle of a transaction. */
  async totWachtOp(tabel: string): Promise<void> {
    await tot(
      `a worker that waits for ${tabel} (${this.uitvoer})`,
      () => {
        if (this.proces.exitCode !== null) throw new Error(`The worker ended: ${this.uitvoer}`);
        return this.db.bron.query<unknown[]>(
          `select from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where not l.granted and l.relation = $1::regclass and a.application_name = 'sluitend-worker'
              and l.database = (select oid from pg_database where datname = current_database())`,
          [tabel],
        );
      },
      (wachtend) => wachtend.length > 0,
    );
  }

  /** Until none of its connections is left: what it had not committed is undone. */
  async totVergeten(): Promise<void> {
    await tot(
      'the end of the connections of a killed worker',
      () =>
        this.db.bron.query<unknown[]>(
          `select from pg_stat_activity where datname = current_database() and application_name in ('sluitend-worker', 'sluitend-bellen')`,
        ),
      (open) => open.length === 0,
    );
  }
}
