import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { leesUploadkoppen, type Uploadkoppen } from './upload.verzoek.js';

export const UPLOADSOORTEN = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/xml',
  'application/zip',
] as const;

/** What a request that carries a file brings. */
export type Bestand = Uploadkoppen & { inhoud: Readable };

/** Answers a request whose body is a file: 202 for a delivery that it made, 200 for one that was there. */
export async function beantwoordUpload<T>(
  verzoek: FastifyRequest,
  antwoord: FastifyReply,
  ontvang: (bestand: Bestand) => Promise<{ id: string; nieuw: boolean; antwoord: T }>,
): Promise<T> {
  try {
    const uitkomst = await ontvang({ ...leesUploadkoppen(verzoek.headers), inhoud: verzoek.raw });
    antwoord.status(uitkomst.nieuw ? 202 : 200).header('Location', `/api/v1/aanleveringen/${uitkomst.id}`);
    return uitkomst.antwoord;
  } finally {
    // What was not read is let go, and the connection with it: the sender hears the answer instead of waiting.
    if (!verzoek.raw.readableEnded) {
      antwoord.header('Connection', 'close');
      verzoek.raw.resume();
    }
  }
}
