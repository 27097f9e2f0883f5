import { constants, createPrivateKey, randomUUID, sign, type JsonWebKey, type KeyObject } from 'node:crypto';
import { isDezeComputer, isVeilig, leesTekst, type Aanmeldgegevens } from './argumenten.js';
import { CODE, Gestopt } from './uitkomst.js';
import { vraag } from './verbinding.js';

/** A token that ends within this time is renewed first. */
const SPELING_MS = 60_000;
const ASSERTIE_S = 60;

/** Proves to the API who delivers, by client credentials (RFC 6749 section 4.4), as often as a long wait needs. */
export class Aanmelding {
  private token: { waarde: string; totMs: number } | undefined;
  private eindpunt: { url: URL; audience: string } | undefined;

  /** @param basis of the API: the built-in provider of a trial is beside it. */
  constructor(
    private readonly gegevens: Aanmeldgegevens,
    private readonly basis: string,
    private readonly nuMs: () => number = Date.now,
  ) {}

  /** @throws Onbereikbaar · Gestopt when the provider refuses. */
  async kop(): Promise<string> {
    if (this.gegevens.token !== undefined) return `Bearer ${this.gegevens.token}`;
    if (this.token === undefined || this.token.totMs - SPELING_MS <= this.nuMs()) this.token = await this.haal();
    return `Bearer ${this.token.waarde}`;
  }

  /** The API did not take it; false when there is no other. */
  vergeet(): boolean {
    this.token = undefined;
    return this.gegevens.token === undefined;
  }

  private async haal(): Promise<{ waarde: string; totMs: number }> {
    const { client } = this.gegevens;
    if (client === undefined)
      throw new Gestopt(
        'Geef SLUITEND_CLIENT met SLUITEND_SLEUTEL; zie --help.',
        CODE.nietAangeleverd,
        'geenAanmelding',
      );
    this.eindpunt ??= await this.zoekEindpunt();
    const { url, audience } = this.eindpunt;
    const formulier = { grant_type: 'client_credentials', ...this.bewijs(client, url, audience) };
    const { status, json } = await vraag({
      url,
      methode: 'POST',
      koppen: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      inhoud: new URLSearchParams(formulier).toString(),
    });
    const token = veld(json, 'access_token');
    if (status !== 200 || typeof token !== 'string') throw geweigerd(status, veld(json, 'error'));
    const geldigS = Number(veld(json, 'expires_in') ?? 300);
    return { waarde: token, totMs: this.nuMs() + geldigS * 1000 };
  }

  private bewijs(client: string, url: URL, audience: string): Record<string, string> {
    const { sleutelPad, sleutelId, geheim } = this.gegevens;
    if (sleutelPad !== undefined) {
      const nuS = Math.floor(this.nuMs() / 1000);
      const claims = { iss: client, sub: client, aud: audience, jti: randomUUID(), iat: nuS, exp: nuS + ASSERTIE_S };
      return {
        client_id: client,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: onderteken(leesTekst(sleutelPad, 'SLUITEND_SLEUTEL'), sleutelId, claims),
      };
    }
    if (geheim === undefined)
      throw new Gestopt(
        'Geef SLUITEND_SLEUTEL: het bestand met de privésleutel van uw school.',
        CODE.nietAangeleverd,
        'geenAanmelding',
      );
    if (!isDezeComputer(url))
      throw new Gestopt(
        'Een geheim (SLUITEND_GEHEIM) kan alleen in een proef op deze computer. Gebruik SLUITEND_SLEUTEL.',
        CODE.nietAangeleverd,
        'geheimAlleenProef',
      );
    return { client_id: client, client_secret: geheim };
  }

