import type { Route } from '#toegang';
import type { OpenAPIObject } from '@nestjs/swagger';
import { html, type Html } from './html.js';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type Handeling = NonNullable<OpenAPIObject['paths'][string]['get']>;

const METHODEN = ['get', 'post', 'put', 'patch', 'delete'] as const;

const STIJL = `body{font:1rem/1.5 system-ui,sans-serif;color:#1b1b1b;max-width:60rem;margin:2rem auto;padding:0 1rem}
a{color:#00528c}code,pre{background:#f2f2f2}pre{padding:.75rem;overflow:auto}code{padding:.1rem .25rem}
section{border-top:1px solid #bbb;margin-top:1.5rem}h3{margin-bottom:0}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}.proef{background:#fff3c4;padding:.5rem 1rem}`;

/** The OpenAPI document as one page for people: no script, nothing from elsewhere, and it says which roles may call. */
export function documentatiepagina(document: OpenAPIObject, routes: readonly Route[]): string {
  const regels = new Map(routes.map((r) => [`${r.methode} ${r.pad.replace(/:(\w+)/g, '{$1}')}`, r.regel]));
  const secties = Object.entries(document.paths).flatMap(([pad, inhoud]) =>
    METHODEN.flatMap((methode) => {
      const handeling = inhoud[methode];
      if (handeling === undefined) return [];
      const rollen = regels.get(`${methode.toUpperCase()} ${pad}`)?.rollen ?? 'aangemeld';
      return [sectie(methode.toUpperCase(), pad, handeling, typeof rollen === 'string' ? rollen : rollen.join(', '))];
    }),
  );
  const inhoudsopgave = (document.tags ?? []).map(({ name }) => html`<li><a href="#${name}">${name}</a></li>`);
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([naam, s]) => schema(naam, s));
  return html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Sluitend – uitleg van de API</title>
        <style>
          ${rauw(STIJL)}
        </style>
      </head>
      <body>
        <main>
          <p class="proef">Dit is een proef. Gebruik geen gegevens van echte leerlingen.</p>
          <h1>${document.info.title}, versie ${document.info.version}</h1>
          <p>${document.info.description ?? ''}</p>
          <p>
            Alle adressen beginnen met <code>/api/v1</code>. Voor programma’s:
            <a href="/api/v1/openapi.json">openapi.json</a>.
          </p>
          <ul>
            ${inhoudsopgave}
          </ul>
          ${secties}
          <h2 id="vormen">Vormen</h2>
          ${schemas}
        </main>
      </body>
    </html>`.tekst;
}

function sectie(methode: string, pad: string, handeling: Handeling, rollen: string): Html {
  const parameters = (handeling.parameters ?? []).flatMap((p) => {
    if ('$ref' in p) return [];
    const verplicht = p.required === true ? 'ja' : 'nee';
    return [
      html`<tr>
        <td><code>${p.name}</code></td>
        <td>${p.in}</td>
        <td>${verplicht}</td>
        <td>${p.description ?? ''}</td>
      </tr>`,
    ];
  });
  const kop = html`<tr>
    <th>naam</th>
    <th>plaats</th>
    <th>verplicht</th>
    <th>betekenis</th>
  </tr>`;
  const body = handeling.requestBody;
  const stuurt =
    body === undefined || '$ref' in body ? [] : Object.entries(body.content).map(([s, c]) => vorm(s, c.schema));
  const antwoorden = Object.entries(handeling.responses).flatMap(([status, a]) => {
    if (a === undefined || '$ref' in a) return [];
    return [
      html`<li>
        <code>${status}</code> ${a.description} ${Object.entries(a.content ?? {}).map(([s, c]) => vorm(s, c.schema))}
      </li>`,
    ];
  });
  const curl = `curl -X ${methode} -H "Authorization: Bearer $TOKEN" http://localhost:3000/api/v1${pad}`;
  return html`<section id="${handeling.tags?.[0] ?? ''}">
    <h3><code>${methode} ${pad}</code></h3>
    <p>${handeling.summary ?? ''} ${handeling.description ?? ''}</p>
    <p>Voor: ${rollen}</p>
    ${
      parameters.length === 0
        ? ''
        : html`<table>
            ${kop}${parameters}
          </table>`
    }
    ${stuurt.length === 0 ? '' : html`<p>Stuur: ${stuurt}</p>`}
    <ul>
      ${antwoorden}
    </ul>
    <pre>${curl}</pre>
  </section>`;
}

function vorm(soort: string, s: Schema | undefined | object): Html {
  const naam = s !== undefined && '$ref' in s && typeof s.$ref === 'string' ? (s.$ref.split('/').at(-1) ?? '') : '';
  return naam === '' ? html`<code>${soort}</code>` : html`<code>${soort}</code> <a href="#vorm-${naam}">${naam}</a>`;
}

function schema(naam: string, s: Schema): Html {
  if ('$ref' in s) return html``;
  const velden = Object.entries(s.properties ?? {}).map(([veld, v]) => {
    if ('$ref' in v)
      return html`<tr>
        <td><code>${veld}</code></td>
        <td>${vorm('', v)}</td>
        <td></td>
      </tr>`;
    const soort = [v.type ?? '', v.format ?? '', (v.enum ?? []).join(' | ')].filter((d) => d !== '').join(', ');
    return html`<tr>
      <td><code>${veld}</code></td>
      <td>${soort}</td>
      <td>${v.description ?? ''}</td>
    </tr>`;
  });
  return html`<h3 id="vorm-${naam}">${naam}</h3>
    <p>${s.description ?? ''}</p>
    <table>
      ${velden}
    </table>`;
}

/** Text of our own that must not be escaped. */
function rauw(tekst: string): Html {
  return { tekst };
}
