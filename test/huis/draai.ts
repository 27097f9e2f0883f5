import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** The root of the repository. */
export const WORTEL = resolve(import.meta.dirname, '..', '..');

/** Runs a script of node_modules with this Node. Reports what it printed, whatever its exit code. */
export function draai(
  script: string,
  argumenten: string[],
  map: string,
): { code: number | null; uit: string; fout: string } {
  const p = spawnSync(process.execPath, [join(WORTEL, 'node_modules', script), ...argumenten], {
    cwd: map,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: p.status, uit: p.stdout, fout: p.stderr };
}
