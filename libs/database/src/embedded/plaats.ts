import { StartFout } from '#config';
import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** Where root keeps what an unprivileged PostgreSQL must reach when the clone or DATA_DIR lies in a closed folder. */
const WERELD = '/var/lib/sluitend';

/**
 * A folder that every account can enter, owned by root. Only for root; anybody else runs PostgreSQL as himself.
 * @throws StartFout when it cannot be made, or somebody else could change it.
 */
export async function wereldMap(): Promise<string> {
  try {
    await mkdir(WERELD, { recursive: true, mode: 0o755 });
  } catch (fout) {
    throw new StartFout(
      `De map ${WERELD} is niet te maken; zet DATA_DIR en de programmamap op een plaats die elke gebruiker mag openen.`,
      { cause: fout },
    );
  }
  const kenmerken = await lstat(WERELD);
  if (!kenmerken.isDirectory() || kenmerken.uid !== 0 || (kenmerken.mode & 0o022) !== 0) {
    throw new StartFout(
      `De map ${WERELD} moet van root zijn en alleen door root te wijzigen; herstel dat en start opnieuw.`,
    );
  }
  return WERELD;
}

/**
 * A new folder for the cluster of this DATA_DIR outside it. Derived from DATA_DIR, so that one sees whose it is; with
 * chance in it, so that an emptied DATA_DIR never meets the cluster of its former life.
 */
export async function nieuwePlaatsElders(map: string): Promise<string> {
  const vanMap = createHash('sha256')
    .update(await realpath(map))
    .digest('hex')
    .slice(0, 12);
  return join(await wereldMap(), `${vanMap}-${randomBytes(4).toString('hex')}`);
}
