import { DomeinFout, leesIdempotentieSleutel } from '#kern';
import type { IncomingHttpHeaders } from 'node:http';
import type { Tekenset } from './lezer/regels.js';
import { GRENZEN } from './opslag/ontvangst.js';

/** What the headers of an upload say about its body. */
export interface Uploadkoppen {
  tekenset: Tekenset;
  gzip: boolean;
  idempotentieSleutel: string | null;
}

const TEKENSETTEN: Readonly<Record<string, Tekenset>> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  'us-ascii': 'utf8',
  // As browsers do: whoever says Latin-1 means its superset.
  'windows-1252': 'windows1252',
  cp1252: 'windows1252',
  'iso-8859-1': 'windows1252',
  'iso-8859-15': 'windows1252',
  latin1: 'windows1252',
  // Its byte order mark says so again.
  'utf-16': 'open',
  'utf-16le': 'open',
  'utf-16be': 'open',
};

/** @throws DomeinFout tekensetOnbekend · coderingOnbekend · idempotentieSleutelOngeldig · bestandTeGroot */
export function leesUploadkoppen(koppen: IncomingHttpHeaders): Uploadkoppen {
  const lengte = Number(koppen['content-length'] ?? 0);
  if (lengte > GRENZEN.draad) {
    throw new DomeinFout(
      'teGroot',
      'bestandTeGroot',
      `Het bestand is groter dan ${GRENZEN.draad / 1024 / 1024} MB. Pak het in met gzip.`,
    );
  }
  return {
    tekenset: tekenset(koppen['content-type']),
    gzip: gzip(koppen['content-encoding']),
    idempotentieSleutel: leesIdempotentieSleutel(koppen),
  };
}

function tekenset(soort: string | undefined): Tekenset {
  const naam = /;\s*charset\s*=\s*"?([^\s";]+)"?/i.exec(soort ?? '')?.[1]?.toLowerCase();
  if (naam === undefined) return 'open';
  const bekend = TEKENSETTEN[naam];
  if (bekend !== undefined) return bekend;
  throw new DomeinFout(
    'ongeldig',
    'tekensetOnbekend',
    'De tekenset in Content-Type kennen wij niet. Gebruik utf-8 of windows-1252.',
  );
}

function gzip(codering: string | undefined): boolean {
  const naam = codering?.trim().toLowerCase() ?? 'identity';
  if (naam === 'identity' || naam === '') return false;
  if (naam === 'gzip' || naam === 'x-gzip') return true;
  throw new DomeinFout(
    'ongeldig',
    'coderingOnbekend',
    'Deze Content-Encoding kennen wij niet. Stuur het bestand gewoon, of ingepakt met gzip.',
  );
}
