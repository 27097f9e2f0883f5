import { ruimOp } from './testmap.mjs';

/** Stops the database of this run, when one was started, and removes every trace of it. */
export default async function globalTeardown() {
  const map = process.env['SLUITEND_TEST_MAP'];
  if (map) await ruimOp(map);
}
