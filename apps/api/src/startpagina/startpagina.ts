export const STARTPAGINA = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sluitend</title>
<style>
body{font:1.125rem/1.6 system-ui,sans-serif;color:#1b1b1b;max-width:42rem;margin:2rem auto;padding:0 1rem}
.proef{background:#fff3c4;border-left:.4rem solid #8a6100;padding:.75rem 1rem}
a{color:#00528c}li{margin:.25rem 0}code{background:#f2f2f2;padding:.1rem .3rem}
</style>
</head>
<body>
<main>
<p class="proef" role="note"><strong>Dit is een proef.</strong> Gebruik geen gegevens van echte leerlingen.</p>
<h1>Sluitend</h1>
<p>Elke jongere die een school verlaat, komt ergens aan. Of een professional met een naam werkt er vandaag aan.</p>
<p>Sluitend volgt alle examenkandidaten van een regio. Scholen leveren elke nacht hun gegevens aan. Wie geen vervolgplek
heeft, krijgt één verantwoordelijke.</p>
<h2>Voor systemen</h2>
<ul>
<li><a href="/api/v1/docs">Uitleg van de API</a></li>
<li><a href="/api/v1/openapi.json">Beschrijving van de API (OpenAPI)</a></li>
<li><a href="/api/gezondheid/gereed">Werkt alles?</a></li>
</ul>
<h2>Proberen</h2>
<p>Een token krijgt u op de computer waar Sluitend draait: <code>npm run -s sluitend -- token &lt;e-mailadres&gt;</code></p>
<p>De werkplek voor medewerkers en scholen komt later op deze plaats.</p>
</main>
</body>
</html>
`;
