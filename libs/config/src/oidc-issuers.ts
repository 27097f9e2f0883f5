/** A provider that may say who somebody is. */
export interface OidcIssuer {
  /** `iss` of its tokens, without a trailing slash unless the provider writes one; discovery starts here. */
  issuer: string;
  /** Our client at this provider. */
  clientId: string;
  /** Our client's secret; absent for a provider that only issues tokens to machines. */
  key?: string;
}

const VORM = 'is geen JSON-lijst [{"issuer": "https://…", "clientId": "…", "key": "…"}]';

/** Reads `OIDC_ISSUERS`. Gives a Dutch explanation (a text) when it is wrong; the value holds secrets and is not repeated. */
export function leesIssuers(tekst: string | undefined): readonly OidcIssuer[] | string {
  if (tekst === undefined) return [];
  let gelezen: unknown;
  try {
    gelezen = JSON.parse(tekst);
  } catch {
    return `${VORM}.`;
  }
  if (!Array.isArray(gelezen)) return `${VORM}.`;
  const issuers: OidcIssuer[] = [];
  for (const [nr, item] of gelezen.entries()) {
    const issuer = leesIssuer(item);
    if (issuer === undefined) return `${VORM}: nummer ${nr + 1} in de lijst klopt niet.`;
    issuers.push(issuer);
  }
  if (new Set(issuers.map((i) => i.issuer)).size < issuers.length) return 'noemt dezelfde issuer twee keer.';
  return issuers;
}

function leesIssuer(item: unknown): OidcIssuer | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { issuer, clientId, key, ...rest }: Record<string, unknown> = { ...item };
  if (typeof issuer !== 'string' || !URL.canParse(issuer) || !/^https?:$/.test(new URL(issuer).protocol))
    return undefined;
  if (typeof clientId !== 'string' || clientId === '') return undefined;
  if (key !== undefined && typeof key !== 'string') return undefined;
  if (Object.keys(rest).length > 0) return undefined;
  return key === undefined ? { issuer, clientId } : { issuer, clientId, key };
}