  private async zoekEindpunt(): Promise<{ url: URL; audience: string }> {
    const { issuer = this.proefaanbieder(), tokenUrl } = this.gegevens;
    if (tokenUrl !== undefined) return { url: adres(tokenUrl), audience: this.gegevens.issuer ?? tokenUrl };
    if (issuer === undefined)
      throw new Gestopt(
        'Geef SLUITEND_ISSUER of SLUITEND_TOKEN_URL: waar uw school zich aanmeldt.',
        CODE.nietAangeleverd,
        'geenAanmelding',
      );
    const { status, json } = await vraag({
      url: adres(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`),
    });
    const gevonden = veld(json, 'token_endpoint');
    if (status !== 200 || typeof gevonden !== 'string' || veld(json, 'issuer') !== issuer)
      throw new Gestopt(
        `${issuer} is geen aanmelddienst; controleer SLUITEND_ISSUER.`,
        CODE.nietAangeleverd,
        'geenAanmelding',
      );
    return { url: adres(gevonden), audience: issuer };
  }

  /** Of a trial on this machine, which has its provider inside. */
  private proefaanbieder(): string | undefined {
    const url = new URL(this.basis);
    if (!isDezeComputer(url)) return undefined;
    return `http://127.0.0.1:${url.port}/oidc`;
  }
}

function adres(tekst: string): URL {
  if (!URL.canParse(tekst) || !isVeilig(new URL(tekst)))
    throw new Gestopt('Het adres van de aanmelddienst begint met https://.', CODE.nietAangeleverd, 'geenAanmelding');
  return new URL(tekst);
}

function geweigerd(status: number, fout: unknown): Gestopt {
  const code = typeof fout === 'string' && /^[a-z_]{1,40}$/.test(fout) ? fout : String(status);
  return new Gestopt(
    `De aanmelddienst geeft geen toegang (${code}). Controleer SLUITEND_CLIENT en de sleutel, en of die nog geldig is.`,
    CODE.nietAangeleverd,
    'aanmeldingGeweigerd',
  );
}

/** A signed JWT (RFC 7523) by a key in PEM or JWK. */
function onderteken(bestand: string, sleutelId: string | undefined, claims: object): string {
  const { sleutel, kid } = leesSleutel(bestand);
  const { alg, hash, opties } = wijze(sleutel);
  const deel = (inhoud: object): string => Buffer.from(JSON.stringify(inhoud)).toString('base64url');
  const id = sleutelId ?? kid;
  const tekst = `${deel({ alg, typ: 'JWT', ...(id !== undefined && { kid: id }) })}.${deel(claims)}`;
  return `${tekst}.${sign(hash, Buffer.from(tekst), { key: sleutel, ...opties }).toString('base64url')}`;
}

function leesSleutel(tekst: string): { sleutel: KeyObject; kid?: string } {
  try {
    if (!tekst.trimStart().startsWith('{')) return { sleutel: createPrivateKey(tekst) };
    const jwk: unknown = JSON.parse(tekst);
    const kid = veld(jwk, 'kid');
    const sleutel = createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' });
    return { sleutel, ...(typeof kid === 'string' && { kid }) };
  } catch {
    throw new Gestopt(
      'SLUITEND_SLEUTEL is geen privésleutel (PEM of JWK, zonder wachtwoord).',
      CODE.nietAangeleverd,
      'geenAanmelding',
    );
  }
}

function wijze(sleutel: KeyObject): { alg: string; hash: string | null; opties: object } {
  const { asymmetricKeyType: soort, asymmetricKeyDetails: details } = sleutel;
  if (soort === 'ed25519') return { alg: 'EdDSA', hash: null, opties: {} };
  if (soort === 'ec' && details?.namedCurve === 'prime256v1')
    return { alg: 'ES256', hash: 'sha256', opties: { dsaEncoding: 'ieee-p1363' } };
  if (soort === 'rsa')
    return { alg: 'PS256', hash: 'sha256', opties: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } };
  throw new Gestopt(
    'Gebruik als SLUITEND_SLEUTEL een sleutel van soort P-256, Ed25519 of RSA.',
    CODE.nietAangeleverd,
    'geenAanmelding',
  );
}

function veld(json: unknown, naam: string): unknown {
  return typeof json === 'object' && json !== null ? Reflect.get(json, naam) : undefined;
}
