/**
 * The architecture as failing lint: which lib may know which, and through which door.
 * Each rule has a fixture that breaks it in test/huis/fixtures/grenzen; test/huis/grenzen.spec.ts demands the violation.
 */

/** From low to high. Libs on one line are siblings and never import each other; everything may import what is lower. */
const LAGEN = [
  ['kern'],
  ['config'],
  ['database'],
  ['logboek', 'wachtrij'],
  ['organisaties'],
  ['toegang'],
  ['leerlingen'],
  ['aanlevering', 'signalen', 'taken'],
  ['casussen'],
  ['doorstroom'],
  ['inrichting', 'werkplek'],
];

/** Specs and builders stand beside the code but are never part of what runs. */
const PROEF = ['\\.spec\\.ts$', '^test/', '^libs/[^/]+/src/test(/|\\.ts$)'];
const DEUREN = '^libs/[^/]+/src/(index|api|worker|test)\\.ts$';

const eenRichting = LAGEN.flatMap((laag, hoogte) =>
  laag.map((lib) => {
    const lager = [lib, ...LAGEN.slice(0, hoogte).flat()];
    return {
      name: `richting-${lib}`,
      severity: 'error',
      comment: `${lib} knows only what lies below it: ${lager.slice(1).join(', ') || 'nothing'}. Upwards: a haak or an event.`,
      from: { path: `^libs/${lib}/` },
      to: { path: '^libs/', pathNot: `^libs/(${lager.join('|')})/` },
    };
  }),
);

module.exports = {
  forbidden: [
    ...eenRichting,
    {
      name: 'lib-zonder-laag',
      severity: 'error',
      comment: 'A new lib gets its place in LAGEN above before anything imports it.',
      from: {},
      to: { path: '^libs/', pathNot: `^libs/(${LAGEN.flat().join('|')})/` },
    },
    {
      name: 'libs-niet-omhoog',
      severity: 'error',
      comment: 'A lib never imports an app, a test, a bench or a tool.',
      from: { path: '^libs/', pathNot: PROEF },
      to: { path: '^(apps|test|bench|tools)/' },
    },
    {
      name: 'apps-los-van-elkaar',
      severity: 'error',
      comment: 'Processes share libs, PostgreSQL and the queue; never code of each other.',
      from: { path: '^apps/([^/]+)/', pathNot: PROEF },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'alleen-door-de-deur',
      severity: 'error',
      comment: 'Of another lib only its doors are known: index, api, worker, test.',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', DEUREN] },
    },
    {
      name: 'apps-alleen-door-de-deur',
      severity: 'error',
      comment: 'Apps, tests and benches use the doors as well.',
      from: { path: '^(apps|test|bench|tools)/' },
      to: { path: '^libs/', pathNot: DEUREN },
    },
    {
      name: 'deur-bij-naam',
      severity: 'error',
      comment: 'Write #lib, not a relative path to its door: only the name resolves to the built tree as well.',
      from: { path: '^(libs/[^/]+|apps|test|bench|tools)/' },
      to: { path: '^libs/', pathNot: '^$1/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    {
      name: 'api-deur-alleen-apps-api',
      severity: 'error',
      comment: '#lib/api holds controllers; only apps/api serves HTTP.',
      from: { path: '^(libs/[^/]+|apps|test|bench|tools)/', pathNot: '^apps/api/' },
      to: { path: '^libs/[^/]+/src/api\\.ts$', pathNot: '^$1/' },
    },
    {
      name: 'worker-deur-alleen-apps-worker',
      severity: 'error',
      comment: '#lib/worker holds handlers; a handler in another process would start a worker there.',
      from: { path: '^(libs/[^/]+|apps|test|bench|tools)/', pathNot: '^(apps/worker|bench)/' },
      to: { path: '^libs/[^/]+/src/worker\\.ts$', pathNot: '^$1/' },
    },
    {
      name: 'test-deur-alleen-specs',
      severity: 'error',
      comment: '#lib/test holds builders for specs; it is not in the built tree.',
      from: { pathNot: PROEF },
      to: { path: '^libs/[^/]+/src/test(/|\\.ts$)' },
    },
    {
      name: 'geen-handlers-in-api',
      severity: 'error',
      comment: 'Whatever apps/api reaches, over however many steps, holds no handler.',
      from: { path: '^apps/api/', pathNot: PROEF },
      to: { path: '(^libs/[^/]+/src/worker|\\.(handler|processor))\\.ts$', reachable: true },
    },
    {
      name: 'geen-controllers-in-worker',
      severity: 'error',
      comment: 'Whatever apps/worker reaches holds no controller of a lib.',
      from: { path: '^apps/worker/', pathNot: PROEF },
      to: { path: '^libs/([^/]+/src/api|.*\\.controller)\\.ts$', reachable: true },
    },
    {
      name: 'kern-kaal',
      severity: 'error',
      comment: 'kern is plain TypeScript: it must be usable where Nest and a database are not.',
      from: { path: '^libs/kern/', pathNot: PROEF },
      to: { path: '/(@nestjs|typeorm|pg|bullmq|ioredis|fastify|class-validator|class-transformer)/' },
    },
    {
      name: 'geen-repository-in-de-deur',
      severity: 'error',
      comment: 'A door gives services and questions. Who needs a row of another lib asks it a question.',
      from: { path: '^libs/[^/]+/src/index\\.ts$' },
      to: { path: '\\.(repository|leesmodel)\\.ts$' },
    },
    {
      name: 'regels-zuiver',
      severity: 'error',
      comment: 'Policy is a pure function of its arguments: no container, no database, no service.',
      from: { path: '\\.regels\\.ts$' },
      to: {
        path: '(@nestjs/|/typeorm/|^libs/(database|logboek|wachtrij)/|\\.(repository|vragen|leesmodel|service|controller|sql)\\.ts$)',
      },
    },
    {
      name: 'geen-kringen',
      severity: 'error',
      comment: 'A circle of modules has no order to load in, and usually hides a concept without a name.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }, // types are gone when it runs
    },
    {
      name: 'geen-onvindbare',
      severity: 'error',
      comment: 'An import that resolves to nothing.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'geen-ontwikkelpakketten',
      severity: 'error',
      comment: 'The image is installed without devDependencies.',
      from: { path: '^(apps|libs)/', pathNot: PROEF },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'geen-onvermelde-pakketten',
      severity: 'error',
      comment: 'A package that only another package asked for may be gone after the next update.',
      from: { path: '^(apps|libs|bench|tools|test)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'optioneel-pas-bij-gebruik',
      severity: 'error',
      comment:
        'The production image has no oidc-provider and no embedded PostgreSQL: import() them where they are used.',
      from: { path: '^(apps|libs)/', pathNot: PROEF },
      to: { dependencyTypes: ['npm-optional'], dependencyTypesNot: ['type-only'], dynamic: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/|^apps/web/|^test/huis/fixtures/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['ontwikkel', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
