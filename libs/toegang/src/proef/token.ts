import { importJWK, SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import type { Identiteit } from '../tokens.js';
import { PROEF_ALGORITME, type ProefSleutels } from './sleutels.js';

/** Under which name accounts of the built-in provider are bound (toegang.md 4). */
export const PROEF_ALIAS = 'proef';

/** `iss` of tokens that the CLI signs: it need not know on which port the provider runs, or whether it runs. */
export const PROEF_ISSUER = 'urn:sluitend:proef';

/** A person's token lives a working day, a machine's a quarter of an hour (toegang.md 4). Seconds. */
export const MENS_GELDIG_S = 8 * 3600;
export const CLIENT_GELDIG_S = 15 * 60;

/**
 * Signs an access token (RFC 9068) as the built-in provider would.
 * @param nu the real clock
 * @param geldigS seconds
 */
export async function maakProefToken(
  sleutels: ProefSleutels,
  voor: Pick<Identiteit, 'sub' | 'soort'>,
  audience: string,
  nu: Date,
  geldigS: number = voor.soort === 'client' ? CLIENT_GELDIG_S : MENS_GELDIG_S,
): Promise<string> {
  const sleutel = sleutels.jwks.keys[0];
  const seconde = Math.floor(nu.getTime() / 1000);
  return new SignJWT(voor.soort === 'client' ? { client_id: voor.sub } : { client_id: 'sluitend-cli' })
    .setProtectedHeader({ alg: PROEF_ALGORITME, typ: 'at+jwt', kid: sleutel.kid ?? '' })
    .setIssuer(PROEF_ISSUER)
    .setAudience(audience)
    .setSubject(voor.sub)
    .setJti(randomUUID())
    .setIssuedAt(seconde)
    .setExpirationTime(seconde + geldigS)
    .sign(await importJWK(sleutel, PROEF_ALGORITME));
}
