import { availableParallelism } from 'node:os';

// One configuration for every suite. Specs live beside what they test (libs/**, apps/**) or, when they
// cross libs, in test/.
export default {
  // A spec waits for PostgreSQL about as long as PostgreSQL for it, so two share two cores well; Jest itself would take one.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testEnvironment: 'node',
  // The first spec that needs a database starts the server and makes the template: seconds on a busy machine.
  testTimeout: 240_000,
  globalSetup: '<rootDir>/test/opzet/globalSetup.mjs',
  globalTeardown: '<rootDir>/test/opzet/globalTeardown.mjs',
  // 'ontwikkel' makes #doors resolve to the TypeScript sources instead of dist (see "imports" in package.json).
  testEnvironmentOptions: { customExportConditions: ['ontwikkel', 'node', 'node-addons'] },
  testMatch: ['**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/test/huis/fixtures/', '/apps/web/'],
  extensionsToTreatAsEsm: ['.ts'],
  // NodeNext sources import './x.js'; the file on disk is './x.ts'.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
