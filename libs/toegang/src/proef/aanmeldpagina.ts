import type { ProefPersoon } from './proef.vragen.js';

/** The page on which one chooses who one is: a trial has no passwords, and says so. */
export function aanmeldpagina(personen: readonly ProefPersoon[]): string {
  const keuzes = personen.map(
    ({ sub, naam }) =>
      `<li><button name="sub" value="${veilig(sub)}">${veilig(naam)}</button> <span>${veilig(sub)}</span></li>`,
  );
  const lijst =
    keuzes.length === 0
      ? '<p>Er zijn nog geen medewerkers. Richt eerst een regio in.</p>'
      : `<ul>${keuzes.join('')}</ul>`;
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Aanmelden – Sluitend (proef)</title>
<style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}.proef{background:#fff3c4;padding:.5rem 1rem}
ul{list-style:none;padding:0}li{margin:.5rem 0}button{font:inherit;min-height:44px;padding:0 1rem}</style></head>
<body><main><p class="proef">Dit is een proef. Gebruik geen gegevens van echte leerlingen.</p><h1>Wie bent u?</h1>
<form method="post">${lijst}</form></main></body></html>`;
}

function veilig(tekst: string): string {
  return tekst.replace(/[&<>"']/g, (teken) => `&#${teken.charCodeAt(0)};`);
}
