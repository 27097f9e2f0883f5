import type { Route } from '#toegang';
import type { OpenAPIObject } from '@nestjs/swagger';
import { html, rauw, type Html } from './html.js';
import { vormen, vormenlijst } from './vormen.js';

type Handeling = NonNullable<OpenAPIObject['paths'][string]['get']>;

const METHODEN = ['get', 'post', 'put', 'patch', 'delete'] as const;

const STIJL = `body{font:1rem/1.5 system-ui,sans-serif;color:#1b1b1b;max-width:60rem;margin:2rem auto;padding:0 1rem}
a{color:#00528c}code,pre{background:#f2f2f2}pre{padding:.75rem;overflow:auto}code{padding:.1rem .25rem}
section{border-top:1px solid #bbb;margin-top:1.5rem}h3{margin-bottom:0}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}.proef{background:#fff3c4;padding:.5rem 1rem}`;

/** The OpenAPI document as one page for people: no script, nothing from elsewhere, and it says which roles may call. */
export function documentatiepagina(document: OpenAPIObject, routes: readonly Route[]): string {
  const { title, version, description = '' } = document.info;
  const inhoud = (document.tags ?? []).map(({ name }) => html`<li><a href="#${name}">${name}</a></li>`);
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
          <h1>${title}, versie ${version}</h1>
          <p>${description}</p>
          <p>
            Alle adressen beginnen met <code>/api/v1</code>. Voor programma’s:
            <a href="/api/v1/openapi.json">openapi.json</a>.
          </p>
          <ul>
            ${inhoud}
          </ul>
          ${secties(document, routes)}
          <h2 id="vormen">Vormen</h2>
          ${vormenlijst(document.components?.schemas ?? {})}
        </main>
      </body>
    </html>`.tekst;
}

function secties(document: OpenAPIObject, routes: readonly Route[]): Html[] {
  const regels = new Map(routes.map((r) => [`${r.methode} ${r.pad.replace(/:(\w+)/g, '{$1}')}`, r.regel]));
  const gehad = new Set<string>();
  return Object.entries(document.paths).flatMap(([pad, inhoud]) =>
    METHODEN.flatMap((methode) => {
      const handeling = inhoud[methode];
      if (handeling === undefined) return [];
      const rollen = regels.get(`${methode.toUpperCase()} ${pad}`)?.rollen ?? 'aangemeld';
      const groep = handeling.tags?.[0] ?? '';
      const kop = gehad.has(groep) ? '' : html`<h2 id="${groep}">${groep}</h2>`;
      gehad.add(groep);
      return [html`${kop}${sectie(methode.toUpperCase(), pad, handeling, [rollen].flat().join(', '))}`];
    }),
  );
}

function sectie(methode: string, pad: string, handeling: Handeling, rollen: string): Html {
  const curl = `curl -X ${methode} -H "Authorization: Bearer $TOKEN" http://localhost:3000/api/v1${pad}`;
  return html`<section>
    <h3><code>${methode} ${pad}</code></h3>
    <p>${handeling.summary ?? ''} ${handeling.description ?? ''}</p>
    <p>Voor: ${rollen}</p>
    ${parameters(handeling)}${stuurt(handeling)}
    <ul>
      ${antwoorden(handeling)}
    </ul>
    <pre>${curl}</pre>
  </section>`;
}

function parameters(handeling: Handeling): Html {
  const rijen = (handeling.parameters ?? []).flatMap((p) => {
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
  if (rijen.length === 0) return html``;
  return html`<table>
    <tr>
      <th>naam</th>
      <th>plaats</th>
      <th>verplicht</th>
      <th>betekenis</th>
    </tr>
    ${rijen}
  </table>`;
}

function stuurt({ requestBody: body }: Handeling): Html {
  if (body === undefined || '$ref' in body) return html``;
  return html`<p>Stuur: ${vormen(body.content)}</p>`;
}

function antwoorden(handeling: Handeling): Html[] {
  return Object.entries(handeling.responses).flatMap(([status, a]) => {
    if (a === undefined || '$ref' in a) return [];
    return [html`<li><code>${status}</code> ${a.description} ${vormen(a.content ?? {})}</li>`];
  });
}
