import type { FastifyInstance } from 'fastify';
import { pino, type DestinationStream } from 'pino';

/**
 * One line per answered request for whatever collects a server's output: method, route template, status and time. Never
 * an address as it came (ids of a youngster, query values), a body, a header or a name: those are the logboek's.
 */
export function logVerzoeken(server: FastifyInstance, uitvoer: DestinationStream): void {
  const log = pino({ base: { proces: 'api' }, timestamp: pino.stdTimeFunctions.isoTime }, uitvoer);
  server.addHook('onResponse', (verzoek, antwoord, klaar) => {
    log.info({
      methode: verzoek.method,
      route: verzoek.routeOptions.url ?? 'onbekend',
      status: antwoord.statusCode,
      ms: Math.round(antwoord.elapsedTime),
    });
    klaar();
  });
}
