import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { draai, WORTEL } from './draai.js';

interface Melding {
  code: string; // 'eslint(no-var)'
  filename: string;
  message: string;
}
interface Instelling {
  rules: Record<string, unknown>;
  overrides: { files: string[]; rules: Record<string, unknown> }[];
}

const instelling = JSON.parse(readFileSync(join(WORTEL, '.oxlintrc.json'), 'utf8')) as Instelling;
/** Rules that the house chose itself; what `correctness` brings along is the linter's own to prove. */
const regels = Object.entries(instelling.rules)
  .filter(([, stand]) => stand !== 'off')
  .map(([regel]) => regel.replace(/^.*\//, ''));

/** Lines of comment behind one line of code, because a stored fixture of 251 lines says no more. */
function bestand(regelsTekst: number): string {
  return `export const begin = 1;\n${'//\n'.repeat(regelsTekst - 1)}`;
}

describe('the linter', () => {
  const map = mkdtempSync(join(tmpdir(), 'sluitend-lint-'));
  let meldingen: Melding[];

  const van = (naam: string): string[] =>
    meldingen.filter((m) => basename(m.filename) === naam).map((m) => m.code.replace(/^.*\((.*)\)$/, '$1'));

  beforeAll(() => {
    // A copy: below test/ the fixtures would enjoy the exemptions of tests.
    cpSync(join(import.meta.dirname, 'fixtures', 'lint'), map, { recursive: true });
    cpSync(join(WORTEL, '.oxlintrc.json'), join(map, '.oxlintrc.json'));
    for (const [naam, max] of LENGTES) {
      writeFileSync(join(map, 'libs/x/src', `past.${naam}`), bestand(max));
      writeFileSync(join(map, 'libs/x/src', `telang.${naam}`), bestand(max + 1));
    }
    const { uit } = draai('oxlint/bin/oxlint', ['--type-aware', '-f', 'json'], map);
    meldingen = (JSON.parse(uit) as { diagnostics: Melding[] }).diagnostics;
  });
  afterAll(() => rmSync(map, { recursive: true, force: true }));

  const LENGTES: [string, number][] = [
    ['service.ts', 250],
    ['spec.ts', 250],
    ['entity.ts', 150],
    ['leesmodel.ts', 150],
    ['controller.ts', 120],
    ['handler.ts', 80],
    ['processor.ts', 80],
  ];

  it.each(regels.filter((r) => r !== 'max-lines'))('%s fails on its fixture, and nothing else does', (regel) => {
    const naam = regel.endsWith('-tests') ? `${regel}.spec.ts` : `${regel}.ts`;
    expect([...new Set(van(naam))]).toEqual([regel]);
  });

  it('forbids both forwardRef and callbacks of the ORM', () => {
    expect(van('no-restricted-imports.ts')).toHaveLength(2);
  });

  it.each(LENGTES)('max-lines lets a %s be %i lines and not one more', (naam) => {
    expect(van(`past.${naam}`)).toEqual([]);
    expect(van(`telang.${naam}`)).toEqual(['max-lines']);
  });
});
