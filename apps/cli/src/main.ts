import { draai } from '#config';
import { voerCliUit } from './cli.js';

draai(async () => {
  // Not process.exit: what was written to a pipe must arrive.
  process.exitCode = await voerCliUit(process.argv.slice(2));
});
