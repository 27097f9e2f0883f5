import type { NestApplicationOptions } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { padVan, standaardProbleem } from './fouten/probleem.js';
import { legDocumentatieKlaar } from './openapi/maak-document.js';
import { KOPPEN, legKoppen } from './koppen.js';
import { bewaakLichamen } from './lichaamswacht.js';
import { leesBestanden } from './bestanden.js';

/** How Nest runs the API: two routes that could answer the same request refuse the boot. */
export const NEST_OPTIES: NestApplicationOptions = {
  routeConflictPolicy: { duplicate: 'error', shadow: 'error' },
  forceCloseConnections: true,
  abortOnError: false,
  // Fastify reads JSON by itself; Nest would add forms, which nothing here takes.
  bodyParser: false,
};

const BASIS = 'api/v1';
/** What lives outside the versioned base path. */
const BUITEN_BASIS = ['/', 'api/gezondheid/*path'];
const GROOTSTE_JSON = 1024 * 1024;

/** @param extra such as `serverFactory`, to put the built-in provider on the same port */
export function maakAdapter(extra: Pick<FastifyServerOptions, 'serverFactory'> = {}): FastifyAdapter {
  return new FastifyAdapter({
    ...extra,
    // Fastify would log whole addresses, and a query may hold personal data; we log ourselves.
    logger: false,
    bodyLimit: GROOTSTE_JSON,
    // A file over a slow line may take longer than any limit on the whole; see lichaamswacht.
    requestTimeout: 0,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be decoded never reaches a route or a filter.
    frameworkErrors: (fout: FastifyError, verzoek: FastifyRequest, antwoord: FastifyReply) => {
      const status = fout.statusCode ?? 400;
      void antwoord
        .status(status)
        .headers(KOPPEN)
        .type('application/problem+json; charset=utf-8')
        .send(JSON.stringify(standaardProbleem(status, padVan(verzoek.raw.url))));
    },
  });
}

/** What every answer has and every request undergoes. Call it before `init` or `listen`. */
export function stelIn(app: NestFastifyApplication): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  app.setGlobalPrefix(BASIS, { exclude: BUITEN_BASIS });
  legKoppen(server);
  bewaakLichamen(server);
  leesBestanden(server);
  legDocumentatieKlaar(app);
}
