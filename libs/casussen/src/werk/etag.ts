import type { FastifyReply } from 'fastify';

/** The versie of what is answered, for `If-Match` on the next change. */
export function metEtag<T extends { versie: number }>(antwoord: FastifyReply, inhoud: T): T {
  void antwoord.header('etag', `"${inhoud.versie}"`);
  return inhoud;
}
