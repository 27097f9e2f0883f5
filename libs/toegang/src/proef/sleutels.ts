import { StartFout } from '#config';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the built-in provider signs with. Private to one DATA_DIR; only in an instance of soort proef. */
export interface ProefSleutels {
  /** Private signing keys (ES256), the first one in use. */
  jwks: { keys: [JWK, ...JWK[]] };
  /** Keys for the provider's cookies. */
  cookies: string[];
  /** From which the secrets of clients are derived. */
  geheim: string;
}

export const PROEF_ALGORITME = 'ES256';

/** Reads the keys of this DATA_DIR, and makes them (mode 0600) when there are none; of two processes at once one wins. */
export async function proefSleutels(dataDir: string): Promise<ProefSleutels> {
  const pad = join(dataDir, 'oidc-proef.json');
  const bestaand = await lees(pad);
  if (bestaand !== undefined) return bestaand;
  const concept = `${pad}.${randomUUID()}`;
  await mkdir(dataDir, { recursive: true });
  await writeFile(concept, `${JSON.stringify(await nieuw())}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(concept, pad);
  } catch (fout) {
    if (!heeftCode(fout, 'EEXIST')) throw fout;
  } finally {
    await rm(concept, { force: true });
  }
  const gemaakt = await lees(pad);
  if (gemaakt === undefined)
    throw new StartFout(`De aanmeldsleutels ${pad} zijn niet te maken; controleer de rechten op de map.`);
  return gemaakt;
}

/** The secret of a client at the built-in provider, the same at every start: nothing of it is stored. */
export function clientGeheim(sleutels: ProefSleutels, clientId: string): string {
  return createHmac('sha256', sleutels.geheim).update(`client:${clientId}`).digest('base64url');
}

async function nieuw(): Promise<ProefSleutels> {
  const { privateKey } = await generateKeyPair(PROEF_ALGORITME, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return {
    jwks: { keys: [{ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: PROEF_ALGORITME, use: 'sig' }] },
    cookies: [randomBytes(32).toString('base64url')],
    geheim: randomBytes(32).toString('base64url'),
  };
}

async function lees(pad: string): Promise<ProefSleutels | undefined> {
  let tekst: string;
  try {
    tekst = await readFile(pad, 'utf8');
  } catch (fout) {
    if (heeftCode(fout, 'ENOENT')) return undefined;
    throw new StartFout(`De aanmeldsleutels ${pad} zijn niet te lezen; controleer de rechten op het bestand.`, {
      cause: fout,
    });
  }
  const sleutels = ontleed(tekst);
  if (sleutels !== undefined) return sleutels;
  throw new StartFout(`De aanmeldsleutels ${pad} zijn beschadigd; verwijder het bestand, dan maakt Sluitend nieuwe.`);
}

function ontleed(tekst: string): ProefSleutels | undefined {
  let gelezen: unknown;
  try {
    gelezen = JSON.parse(tekst);
  } catch {
    return undefined;
  }
  return isProefSleutels(gelezen) ? gelezen : undefined;
}

function isProefSleutels(gelezen: unknown): gelezen is ProefSleutels {
  if (typeof gelezen !== 'object' || gelezen === null) return false;
  const { jwks, cookies, geheim }: Record<string, unknown> = { ...gelezen };
  const keys = typeof jwks === 'object' && jwks !== null && 'keys' in jwks ? jwks.keys : undefined;
  return (
    Array.isArray(keys) &&
    keys.length > 0 &&
    keys.every((k) => typeof k === 'object' && k !== null && 'd' in k && 'kid' in k) &&
    Array.isArray(cookies) &&
    cookies.length > 0 &&
    cookies.every((c) => typeof c === 'string') &&
    typeof geheim === 'string'
  );
}

function heeftCode(fout: unknown, code: string): boolean {
  return typeof fout === 'object' && fout !== null && 'code' in fout && fout.code === code;
}
