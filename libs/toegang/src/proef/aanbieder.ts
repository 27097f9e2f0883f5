import type { Adapter, AdapterPayload, Configuration, Provider } from 'oidc-provider';
import type { ProefVragen } from './proef.vragen.js';
import { clientGeheim, PROEF_ALGORITME, type ProefSleutels } from './sleutels.js';
import { Geheugenopslag } from './opslag.js';
import { CLIENT_GELDIG_S, MENS_GELDIG_S } from './token.js';

export interface AanbiederOpties {
  /** `http://127.0.0.1:<port>/oidc` */
  issuer: string;
  audience: string;
  sleutels: ProefSleutels;
  vragen: ProefVragen;
  nu: () => Date;
}

/** The API as a resource; asked for or not, every access token is for it (RFC 8707 wants a URI, our audience is a word). */
const BRON = 'urn:sluitend:api';

/** A client for people: authorization code with PKCE, back to any port of this machine (RFC 8252 section 7.3). */
export const MENSENCLIENT = 'sluitend-proef';

/**
 * A certified OpenID provider for a trial instance. Loaded only when called: the production image does not have it.
 * @throws Error (`ERR_MODULE_NOT_FOUND`) where the package is not installed
 */
export async function maakAanbieder(opties: AanbiederOpties): Promise<Provider> {
  const { Provider: Aanbieder } = await import('oidc-provider');
  return new Aanbieder(opties.issuer, instellingen(opties));
}

function instellingen(opties: AanbiederOpties): Configuration {
  const { sleutels, vragen, audience } = opties;
  return {
    adapter: (naam) => (naam === 'Client' ? new Clients(opties) : new Geheugenopslag(() => opties.nu().getTime())),
    jwks: { keys: sleutels.jwks.keys.map((k) => ({ ...k })) as NonNullable<Configuration['jwks']>['keys'] },
    cookies: { keys: sleutels.cookies },
    clientDefaults: { id_token_signed_response_alg: PROEF_ALGORITME },
    responseTypes: ['code'],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'] },
    findAccount: async (_ctx, sub) => {
      const persoon = await vragen.persoon(sub);
      return persoon && { accountId: sub, claims: () => ({ sub, name: persoon.naam }) };
    },
    interactions: { url: (_ctx, interactie) => `/oidc/interactie/${interactie.uid}` },
    loadExistingGrant: geefGrant,
    features: onderdelen(audience),
    ttl: {
      AccessToken: MENS_GELDIG_S,
      AuthorizationCode: 60,
      ClientCredentials: CLIENT_GELDIG_S,
      Grant: 36_000,
      IdToken: 900,
      Interaction: 1800,
      Session: 36_000,
    },
  };
}

type Grantgever = NonNullable<Configuration['loadExistingGrant']>;

/** There is nothing to consent to: it is our own client and our own API. */
const geefGrant: Grantgever = async (ctx) => {
  const { client, session } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(BRON, 'api');
  await grant.save();
  return grant;
};

function onderdelen(audience: string): NonNullable<Configuration['features']> {
  return {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => BRON,
      useGrantedResource: () => true,
      getResourceServerInfo: (_ctx, _bron, client) => ({
        scope: 'api',
        audience,
        accessTokenFormat: 'jwt',
        accessTokenTTL: client.clientId === MENSENCLIENT ? MENS_GELDIG_S : CLIENT_GELDIG_S,
        jwt: { sign: { alg: PROEF_ALGORITME } },
      }),
    },
  };
}

/** Clients are the rows of table `client` with a secret that follows from the keys, and the one for people. */
class Clients extends Geheugenopslag implements Adapter {
  constructor(private readonly opties: AanbiederOpties) {
    super(() => opties.nu().getTime());
  }

  override async find(id: string): Promise<AdapterPayload | undefined> {
    if (id === MENSENCLIENT) {
      return {
        client_id: id,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: ['http://127.0.0.1/terug', 'http://localhost/terug'],
      };
    }
    if (!(await this.opties.vragen.kentClient(id))) return undefined;
    return {
      client_id: id,
      client_secret: clientGeheim(this.opties.sleutels, id),
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    };
  }
}
