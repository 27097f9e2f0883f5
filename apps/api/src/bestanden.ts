import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Media types of a delivered file; its handler reads the stream itself (`@Req()`). */
const BESTANDSSOORTEN = [
  'text/csv',
  'application/csv',
  'text/plain',
  'application/octet-stream',
  'application/gzip',
  'application/x-gzip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/zip',
  'application/xml',
  'text/xml',
];

/** `POST` of a delivery, and of a repair of one. */
export const BESTANDSADRES = /^\/api\/v1\/aanleveringen(\/\d+\/herstel)?(\?|$)/;

/**
 * Lets a file through unread, on the route that takes one. Anywhere else it is 415, like every other type than JSON;
 * and there JSON is 415 too, and what curl sends by itself: once parsed, nothing of it is left for the handler, which
 * would store an empty file.
 */
export function leesBestanden(server: FastifyInstance): void {
  server.addContentTypeParser(BESTANDSSOORTEN, (verzoek: FastifyRequest, _stroom, klaar) => {
    if (BESTANDSADRES.test(verzoek.url)) klaar(null);
    else klaar(soortNietHier());
  });
  server.addHook('preParsing', (verzoek, _antwoord, stroom, klaar) => {
    const soort = verzoek.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
    const goed = soort === undefined || BESTANDSSOORTEN.includes(soort);
    if (!goed && verzoek.method === 'POST' && BESTANDSADRES.test(verzoek.url)) klaar(soortNietHier());
    else klaar(null, stroom);
  });
}

function soortNietHier(): Error {
  return Object.assign(new Error('Media type not taken here.'), {
    code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE',
    statusCode: 415,
  });
}
