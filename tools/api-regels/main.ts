import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Bevinding, telt } from './oordeel.js';

// npm run api-regels -- <rule set> <OpenAPI document>
const [regels, document] = process.argv.slice(2).map((pad) => resolve(pad));
if (regels === undefined || document === undefined || !existsSync(regels) || !existsSync(document)) {
  console.error('Give two files that exist: the Spectral rule set and the OpenAPI document.');
  process.exit(2);
}

const spectral = join('node_modules', '@stoplight', 'spectral-cli', 'dist', 'index.js');
const { stdout, stderr, status } = spawnSync(
  process.execPath,
  [spectral, 'lint', '--ruleset', regels, '--format', 'json', '--quiet', document],
  { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
// 0 clean, 1 findings; anything else is spectral itself that failed
if (status !== 0 && status !== 1) {
  console.error(stderr || stdout);
  process.exit(2);
}
const over = telt(JSON.parse(stdout) as Bevinding[]);
for (const { code, path, message } of over) console.log(`${path.join('.')} ${code}: ${message}`);
console.log(`API Design Rules: ${over.length} finding(s).`);
process.exitCode = over.length > 0 ? 1 : 0;
