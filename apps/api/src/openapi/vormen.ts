import type { OpenAPIObject } from '@nestjs/swagger';
import { html, type Html } from './html.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Each media type of a body with a link to what it looks like. */
export function vormen(inhoud: Readonly<Record<string, { schema?: object }>>): Html[] {
  return Object.entries(inhoud).map(([soort, { schema }]) => html`<code>${soort}</code> ${verwijzing(schema)} `);
}

/** Every named shape with its fields. */
export function vormenlijst(schemas: Schemas): Html[] {
  return Object.entries(schemas).flatMap(([naam, schema]) => {
    if ('$ref' in schema) return [];
    const velden = Object.entries(schema.properties ?? {}).map(([veld, v]) =>
      '$ref' in v
        ? html`<tr>
            <td><code>${veld}</code></td>
            <td>${verwijzing(v)}</td>
            <td></td>
          </tr>`
        : html`<tr>
            <td><code>${veld}</code></td>
            <td>${soortVan(v)}</td>
            <td>${v.description ?? ''}</td>
          </tr>`,
    );
    return [
      html`<h3 id="vorm-${naam}">${naam}</h3>
        <p>${schema.description ?? ''}</p>
        <table>
          ${velden}
        </table>`,
    ];
  });
}

function soortVan(veld: Exclude<Schemas[string], { $ref: string }>): Html {
  const delen = [
    veld.type ?? '',
    veld.format ?? '',
    (veld.enum ?? []).join(' | '),
    veld.nullable === true ? 'of null' : '',
  ];
  const tekst = delen.filter((d) => d !== '').join(', ');
  return html`${tekst} ${verwijzing(veld.items)}`;
}

function verwijzing(schema: object | undefined): Html {
  const naam =
    schema !== undefined && '$ref' in schema && typeof schema.$ref === 'string'
      ? schema.$ref.split('/').at(-1)
      : undefined;
  return naam === undefined ? html`` : html`<a href="#vorm-${naam}">${naam}</a>`;
}
