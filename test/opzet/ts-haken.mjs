import { transform } from '@swc/core';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import jestConfig from '../../jest.config.js';

const [, { module: _, ...opties }] = Object.values(jestConfig.transform)[0];

/** NodeNext sources import './x.js'; the file on disk is './x.ts'. */
export async function resolve(naam, omgeving, verder) {
  if (naam.startsWith('.') && naam.endsWith('.js') && omgeving.parentURL?.endsWith('.ts')) {
    const bron = new URL(naam.replace(/\.js$/, '.ts'), omgeving.parentURL);
    if (existsSync(bron)) return { url: bron.href, format: 'module', shortCircuit: true };
  }
  return verder(naam, omgeving);
}

export async function load(url, omgeving, verder) {
  if (!url.endsWith('.ts')) return verder(url, omgeving);
  const bestand = fileURLToPath(url);
  const { code } = await transform(await readFile(bestand, 'utf8'), {
    ...opties,
    filename: bestand,
    swcrc: false,
    configFile: false,
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
