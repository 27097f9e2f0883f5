import { Config } from './config.js';

/**
 * The configuration of this process. The only place that touches `process.env`.
 * @throws StartFout one line with everything that is wrong.
 */
export function leesConfig(): Config {
  return Config.lees(process.env, process.cwd());
}

/** Environment for a child process of ours: this one's, with these variables instead. */
export function omgevingVoorKind(anders: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...anders };
}

/**
 * Environment for a helper program such as initdb: only what finding libraries and a temp folder needs. None of ours,
 * and no `PG…` or `LC_…` variable of the operator's shell that would change what it does or which words it uses.
 */
export function omgevingVoorHulpprogramma(anders: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const nodig = [
    'PATH',
    'TMPDIR',
    'TEMP',
    'TMP',
    'SystemRoot',
    'SYSTEMROOT',
    'windir',
    'USERPROFILE',
    'LD_LIBRARY_PATH',
  ];
  const over = nodig.flatMap((naam) => (process.env[naam] === undefined ? [] : [[naam, process.env[naam]] as const]));
  return { ...Object.fromEntries(over), LC_ALL: 'C', TZ: 'UTC', ...anders };
}
