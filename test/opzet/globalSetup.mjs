// Plain JavaScript: Jest loads this before its module mapping exists.
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TESTMAP, ruimDodeRunsOp } from './testmap.mjs';

/**
 * Makes the folder of this run. The database itself is started by the first spec that asks for one (`#database/test`),
 * so that a run of unit specs alone takes no longer for it.
 */
export default async function globalSetup() {
  await ruimDodeRunsOp();
  const map = mkdtempSync(join(tmpdir(), TESTMAP));
  chmodSync(map, 0o711); // as root, PostgreSQL runs as another user that must get through
  writeFileSync(join(map, 'jest.pid'), String(process.pid));
  process.env['SLUITEND_TEST_MAP'] = map;
}
