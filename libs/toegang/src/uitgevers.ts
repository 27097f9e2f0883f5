import type { Config } from '#config';
import { createLocalJWKSet, createRemoteJWKSet, customFetch, type JWK, type JWTVerifyGetKey } from 'jose';
import type { ProefSleutels } from './proef/sleutels.js';
import { PROEF_ALIAS, PROEF_ISSUER } from './proef/token.js';
import type { Vertrouwd } from './tokens.js';

/** The client id by which an instance of soort proef says that an issuer is our own provider, running apart (compose). */
export const PROEF_CLIENT = 'sluitend-proef';

const GEDULD_MS = 5_000;

/** Where the built-in provider may run: on this machine, on any port. */
const OP_DEZE_MACHINE = /^http:\/\/(127\.0\.0\.1|localhost):\d{1,5}\/oidc$/;

/**
 * The providers whose tokens count: those of OIDC_ISSUERS, or without them the built-in one. Only for an instance of
 * soort proef; productie will leave the alias out.
 * @param sleutels of the built-in provider, which are private to this DATA_DIR; undefined when OIDC_ISSUERS is given
 */
export function uitgevers(config: Pick<Config, 'oidcIssuers'>, sleutels: ProefSleutels | undefined): Vertrouwd[] {
  if (config.oidcIssuers.length === 0) return sleutels === undefined ? [] : [ingebouwd(sleutels)];
  return config.oidcIssuers.map(({ issuer, clientId }) => {
    const apart = clientId === PROEF_CLIENT;
    const gevonden = sleutelsVan(issuer);
    return apart
      ? {
          alias: PROEF_ALIAS,
          isVan: (iss: string) => iss === issuer || iss === PROEF_ISSUER,
          sleutels: gevonden,
          typ: 'at+jwt',
        }
      : { alias: issuer, isVan: (iss: string) => iss === issuer, sleutels: gevonden };
  });
}

/** Whether it runs inside the api, apart, or only signed a token from the command line: its keys say that it is ours. */
function ingebouwd(sleutels: ProefSleutels): Vertrouwd {
  return {
    alias: PROEF_ALIAS,
    isVan: (iss) => iss === PROEF_ISSUER || OP_DEZE_MACHINE.test(iss),
    sleutels: createLocalJWKSet({ keys: sleutels.jwks.keys.map(openbaar) }),
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
