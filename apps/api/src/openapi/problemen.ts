import type { OpenAPIObject } from '@nestjs/swagger';
import { titelVan } from '../fouten/probleem.js';

type Componenten = NonNullable<OpenAPIObject['components']>;
type Schema = NonNullable<Componenten['schemas']>[string];

export const VELDFOUT_SCHEMA: Schema = {
  type: 'object',
  description: 'Eén veld dat niet klopt.',
  required: ['veld', 'code', 'tekst'],
  properties: {
    veld: { type: 'string', example: 'geboortedatum' },
    code: { type: 'string', example: 'geenDatum' },
    tekst: { type: 'string', example: 'Geef een bestaande datum als jjjj-mm-dd.' },
  },
};

export const PROBLEEM_SCHEMA: Schema = {
  type: 'object',
  description: 'Een fout (RFC 9457), met een vaste code en een zin die zegt wat u kunt doen.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  properties: {
    type: { type: 'string', format: 'uri', example: 'urn:sluitend:fout:nietGevonden' },
    title: { type: 'string', example: 'Niet gevonden' },
    status: { type: 'integer', example: 404 },
    detail: { type: 'string', example: 'Dit bestaat niet, of u mag het niet zien.' },
    instance: { type: 'string', example: '/api/v1/leerlingen/1' },
    code: { type: 'string', example: 'nietGevonden' },
    fouten: { type: 'array', items: { $ref: '#/components/schemas/VeldFout' } },
    huidig: { type: 'object', description: 'Bij 409 en 412: hoe het nu is.', additionalProperties: true },
    gelezenVersie: { type: 'integer', description: 'Bij 409: de versie die u had gelezen.' },
  },
};

const STATUSSEN = [400, 401, 403, 404, 408, 409, 412, 413, 415, 429, 500, 503];

const OPNIEUW = {
  'Retry-After': {
    description: 'Na hoeveel seconden opnieuw proberen zin heeft.',
    schema: { type: 'integer' as const },
  },
};

/** One answer per status, used by every route. */
export const PROBLEMEN: NonNullable<Componenten['responses']> = Object.fromEntries(
  STATUSSEN.map((status) => [
    `Fout${status}`,
    {
      description: `${titelVan(status)}.`,
      ...(status === 429 || status === 503 ? { headers: OPNIEUW } : {}),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleem' } } },
    },
  ]),
);
