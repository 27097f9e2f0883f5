import type { Config } from '#config';
import type { Transactie } from '#database';
import type { Klok } from '#kern';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { maakAanbieder } from './aanbieder.js';
import { aanmeldpagina } from './aanmeldpagina.js';
import { ProefVragen } from './proef.vragen.js';
import type { ProefSleutels } from './sleutels.js';

const PAD = /^\/oidc(?=[/?]|$)/;
const GROOTSTE_FORMULIER = 4096;

/** The request as oidc-provider wants it below a mount point: the whole address kept, the rest stripped. */
type Gemonteerd = IncomingMessage & { originalUrl?: string };

/** The built-in provider below `/oidc/`, on a server of this machine. Only in an instance of soort proef. */
export class ProefAanmelding {
  private readonly vragen: ProefVragen;
  private issuer: string | undefined;
  private aanbieder: Promise<Provider> | undefined;
  private toegestaan: readonly string[] = [];

  constructor(
    private readonly opties: {
      audience: Config['oidcAudience'];
      sleutels: ProefSleutels;
      transactie: Transactie;
      klok: Klok;
    },
  ) {
    this.vragen = new ProefVragen(opties.transactie);
  }

  /** Call it once the server listens: the address is part of every token. */
  opent(poort: number): string {
    this.issuer = `http://127.0.0.1:${poort}/oidc`;
    this.toegestaan = [`127.0.0.1:${poort}`, `localhost:${poort}`];
    return this.issuer;
  }

  /** @returns whether the request was for the provider, and so is answered */
  behandel(verzoek: Gemonteerd, antwoord: ServerResponse): boolean {
    if (!PAD.test(verzoek.url ?? '')) return false;
    this.antwoord(verzoek, antwoord).catch(() => {
      if (!antwoord.headersSent) antwoord.writeHead(500, KOPPEN).end('De aanmelding is niet gelukt. Begin opnieuw.\n');
      else antwoord.destroy();
    });
    return true;
  }

  private async antwoord(verzoek: Gemonteerd, antwoord: ServerResponse): Promise<void> {
    // A page elsewhere that resolves its own name to this machine (DNS rebinding) has another Host.
    if (!this.toegestaan.includes(verzoek.headers.host ?? '')) {
      antwoord.writeHead(421, KOPPEN).end('Deze aanmelding is alleen te bereiken op 127.0.0.1.\n');
      return;
    }
    const aanbieder = await this.laad();
    verzoek.originalUrl = verzoek.url ?? '/';
    verzoek.url = verzoek.originalUrl.replace(PAD, '') || '/';
    if (verzoek.url.startsWith('/interactie/')) return this.interactie(aanbieder, verzoek, antwoord);
    await aanbieder.callback()(verzoek, antwoord);
  }

  /** At the first request: most trials only use tokens of the command line, and start faster without it. */
  private laad(): Promise<Provider> {
    const { issuer } = this;
    if (issuer === undefined) return Promise.reject(new Error('The provider is not open yet.'));
    this.aanbieder ??= maakAanbieder({
      ...this.opties,
      issuer,
      vragen: this.vragen,
      nu: () => this.opties.klok.echteTijd(),
    });
    return this.aanbieder;
  }

  private async interactie(aanbieder: Provider, verzoek: Gemonteerd, antwoord: ServerResponse): Promise<void> {
    // Throws without the cookie of this very interaction, so no other page can choose for somebody.
    const { prompt } = await aanbieder.interactionDetails(verzoek, antwoord);
    // A native client is asked about every time (RFC 8252 section 8.6); choosing who one is was the answer already.
    if (prompt.name === 'consent') return aanbieder.interactionFinished(verzoek, antwoord, { consent: {} });
    if (verzoek.method !== 'POST') {
      antwoord.writeHead(200, { ...KOPPEN, 'content-type': 'text/html; charset=utf-8' });
      antwoord.end(aanmeldpagina(await this.vragen.personen()));
      return;
    }
    const sub = new URLSearchParams(await leesFormulier(verzoek)).get('sub') ?? '';
    if ((await this.vragen.persoon(sub)) === undefined) throw new Error('No such person.');
    await aanbieder.interactionFinished(verzoek, antwoord, { login: { accountId: sub } });
  }
}

const KOPPEN = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
} as const;

async function leesFormulier(verzoek: IncomingMessage): Promise<string> {
  let tekst = '';
  for await (const deel of verzoek as AsyncIterable<Buffer>) {
    tekst += deel.toString('utf8');
    if (tekst.length > GROOTSTE_FORMULIER) throw new Error('The form is too large.');
  }
  return tekst;
}
