import type { FastifyInstance } from 'fastify';

/** Full version of the API; the first number is in its path (NLGov REST API Design Rules /core/version-header). */
export const API_VERSIE = '1.0.0';

/** On every answer (API Design Rules, module transport security; toegang.md 6: nothing of a person stays in a cache). */
export const KOPPEN = {
  'api-version': API_VERSIE,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Puts our headers on before anything else runs, so that a refusal has them too. A route may overwrite one. */
export function legKoppen(server: FastifyInstance): void {
  server.addHook('onRequest', (_verzoek, antwoord, klaar) => {
    antwoord.headers(KOPPEN);
    klaar();
  });
}
