import { StartFout } from '#config';

/** Gives a Bearer token of the built-in provider for this person or client. */
export type GeefToken = (wie: string) => Promise<string>;

interface Vraag {
  als: string;
  pad: string;
  methode?: 'GET' | 'POST';
  inhoud?: string;
  soort?: string;
}

/** The api of the instance that is being filled, as any client would use it. */
export class DemoApi {
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly adres: string,
    private readonly geefToken: GeefToken,
    private readonly signaal: AbortSignal,
  ) {}

  /**
   * Asks and gives the answer's JSON.
   * @throws StartFout with the api's own explanation when it refuses
   */
  async vraag<T>({ als, pad, methode = 'GET', inhoud, soort = 'application/json' }: Vraag, nogEens = true): Promise<T> {
    const antwoord = await fetch(`${this.adres}/api/v1${pad}`, {
      method: methode,
      headers: {
        authorization: `Bearer ${await this.token(als)}`,
        ...(inhoud !== undefined && { 'content-type': soort }),
      },
      ...(inhoud !== undefined && { body: inhoud }),
      signal: this.signaal,
    });
    if (antwoord.status === 401 && nogEens) {
      // tokens are short-lived; a slow machine may outlive one
      this.tokens.delete(als);
      return this.vraag({ als, pad, methode, soort, ...(inhoud !== undefined && { inhoud }) }, false);
    }
    const gelezen: unknown = await antwoord.json();
    if (!antwoord.ok)
      throw new StartFout(`De demo laadt niet: ${methode} ${pad} gaf ${antwoord.status}. ${uitleg(gelezen)}`);
    return gelezen as T;
  }

  private async token(wie: string): Promise<string> {
    const bekend = this.tokens.get(wie);
    if (bekend !== undefined) return bekend;
    const nieuw = await this.geefToken(wie);
    this.tokens.set(wie, nieuw);
    return nieuw;
  }
}

function uitleg(antwoord: unknown): string {
  return typeof antwoord === 'object' && antwoord !== null && 'detail' in antwoord ? String(antwoord.detail) : '';
}
