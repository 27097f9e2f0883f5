import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Dates by our names (api.md): `…datum` is a date, `…Op` an instant, with these two exceptions. */
const DATUM = /(^d|D|[a-z]d)atum$/;
const OOK_DATUM = ['vervaltOp', 'verschenenOp'];
const MOMENT = /[a-z]Op$/;

/** Gives every date and instant its format, so that a name that says date is one (API Design Rules /core/date-time). */
export function zetFormaten(schemas: Schemas): void {
  for (const schema of Object.values(schemas)) {
    if ('$ref' in schema) continue;
    for (const [naam, veld] of Object.entries(schema.properties ?? {})) {
      if ('$ref' in veld || veld.type !== 'string') continue;
      if (OOK_DATUM.includes(naam) || DATUM.test(naam)) veld.format = 'date';
      else if (MOMENT.test(naam)) veld.format = 'date-time';
    }
  }
}
