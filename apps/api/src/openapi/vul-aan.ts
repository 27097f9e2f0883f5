import type { Route } from '#toegang';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEEM_SCHEMA, PROBLEMEN, VELDFOUT_SCHEMA } from './problemen.js';
import { zetFormaten } from './formaten.js';

type Pad = OpenAPIObject['paths'][string];
type Handeling = NonNullable<Pad['get']>;
type Antwoorden = Handeling['responses'];

/** Where a file is sent. */
const BESTANDSPAD = /^\/aanleveringen(\/\{id\}\/herstel)?$/;

const METHODEN = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** What holds for every route: version header, error answers, who may call, one tag per first part of the path. */
export function vulAan(document: OpenAPIObject, routes: readonly Route[]): OpenAPIObject {
  const openbaar = new Set(routes.filter((r) => r.regel?.rollen === 'openbaar').map((r) => sleutel(r.methode, r.pad)));
  for (const [pad, inhoud] of Object.entries(document.paths)) {
    for (const methode of METHODEN) {
      const handeling = inhoud[methode];
      if (handeling === undefined) continue;
      const iedereen = openbaar.has(sleutel(methode, pad));
      for (const p of handeling.parameters ?? []) if (!('$ref' in p) && heeftStandaard(p.schema)) p.required = false;
      handeling.tags = [pad.split('/')[1] ?? 'sluitend'];
      handeling.security = iedereen ? [] : [{ token: [] }];
      handeling.responses = antwoorden(handeling, methode, pad, iedereen);
    }
  }
  const componenten = document.components ?? {};
  componenten.schemas = { ...componenten.schemas, Probleem: PROBLEEM_SCHEMA, VeldFout: VELDFOUT_SCHEMA };
  componenten.headers = {
    'API-Version': { description: 'Volledig versienummer van de API.', schema: { type: 'string', example: '1.0.0' } },
  };
  componenten.responses = PROBLEMEN;
  zetFormaten(componenten.schemas);
  const tags = [...new Set(Object.values(document.paths).flatMap((p) => METHODEN.flatMap((m) => p[m]?.tags ?? [])))];
  return { ...document, components: componenten, tags: tags.sort().map((name) => ({ name })) };
}

function antwoorden(handeling: Handeling, methode: string, pad: string, iedereen: boolean): Antwoorden {
  const eigen = Object.entries(handeling.responses).map(([status, antwoord]) => {
    if (antwoord === undefined || '$ref' in antwoord || !/^[23]/.test(status)) return [status, antwoord];
    const kop = { 'API-Version': { $ref: '#/components/headers/API-Version' } };
    return [
      status,
      {
        ...antwoord,
        description: antwoord.description || UITKOMST[status] || 'Gelukt.',
        headers: { ...antwoord.headers, ...kop },
      },
    ];
  });
  const schrijft = methode !== 'get';
  const metInvoer = schrijft || (handeling.parameters ?? []).length > 0;
  const fouten = [
    ...(metInvoer ? ['400'] : []),
    ...(iedereen ? [] : ['401', '403']),
    ...(pad.includes('{') ? ['404'] : []),
    ...(schrijft ? ['409', '412', '413', '415'] : []),
    ...(BESTANDSPAD.test(pad) && schrijft ? ['408', '429'] : []),
    ...(pad.endsWith('/_zoek') ? ['429'] : []),
    '500',
    '503',
  ].map((status) => [status, { $ref: `#/components/responses/Fout${status}` }]);
  return Object.fromEntries([...fouten, ...eigen]) as Antwoorden;
}

const UITKOMST: Readonly<Record<string, string>> = {
  '200': 'Gelukt.',
  '201': 'Gemaakt.',
  '202': 'Aangenomen; het werk gaat op de achtergrond verder.',
  '204': 'Gelukt, zonder inhoud.',
};

/** The plugin takes every property without a question mark for required, also where the DTO fills in a default. */
function heeftStandaard(schema: object | undefined): boolean {
  return schema !== undefined && 'default' in schema;
}

/** The router writes `:id`, the document `{id}`. */
function sleutel(methode: string, pad: string): string {
  return `${methode.toUpperCase()} ${pad.replace(/:(\w+)/g, '{$1}')}`;
}
