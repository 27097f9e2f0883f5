import type { Config } from '#config';
import { createLocalJWKSet, createRemoteJWKSet, customFetch, type JWK, type JWTVerifyGetKey } from 'jose';
import type { ProefSleutels } from './proef/sleutels.js';
import { PROEF_ALIAS, PROEF_ISSUER } from './proef/token.js';
import type { Vertrouwd } from './tokens.js';

/** The client id by which an instance of soort proef says that an issuer is our own provider, running apart (compose). */
export const PROEF_CLIENT = 'sluitend-proef';

const GEDULD_MS = 5_000;

/** The provider that runs inside this process. */
export interface IngebouwdeAanmelding {
  sleutels: ProefSleutels;
  /** Its address, which has the port in it; undefined until the process listens. */
  issuer(): string | undefined;
}

/**
 * The providers whose tokens count: those of OIDC_ISSUERS, or without them the built-in one. Only for an instance of
 * soort proef; productie will leave the alias out.
 * @param eigen the built-in provider when it runs inside: its keys, and its address once it listens
 */
export function uitgevers(config: Pick<Config, 'oidcIssuers'>, eigen: IngebouwdeAanmelding | undefined): Vertrouwd[] {
  if (config.oidcIssuers.length === 0) return eigen === undefined ? [] : [ingebouwd(eigen)];
  return config.oidcIssuers.map(({ issuer, clientId }) => {
    const apart = clientId === PROEF_CLIENT;
    const sleutels = sleutelsVan(issuer);
    return apart
      ? { alias: PROEF_ALIAS, issuers: [issuer, PROEF_ISSUER], sleutels, typ: 'at+jwt' }
      : { alias: issuer, issuers: [issuer], sleutels };
  });
}

function ingebouwd(eigen: IngebouwdeAanmelding): Vertrouwd {
  return {
    alias: PROEF_ALIAS,
    get issuers() {
      const adres = eigen.issuer();
      return adres === undefined ? [PROEF_ISSUER] : [PROEF_ISSUER, adres];
    },
    sleutels: createLocalJWKSet({ keys: eigen.sleutels.jwks.keys.map(openbaar) }),
    typ: 'at+jwt',
  };
}

function openbaar(sleutel: JWK): JWK {
  const { kty, crv, x, y, kid, alg, use } = sleutel;
  return Object.fromEntries(
    Object.entries({ kty, crv, x, y, kid, alg, use }).filter(([, w]) => w !== undefined),
  ) as JWK;
}

/** Keys by OpenID Connect Discovery: found at the first token, kept and renewed by jose; an issuer that is down is asked again. */
function sleutelsVan(issuer: string): JWTVerifyGetKey {
  let gevonden: JWTVerifyGetKey | undefined;
  return async (kop, token) => {
    gevonden ??= createRemoteJWKSet(await jwksAdres(issuer), { timeoutDuration: GEDULD_MS, [customFetch]: haal });
    return gevonden(kop, token);
  };
}

async function jwksAdres(issuer: string): Promise<URL> {
  const antwoord = await haal(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    headers: { accept: 'application/json' },
  });
  const kaart: unknown = antwoord.ok ? await antwoord.json() : undefined;
  if (typeof kaart === 'object' && kaart !== null && 'issuer' in kaart && 'jwks_uri' in kaart) {
    // OpenID Connect Discovery 4.3: what it says of itself must be what we asked for.
    if (kaart.issuer === issuer && typeof kaart.jwks_uri === 'string') return new URL(kaart.jwks_uri);
  }
  throw new Error(`The issuer does not describe itself at its well-known address (status ${antwoord.status}).`);
}

async function haal(adres: string, opties: RequestInit): Promise<Response> {
  return fetch(adres, { ...opties, redirect: 'error', signal: AbortSignal.timeout(GEDULD_MS) });
}
