// Makes the database passwords of a Compose instance, once. Runs as root in a container without network, and gives each
// file to the one user that must read it. An existing password is never replaced: the database keeps the old one.
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

const POSTGRES = 999; // user `postgres` of the official image
const NODE = 1000; // user `node` of the official image

function schrijf(pad, inhoud, eigenaar) {
  writeFileSync(pad, inhoud, { mode: 0o400 });
  chmodSync(pad, 0o400);
  chownSync(pad, eigenaar, eigenaar);
}

/** Hexadecimal: safe in a URL and in SQL. */
function maakEens(pad) {
  if (!existsSync(pad)) schrijf(pad, randomBytes(24).toString('hex'), POSTGRES);
  return readFileSync(pad, 'utf8');
}

maakEens('/geheim/postgres/beheerder');
const wachtwoord = maakEens('/geheim/postgres/sluitend');
schrijf(
  '/geheim/programma/omgeving',
  `DATABASE_URL=postgres://sluitend:${wachtwoord}@postgres:5432/sluitend
`,
  NODE,
);
