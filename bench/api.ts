import { isGereed, leesConfig, omgevingVoorKind, STOPBERICHT } from '#config';
import { maakProefToken, proefSleutels } from '#toegang';
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { rond } from './meten.js';

/** Milliseconds. */
export interface Tijden {
  mediaan: number;
  p95: number;
}

const DIST = resolve(import.meta.dirname, '..');

/** Makes the schema as an operator does. */
export function migreerAlsOpdracht(omgeving: Record<string, string>): void {
  const cli = join(DIST, 'apps/cli/src/main.js');
  const { status } = spawnSync(process.execPath, [cli, 'migreer'], {
    env: omgevingVoorKind(omgeving),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The schema could not be made.');
}

/** The api as it runs in earnest: a process of its own. */
export async function startApi(omgeving: Record<string, string>): Promise<{ adres: string; stop(): Promise<void> }> {
  const kind: ChildProcess = fork(join(DIST, 'apps/api/src/main.js'), {
    env: omgevingVoorKind(omgeving),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gestopt = once(kind, 'exit');
  const poort = await new Promise<number>((klaar, mis) => {
    kind.on('message', (bericht) => {
      if (isGereed(bericht) && bericht.poort !== undefined) klaar(bericht.poort);
    });
    kind.on('exit', (code) => mis(new Error(`The api ended with exit code ${code}.`)));
  });
  return {
    adres: `http://127.0.0.1:${poort}`,
    stop: async () => {
      kind.send(STOPBERICHT);
      await gestopt;
    },
  };
}

/** Somebody who asks the api, by e-mail address. @param map DATA_DIR of the instance */
export async function vrager(map: string, email: string): Promise<(url: string) => Promise<unknown>> {
  const token = await maakProefToken(
    await proefSleutels(map),
    { sub: email, soort: 'medewerker' },
    leesConfig().oidcAudience,
    new Date(),
  );
  return async (url) => {
    const antwoord = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const inhoud: unknown = await antwoord.json();
    if (!antwoord.ok) throw new Error(`The API answered ${antwoord.status}.`);
    return inhoud;
  };
}

/** Milliseconds of each of `aantal` calls, so many at once. */
export async function tijden(
  doe: (nummer: number) => Promise<unknown>,
  aantal: number,
  tegelijk: number,
): Promise<number[]> {
  const gemeten: number[] = [];
  let volgende = 0;
  const een = async (): Promise<void> => {
    while (volgende < aantal) {
      const begin = performance.now();
      await doe(volgende++);
      gemeten.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: tegelijk }, een));
  return gemeten;
}

export function samen(gemeten: readonly number[]): Tijden {
  const op = [...gemeten].sort((a, b) => a - b);
  const deel = (d: number): number => rond(op[Math.min(op.length - 1, Math.floor(op.length * d))] ?? Number.NaN);
  return { mediaan: deel(0.5), p95: deel(0.95) };
}
