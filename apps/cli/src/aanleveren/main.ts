import { leverAan } from './aanleveren.js';
import { leesOmgeving } from './omgeving.js';

/** This folder is a program of its own: copied to a school's machine it needs Node and nothing else. */
process.exitCode = await leverAan(process.argv.slice(2), leesOmgeving()).catch((fout: unknown) => {
  process.stderr.write(`Niet aangeleverd: ${fout instanceof Error ? fout.message : 'onbekende fout'}\n`);
  return 5;
});
