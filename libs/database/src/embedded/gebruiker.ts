import { stat } from 'node:fs/promises';
import { voerUit } from './hulpprogramma.js';

/** An operating system account. */
export interface Gebruiker {
  uid: number;
  gid: number;
}

/** `nobody` on Linux; initdb wants a user that has a name. */
const NIEMAND: Gebruiker = { uid: 65_534, gid: 65_534 };

/**
 * The account that PostgreSQL runs as, or nothing for our own. PostgreSQL refuses root: then it is the owner of an
 * existing cluster, else `postgres`, else uid 65534.
 * @param data Data folder of the cluster; need not exist.
 */
export async function postgresGebruiker(data: string): Promise<Gebruiker | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const eigenaar = await stat(data).catch(() => undefined);
  if (eigenaar !== undefined && eigenaar.uid !== 0) return { uid: eigenaar.uid, gid: eigenaar.gid };
  const [uid, gid] = await Promise.all([nummer('-u'), nummer('-g')]);
  return uid === undefined || gid === undefined ? NIEMAND : { uid, gid };
}

async function nummer(vlag: '-u' | '-g'): Promise<number | undefined> {
  const { code, tekst } = await voerUit('id', [vlag, 'postgres']);
  return code === 0 && /^[1-9]\d*$/.test(tekst) ? Number(tekst) : undefined;
}

/** Whether this account can enter the folder. Asked of the system itself: modes alone do not tell (ACLs, mounts). */
export async function kanNaar(map: string, als: Gebruiker | undefined): Promise<boolean> {
  if (als === undefined) return true;
  const { code } = await voerUit('/bin/sh', ['-c', 'cd -- "$1"', 'sh', map], { als });
  return code === 0;
}
