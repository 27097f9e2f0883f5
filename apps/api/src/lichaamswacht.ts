import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { BESTANDSADRES } from './bestanden.js';

/** How long a body may take to come in, and how long a sender who has had the answer may go on sending. Milliseconds. */
export interface Lichaamsgrenzen {
  lichaamMs: number;
  naAntwoordMs: number;
}

const GRENZEN: Lichaamsgrenzen = { lichaamMs: 60_000, naAntwoordMs: 10_000 };

/**
 * Ends the connection of who keeps it open by sending slowly. There is no limit on a request as a whole (Node's is five
 * minutes): a file over a slow line takes as long as it takes, and `ontvang` of aanlevering watches that one. Headers have
 * Node's own limit of a minute.
 */
export function bewaakLichamen(server: FastifyInstance, grenzen: Lichaamsgrenzen = GRENZEN): void {
  server.addHook('onRequest', (verzoek, _antwoord, klaar) => {
    const isBestand = verzoek.method === 'POST' && BESTANDSADRES.test(verzoek.url);
    if (!isBestand && heeftLichaam(verzoek.raw)) verbreekNa(verzoek.raw, grenzen.lichaamMs);
    klaar();
  });
  server.addHook('onResponse', (verzoek, _antwoord, klaar) => {
    if (!verzoek.raw.complete) verbreekNa(verzoek.raw, grenzen.naAntwoordMs);
    klaar();
  });
}

function verbreekNa(bron: IncomingMessage, ms: number): void {
  const tijd = setTimeout(() => {
    if (!bron.complete) bron.socket.destroy();
  }, ms).unref();
  const af = (): void => clearTimeout(tijd);
  bron.once('end', af);
  bron.once('close', af);
}

function heeftLichaam({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
