import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const WORTEL = resolve(import.meta.dirname, '../..');
/** For a condition that must come true; generous, since a machine that tests is busy. */
const GEDULD_MS = 120_000;

/** Builds what changed: these specs run the program as its user does. */
export function bouw(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(WORTEL, 'tools/bouw-indien-nodig.mjs')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build failed: ${stderr}`);
}

/** Waits until the condition gives something. */
export async function totdat<T>(
  wat: string,
  voorwaarde: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const uiterlijk = Date.now() + GEDULD_MS;
  for (;;) {
    const uitkomst = await voorwaarde();
    if (uitkomst !== undefined && uitkomst !== false) return uitkomst;
    if (Date.now() > uiterlijk) throw new Error(`never came true: ${wat}`);
    await new Promise((klaar) => setTimeout(klaar, 20));
  }
}

/** A number that a process had; a process that ended but was not yet waited for counts as gone. */
export function leeft(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !existsSync(`/proc/${pid}/stat`) || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

/** A running `sluitend start`, as an operator sees it: its output, its exit code and its folder. */
export class Instantie {
  uitvoer = '';
  code: number | null | undefined;
  readonly proces: ChildProcess;

  private constructor(
    readonly dataDir: string,
    commando: readonly string[],
    omgeving: Readonly<Record<string, string>>,
  ) {
    const [programma = '', ...argumenten] = commando;
    this.proces = spawn(programma, argumenten, {
      cwd: WORTEL,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir, DEMO: '0', ...omgeving },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const erbij = (stuk: Buffer): void => {
      this.uitvoer += stuk.toString();
    };
    this.proces.stdout?.on('data', erbij);
    this.proces.stderr?.on('data', erbij);
    this.proces.once('close', (code) => {
      this.code = code;
    });
  }

  static start(dataDir: string, omgeving: Readonly<Record<string, string>> = { PORT: '0' }): Instantie {
    return new Instantie(dataDir, [process.execPath, 'dist/apps/cli/src/main.js', 'start'], omgeving);
  }

  static npmStart(dataDir: string): Instantie {
    return new Instantie(dataDir, ['npm', 'start'], { PORT: '0' });
  }

  /** The address that it prints when everything runs. */
  adres(): Promise<string> {
    return totdat(`an address in: ${this.uitvoer}`, () => {
      if (this.code !== undefined) throw new Error(`it ended with ${this.code}: ${this.uitvoer}`);
      return /^Sluitend draait op (\S+)$[^]*Ctrl-C/m.exec(this.uitvoer)?.[1];
    });
  }

  einde(): Promise<number | null> {
    return totdat('the end of start', () => (this.code === undefined ? undefined : { code: this.code })).then(
      (e) => e.code,
    );
  }

  /** Numbers of the start process itself and of its api and worker. */
  pids(): { start: number; kinderen: number[] } {
    const { proces, kinderen } = JSON.parse(readFileSync(join(this.dataDir, 'start.json'), 'utf8')) as {
      proces: { pid: number };
      kinderen: { pid: number }[];
    };
    return { start: proces.pid, kinderen: kinderen.map((k) => k.pid) };
  }
}

/** Whether the instance says that it is ready; false while nothing answers. */
export async function isGereed(adres: string): Promise<boolean> {
  const antwoord = await fetch(`${adres}/api/gezondheid/gereed`).catch(() => undefined);
  await antwoord?.arrayBuffer();
  return antwoord?.status === 200;
}

/** Runs one command of `sluitend` to its end. */
export function sluitend(
  dataDir: string,
  argumenten: readonly string[],
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((klaar) => {
    const proces = spawn(process.execPath, ['dist/apps/cli/src/main.js', ...argumenten], {
      cwd: WORTEL,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    proces.stdout.on('data', (stuk: Buffer) => (stdout += stuk.toString()));
    proces.stderr.on('data', (stuk: Buffer) => (stderr += stuk.toString()));
    proces.once('close', (code) => klaar({ code, stdout, stderr }));
  });
}
