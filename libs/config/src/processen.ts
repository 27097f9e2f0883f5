import { readFile } from 'node:fs/promises';

/** A process: its number, and when it began, so that a later process with the same number is not taken for it. */
export interface Proces {
  pid: number;
  /** In the system's own count; `0` where the system does not tell. */
  begin: string;
}

export async function ditProces(): Promise<Proces> {
  return procesVan(process.pid);
}

export async function procesVan(pid: number): Promise<Proces> {
  return { pid, begin: await beginVan(pid) };
}

/** Whether a process with this number exists, whoever owns it. */
export function leeft(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fout) {
    // No `instanceof`: Jest runs code beside Node's own realm.
    return typeof fout === 'object' && fout !== null && 'code' in fout && fout.code === 'EPERM';
  }
}

/** Whether this very process still runs. */
export async function leeftNog({ pid, begin }: Proces): Promise<boolean> {
  return leeft(pid) && (await beginVan(pid)) === begin;
}

/** Whether the value, read from a file, describes a process. */
export function isProces(waarde: unknown): waarde is Proces {
  if (typeof waarde !== 'object' || waarde === null) return false;
  const { pid, begin }: Record<string, unknown> = { ...waarde };
  return Number.isInteger(pid) && typeof begin === 'string';
}

/** '' for a process that is gone, a zombie included: nobody waits for it, but it does nothing any more. */
async function beginVan(pid: number): Promise<string> {
  if (process.platform !== 'linux') return '0';
  const regel = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the command in brackets and may hold anything; fields 3 and 22 are counted after its last bracket.
  const velden = regel.slice(regel.lastIndexOf(')') + 2).split(' ');
  return velden[0] === 'Z' || velden[0] === 'X' ? '' : (velden[19] ?? '');
}
