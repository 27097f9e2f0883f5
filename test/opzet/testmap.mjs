import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';

/** Start of the name of every run's folder in the temporary folder. */
export const TESTMAP = 'sluitend-test-';

/** Stops the cluster in this folder at once (its data is thrown away) and removes the folder. */
export async function ruimOp(map) {
  // Written by #database/test: as root the cluster may live elsewhere, where another user can reach it.
  const data = leesRegel(join(map, 'datamap'));
  const pid = data === undefined ? undefined : leesPid(join(data, 'postmaster.pid'));
  if (pid !== undefined && isVan(pid, data)) {
    process.kill(pid, 'SIGQUIT');
    for (let poging = 0; poging < 150 && leeft(pid); poging++) await wacht(20);
  }
  // A house elsewhere has a name of its own: <hash of the map>-<chance>. Anything else is not ours to remove.
  const huis = data && dirname(data);
  if (huis && /^[0-9a-f]{12}-[0-9a-f]{8}$/.test(basename(huis))) rmSync(huis, { recursive: true, force: true });
  rmSync(map, { recursive: true, force: true, maxRetries: 3 });
}

/** A run that was killed leaves its folder and its database behind; the next run removes them. */
export async function ruimDodeRunsOp() {
  for (const naam of readdirSync(tmpdir())) {
    if (!naam.startsWith(TESTMAP)) continue;
    const map = join(tmpdir(), naam);
    const pid = leesPid(join(map, 'jest.pid'));
    if (pid !== undefined && !leeft(pid)) await ruimOp(map);
  }
}

function leesRegel(pad) {
  return existsSync(pad) ? readFileSync(pad, 'utf8').split('\n')[0] : undefined;
}

function leesPid(pad) {
  const pid = Number(leesRegel(pad));
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** After a restart of the machine the number may belong to anyone: only the process that names our folder is ours. */
function isVan(pid, data) {
  const linux = `/proc/${pid}/cmdline`; // a slim image has no ps
  const opdracht = existsSync(linux)
    ? readFileSync(linux, 'utf8')
    : spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return opdracht?.includes(data) ?? false;
}

function leeft(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fout) {
    return fout.code === 'EPERM';
  }
}
