import { Toegangscontrole, Weigeringen, type VerzoekMetWie } from '#toegang';
import { Catch, Logger, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomeinFout } from '#kern';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { methodenVan } from './methoden.js';
import { padVan, standaardProbleem, type Probleem } from './probleem.js';
import { vertaal } from './vertaal.js';

type Verzoek = FastifyRequest & VerzoekMetWie;

const NIEMAND: ReadonlySet<string> = new Set(['tokenOntbreekt', 'tokenOngeldig']);

const OPNIEUW_NA_S: Readonly<Record<number, number>> = { 429: 60, 503: 30 };

/** Turns everything that is thrown into problem+json, leaves refusals in the logboek, and logs what we did not expect. */
@Catch()
export class ProbleemFilter implements ExceptionFilter {
  private readonly log = new Logger('api');

  constructor(
    private readonly controle: Toegangscontrole,
    private readonly weigeringen: Weigeringen,
  ) {}

  async catch(fout: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const verzoek = http.getRequest<Verzoek>();
    const antwoord = http.getResponse<FastifyReply>();
    const pad = padVan(verzoek.originalUrl);
    const probleem = this.probleemVan(fout, verzoek.method, pad, antwoord);
    if (probleem.status >= 500) this.meld(fout, verzoek, probleem);
    await this.legWeigering(fout, verzoek, probleem);
    // A stream that already started can only be cut off; the client then misses its end.
    if (antwoord.sent || antwoord.raw.headersSent) {
      antwoord.raw.destroy();
      return;
    }
    if (probleem.status === 401) antwoord.header('www-authenticate', 'Bearer realm="sluitend"');
    const straks = opnieuwNa(fout, probleem.status);
    if (straks !== undefined) antwoord.header('retry-after', String(straks));
    await antwoord.status(probleem.status).type('application/problem+json; charset=utf-8').send(probleem);
  }

  private probleemVan(fout: unknown, methode: string, pad: string, antwoord: FastifyReply): Probleem {
    if (!(fout instanceof NotFoundException)) return vertaal(fout, pad);
    const methoden = methodenVan(this.controle.routes(), pad);
    if (methoden.length === 0 || methoden.includes(methode)) return vertaal(fout, pad);
    antwoord.header('allow', methoden.join(', '));
    return standaardProbleem(405, pad);
  }

  /** Route template, code and stack only: an error's message may quote a value of the request. */
  private meld(fout: unknown, verzoek: Verzoek, probleem: Probleem): void {
    const plek = fout instanceof Error ? (fout.stack ?? '').split('\n').filter((r) => /^\s+at /.test(r)) : [];
    const soort = fout instanceof Error ? fout.name : typeof fout;
    this.log.error({
      bericht: 'Onverwachte fout',
      code: probleem.code,
      route: `${verzoek.method} ${verzoek.routeOptions.url ?? '?'}`,
      soort,
      plek: plek.slice(0, 8).map((r) => r.trim()),
    });
  }

  private async legWeigering(fout: unknown, verzoek: Verzoek, probleem: Probleem): Promise<void> {
    const geweigerd = fout instanceof DomeinFout && [401, 403, 404].includes(probleem.status);
    // Whoever brings no token of ours is nobody in particular: a row for each would let anyone fill the logboek.
    if (!geweigerd || NIEMAND.has(probleem.code)) return;
    // The template, not the path: what somebody types in a path may be a PGN, and the logboek is for ever.
    const adres = verzoek.routeOptions.url ?? 'onbekend adres';
    try {
      await this.weigeringen.leg(verzoek.wie, probleem.code, `${verzoek.method} ${adres}`.slice(0, 200));
    } catch (erger) {
      this.meld(erger, verzoek, probleem);
    }
  }
}

/** Seconds: what the refusal itself says, else what usually helps. */
function opnieuwNa(fout: unknown, status: number): number | undefined {
  const gezegd = fout instanceof DomeinFout ? fout.extra.opnieuwNaS : undefined;
  return gezegd ?? OPNIEUW_NA_S[status];
}
