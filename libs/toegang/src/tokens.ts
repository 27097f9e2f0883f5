import { DomeinFout } from '#kern';
import { decodeJwt, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';

/** A provider whose tokens we believe. */
export interface Vertrouwd {
  /** Under which name accounts are bound: the issuer's URL, or `proef` for the built-in provider wherever it runs. */
  alias: string;
  /** Whether this `iss` is this provider's. */
  isVan(iss: string): boolean;
  sleutels: JWTVerifyGetKey;
  /** The `typ` that its access tokens carry, when it always writes one (RFC 9068: `at+jwt`). */
  typ?: string;
}

/** Whom a token names. A machine's token has its client id as subject (RFC 9068 section 2.2). */
export interface Identiteit {
  alias: string;
  sub: string;
  soort: 'medewerker' | 'client';
  /** Whether this is the only provider of the instance; clients are bound to it without saying so. */
  enige: boolean;
}

/** Signatures with a private key only: no `none`, and no HS…, with which a public key could pass for a secret. */
const ALGORITMEN = ['RS256', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA', 'Ed25519'];

/** Claims that only an ID token or a logout token has: those are no proof that someone may call this API. */
const GEEN_TOEGANGSTOKEN = ['nonce', 'at_hash', 'c_hash', 'events'];

/** Checks Bearer tokens: signature, algorithm, issuer, audience and expiry. */
export class Tokens {
  /**
   * @param audience what a token must be meant for (`OIDC_AUDIENCE`)
   * @param nu the real clock, whatever the test clock says
   */
  constructor(
    private readonly vertrouwd: readonly Vertrouwd[],
    private readonly audience: string,
    private readonly nu: () => Date,
  ) {}

  /** @throws DomeinFout `tokenOngeldig` or `tokenVerlopen`; never says which check failed beyond that. */
  async controleer(token: string): Promise<Identiteit> {
    const uitgever = this.uitgeverVan(token);
    const inhoud = await this.inhoudVan(token, uitgever);
    if (typeof inhoud.sub !== 'string' || inhoud.sub === '') throw tokenOngeldig();
    if (GEEN_TOEGANGSTOKEN.some((claim) => claim in inhoud)) throw tokenOngeldig();
    const machine = inhoud['client_id'] === inhoud.sub || inhoud['azp'] === inhoud.sub;
    return {
      alias: uitgever.alias,
      sub: inhoud.sub,
      soort: machine ? 'client' : 'medewerker',
      enige: this.vertrouwd.length === 1,
    };
  }

  /** Read before the signature is checked, to choose the keys: whoever lies about it is checked against the wrong ones. */
  private uitgeverVan(token: string): Vertrouwd {
    let iss: unknown;
    try {
      iss = decodeJwt(token).iss;
    } catch {
      throw tokenOngeldig();
    }
    const uitgever = typeof iss === 'string' ? this.vertrouwd.find((v) => v.isVan(iss)) : undefined;
    if (uitgever === undefined) throw tokenOngeldig();
    return uitgever;
  }

  private async inhoudVan(token: string, uitgever: Vertrouwd): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, uitgever.sleutels, {
        algorithms: ALGORITMEN,
        audience: this.audience,
        requiredClaims: ['iss', 'exp', 'sub'],
        clockTolerance: 5,
        currentDate: this.nu(),
        ...(uitgever.typ === undefined ? {} : { typ: uitgever.typ }),
      });
      return payload;
    } catch (fout) {
      throw vertaal(fout);
    }
  }
}

function vertaal(fout: unknown): unknown {
  const code = typeof fout === 'object' && fout !== null && 'code' in fout ? fout.code : undefined;
  if (code === 'ERR_JWT_EXPIRED') {
    return new DomeinFout('nietAangemeld', 'tokenVerlopen', 'Uw token is verlopen. Vraag een nieuw token.');
  }
  if (typeof code === 'string' && code !== 'ERR_JWKS_TIMEOUT') return tokenOngeldig();
  return new DomeinFout(
    'nietBeschikbaar',
    'aanmeldingNietBereikbaar',
    'De aanmelddienst is niet bereikbaar. Probeer het over een minuut opnieuw.',
  );
}

function tokenOngeldig(): DomeinFout {
  return new DomeinFout(
    'nietAangemeld',
    'tokenOngeldig',
    'Het token klopt niet. Vraag een nieuw token bij uw aanmelddienst.',
  );
}
