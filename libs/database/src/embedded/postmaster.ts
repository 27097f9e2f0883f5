import { leeft } from '#config';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { leesAlsErIets, voerUit } from './hulpprogramma.js';

/** What `postmaster.pid` says, lines 1, 2, 4 and 8. */
interface Postmaster {
  pid: number;
  data: string;
  poort: number;
  status: string;
}

/** How a cluster is doing. `achtergebleven`: there is a pid file, but its process is gone or is something else. */
export type Stand =
  { soort: 'uit' } | { soort: 'achtergebleven' } | { soort: 'bezig' } | { soort: 'klaar'; poort: number };

/** PostgreSQL fills the file in steps; an incomplete one that is older than this was left by a crash. */
const HALF_BESTAND_MS = 5000;

/** @param naam `cluster_name` that our postmaster carries on its command line. */
export async function standVan(data: string, naam: string): Promise<Stand> {
  const pad = join(data, 'postmaster.pid');
  const tekst = await leesAlsErIets(pad);
  if (tekst === undefined) return { soort: 'uit' };
  const postmaster = ontleed(tekst);
  if (postmaster === undefined) {
    const { mtimeMs } = await stat(pad).catch(() => ({ mtimeMs: Date.now() }));
    return { soort: Date.now() - mtimeMs > HALF_BESTAND_MS ? 'achtergebleven' : 'bezig' };
  }
  if (!(await isOnze(postmaster, data, naam))) return { soort: 'achtergebleven' };
  return postmaster.status === 'ready' ? { soort: 'klaar', poort: postmaster.poort } : { soort: 'bezig' };
}

function ontleed(tekst: string): Postmaster | undefined {
  const regels = tekst.split('\n').map((regel) => regel.trim());
  const [pid, data, , poort, , , , status] = regels;
  if (pid === undefined || data === undefined || !/^\d+$/.test(pid)) return undefined;
  return { pid: Number(pid), data, poort: Number(poort ?? 0), status: status ?? '' };
}

async function isOnze({ pid, data }: Postmaster, eigenData: string, naam: string): Promise<boolean> {
  if (!leeft(pid)) return false;
  // A copied DATA_DIR carries the pid file of the original, which runs elsewhere.
  if (process.platform !== 'win32' && data !== (await realpath(eigenData))) return false;
  const opdrachtregel = await opdrachtregelVan(pid);
  return opdrachtregel === undefined || opdrachtregel.includes(`cluster_name=${naam}`);
}

/** The command line of a process; nothing when this system does not tell. */
async function opdrachtregelVan(pid: number): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const { code, tekst } = await voerUit('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  return code === 0 ? tekst : '';
}
