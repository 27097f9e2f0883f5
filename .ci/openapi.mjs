// Starts the built tree as a new user would (`npm start`, an empty folder, no demo), writes the OpenAPI document that it
// serves, and stops it. Usage: node .ci/openapi.mjs <file>
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';

const bestand = process.argv[2];
if (bestand === undefined) throw new Error('Give the file to write.');

const slot = createServer().listen(0, '127.0.0.1');
await once(slot, 'listening');
const poort = slot.address().port;
slot.close();

const dataDir = mkdtempSync(join(tmpdir(), 'sluitend-openapi-'));
chmodSync(dataDir, 0o711); // as root, PostgreSQL runs as another user and would keep its cluster elsewhere
const npm = spawn('npm', ['start', '--silent'], {
  env: { ...process.env, PORT: String(poort), DATA_DIR: dataDir, DEMO: '0' },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const einde = once(npm, 'exit');
let beeindigd = false;
void einde.then(() => (beeindigd = true));

/** The document, as soon as something answers. */
async function haal() {
  const uiterlijk = Date.now() + 120_000;
  while (Date.now() < uiterlijk) {
    if (beeindigd) throw new Error('npm start ended by itself.');
    const antwoord = await fetch(`http://127.0.0.1:${poort}/api/v1/openapi.json`).catch(() => undefined);
    if (antwoord?.ok) return antwoord.json();
    if (antwoord !== undefined && antwoord.status !== 503) throw new Error(`openapi.json answers ${antwoord.status}.`);
    await wacht(200);
  }
  throw new Error('npm start does not answer within two minutes.');
}

try {
  const document = await haal();
  // The address is this run's own; everything else must be the same wherever it is made.
  const vast = {
    ...document,
    servers: document.servers?.map((s) => ({ ...s, url: s.url.replace(`:${poort}`, ':3000') })),
  };
  writeFileSync(bestand, `${JSON.stringify(vast, null, 2)}\n`);
  console.log(`${Object.keys(document.paths).length} paths.`);
} finally {
  npm.kill('SIGTERM');
  await Promise.race([einde, wacht(30_000, undefined, { ref: false })]);
  if (!beeindigd) npm.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
}
