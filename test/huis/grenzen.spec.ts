import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { draai, WORTEL } from './draai.js';

interface Overtreding {
  from: string;
  to: string;
  rule: { name: string };
}

const CONFIG = join(WORTEL, '.dependency-cruiser.cjs');
const FIXTURES = join(import.meta.dirname, 'fixtures', 'grenzen');
const config = createRequire(import.meta.url)(CONFIG) as { forbidden: { name: string }[] };

/** Which fixture breaks which rule; `richting-x` is always broken by libs/x/src/omhoog.ts. */
const BREEKT: Record<string, string[]> = {
  'lib-zonder-laag': ['libs/casussen/src/zonder-laag.ts'],
  'libs-niet-omhoog': ['libs/kern/src/libs-niet-omhoog.ts'],
  'apps-los-van-elkaar': ['apps/cli/src/apps-los.ts'],
  'alleen-door-de-deur': ['libs/casussen/src/langs-de-deur.ts'],
  'apps-alleen-door-de-deur': ['apps/cli/src/langs-de-deur.ts'],
  'deur-bij-naam': [
    'apps/cli/src/langs-de-deur.ts',
    'libs/casussen/src/deur-bij-pad.ts',
    'libs/casussen/src/langs-de-deur.ts',
  ],
  'api-deur-alleen-apps-api': ['apps/cli/src/api-deur.ts'],
  'worker-deur-alleen-apps-worker': ['apps/cli/src/worker-deur.ts'],
  'test-deur-alleen-specs': ['apps/cli/src/test-deur.ts'],
  'geen-handlers-in-api': ['apps/api/src/handler-via-omweg.ts', 'apps/api/src/omweg.ts'],
  'geen-controllers-in-worker': ['apps/worker/src/controller-via-omweg.ts'],
  'kern-kaal': ['libs/kern/src/met-nest.ts', 'libs/kern/src/met-typeorm.ts'],
  'geen-repository-in-de-deur': ['libs/leerlingen/src/index.ts'],
  'regels-zuiver': ['libs/doorstroom/src/peil.regels.ts'],
  'geen-kringen': ['libs/toegang/src/kring-a.ts'],
  'geen-onvindbare': ['libs/toegang/src/onvindbaar.ts'],
  'geen-ontwikkelpakketten': ['libs/toegang/src/ontwikkelpakket.ts'],
  'geen-onvermelde-pakketten': ['libs/toegang/src/onvermeld.ts'],
  'optioneel-pas-bij-gebruik': ['libs/toegang/src/meteen.ts'],
};

function breekt(regel: string): string[] {
  const lib = /^richting-(.+)$/.exec(regel)?.[1];
  if (lib === undefined) return BREEKT[regel] ?? [];
  // meldingen has no layer, so whoever imports it also breaks its own direction
  return lib === 'casussen'
    ? [`libs/${lib}/src/omhoog.ts`, `libs/${lib}/src/zonder-laag.ts`]
    : [`libs/${lib}/src/omhoog.ts`];
}

describe('the boundaries between libs and apps', () => {
  let gevonden: Overtreding[];
  beforeAll(() => {
    const { uit } = draai(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ['libs', 'apps', '--config', CONFIG, '-T', 'json'],
      FIXTURES,
    );
    gevonden = (JSON.parse(uit) as { summary: { violations: Overtreding[] } }).summary.violations;
  });

  it.each(config.forbidden.map((r) => r.name))(
    '%s fails on the fixtures that break it and on nothing else',
    (regel) => {
      const bestanden = gevonden.filter((o) => o.rule.name === regel).map((o) => o.from);
      expect(breekt(regel)).not.toHaveLength(0);
      expect([...new Set(bestanden)].sort()).toEqual(breekt(regel));
    },
  );

  it('gives every lib a direction', () => {
    const libs = readdirSync(join(WORTEL, 'libs'));
    expect(config.forbidden.map((r) => r.name)).toEqual(expect.arrayContaining(libs.map((lib) => `richting-${lib}`)));
  });
});
