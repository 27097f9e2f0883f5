import type { ProefAanmelding } from '#toegang';
import type { FastifyServerFactory } from 'fastify';
import { createServer } from 'node:http';

/** As Fastify's own server: idle connections live a little longer than those of a proxy in front. */
const STIL_MS = 72_000;

/** One port for the API and, below `/oidc/`, for the trial's provider. */
export function metAanmelding(aanmelding: ProefAanmelding): FastifyServerFactory {
  return (verder) => {
    const server = createServer((verzoek, antwoord) => {
      if (!aanmelding.behandel(verzoek, antwoord)) verder(verzoek, antwoord);
    });
    server.keepAliveTimeout = STIL_MS;
    // As the api's own server: see lichaamswacht.
    server.requestTimeout = 0;
    server.on('listening', () => {
      const plek = server.address();
      if (plek !== null && typeof plek === 'object') aanmelding.opent(plek.port);
    });
    return server;
  };
}
