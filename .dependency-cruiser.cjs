'use strict';

// The import rules, generated from architecture.cjs. Each is proved to bite in test/architecture/import-rules.spec.ts.

const { platform, levels, kinds } = require('./architecture.cjs');

const oneOf = (names) => `(?:${names.join('|')})`;
const modulesOf = (level) => Object.keys(level.modules);
const allModules = levels.flatMap(modulesOf);

const anyModule = '^src/modules/([^/]+)/';
const inModule = (module, rest = '') => `^src/modules/${module}/${rest}`;
const packages = (names) => `(?:^|/)node_modules/(?:@types/)?${oneOf(names)}/`;

const databasePackages = ['typeorm', 'pg', 'pg-copy-streams'];
const httpPackages = ['fastify', '@fastify/[^/]+', '@nestjs/platform-fastify'];
const socketPackages = ['socket[.]io', '@nestjs/websockets', '@nestjs/platform-socket[.]io'];
const guardedPackages = [...databasePackages, ...httpPackages, ...socketPackages];

const vocabulary = '^src/platform/(?:codes/|errors/|auth/actor[.]ts$)';

const placePaths = {
  'plain files': [
    inModule('$1', `(?!index[.]ts$)(?!.*dto/)(?!.+[.]${oneOf(Object.keys(kinds))}[.]ts$).+[.]ts$`),
  ],
  vocabulary: [vocabulary],
  platform: ['^src/platform/(?!database/)'],
  database: ['^src/platform/database/', packages(databasePackages)],
  'lower modules': ['^src/modules/(?!$1/)'],
  http: [packages(httpPackages)],
  sockets: [packages(socketPackages)],
  packages: [
    `(?:^|/)node_modules/(?!(?:@types/)?${oneOf(guardedPackages)}/)`,
    '^(?:node:)?[^/.]+(?:/promises)?$',
  ],
};

const kindPath = (kind, module) => {
  if (kind === 'index') return inModule(module, 'index[.]ts$');
  if (kind === 'dto') return inModule(module, '.*dto/');
  return inModule(module, `.+[.]${kind}[.]ts$`);
};

const pathsOf = (name) => placePaths[name] ?? [kindPath(name, '$1')];
const typesOf = (name) => /^types of (.+)$/.exec(name)?.[1];

const error = (name, comment, from, to) => ({ severity: 'error', name, comment, from, to });

const kindRules = Object.entries(kinds)
  .filter(([, kind]) => kind.imports !== 'anything')
  .flatMap(([name, { does, imports }]) => {
    const comment = `${name}: ${does}. It may import: ${imports.join(', ')}.`;
    const from = { path: kindPath(name, '([^/]+)') };
    const allowed = imports.flatMap((one) => pathsOf(typesOf(one) ?? one));
    const onlyTypes = imports.map(typesOf).filter(Boolean).flatMap(pathsOf);
    const typesRule = error(`${name}-imports-only-types`, comment, from, {
      path: onlyTypes,
      dependencyTypesNot: ['type-only'],
    });
    return [
      error(`${name}-imports`, comment, from, { pathNot: allowed, couldNotResolve: false }),
      ...(onlyTypes.length > 0 ? [typesRule] : []),
    ];
  });

const levelRules = levels.map((level, index) => {
  const lower = levels.slice(0, index).flatMap(modulesOf);
  return error(
    `level-${level.level}-imports-only-lower-levels`,
    `Modules of level ${level.level} may import: ${lower.join(', ') || 'no module'}. Facts go up by events.`,
    { path: inModule(`(${modulesOf(level).join('|')})`) },
    { path: '^src/modules/', pathNot: inModule(oneOf([...lower, '$1'])) },
  );
});

const parts = Object.keys(platform);
const partRules = parts.map((part, index) =>
  error(
    `${part}-imports-only-parts-above`,
    `platform/${part} may import: ${parts.slice(0, index).join(', ') || 'no part'}.`,
    { path: `^src/platform/${part}/` },
    { path: '^src/platform/', pathNot: `^src/platform/${oneOf(parts.slice(0, index + 1))}/` },
  ),
);

// A rule about a file itself, not about what it imports: every matching file is reported.
const forbiddenFile = (name, comment, path, pathNot) => ({
  severity: 'error',
  name,
  comment,
  from: {},
  module: { path, pathNot, numberOfDependentsLessThan: 100 },
});

const mapRules = [
  forbiddenFile(
    'module-stands-on-the-map',
    'Every folder of src/modules/ stands in architecture.cjs; a planned module is moved to `modules` first.',
    '^src/modules/',
    inModule(oneOf(allModules)),
  ),
  forbiddenFile(
    'platform-part-stands-on-the-map',
    'Every folder of src/platform/ stands in architecture.cjs, below the parts that it builds on.',
    '^src/platform/[^/]+/',
    `^src/platform/${oneOf(parts)}/`,
  ),
  forbiddenFile(
    'source-has-two-folders',
    'Code lives in src/platform/ or src/modules/; only the entry files stand in src/ itself.',
    '^src/[^/]+/',
    '^src/(?:platform|modules)/',
  ),
  forbiddenFile(
    'no-catch-all-names',
    'A name says what the code does: no helpers, utils, manager, common.',
    '(?:^|[/.-])(?:helpers?|utils?|utilities|managers?|common)[/.]',
    'node_modules/',
  ),
  error(
    'only-index-across-modules',
    'Another module is imported through its index.ts only.',
    { path: anyModule },
    { path: anyModule, pathNot: [inModule('$1'), inModule('[^/]+', 'index[.]ts$')] },
  ),
  error(
    'only-index-from-outside',
    'Entry files, platform, scripts and stories told by e2e and browser tests see only the face of a module.',
    { path: '^(?:src/[^/]+[.]ts$|src/platform/|scripts/|bench/|test/e2e/|test/browser/)' },
    { path: '^src/modules/', pathNot: inModule('[^/]+', 'index[.]ts$') },
  ),
  error(
    'no-own-index',
    'Inside a module files import each other; their own index.ts would close a circle.',
    { path: anyModule },
    { path: inModule('$1', 'index[.]ts$') },
  ),
  error(
    'platform-imports-no-module',
    'src/platform/ knows no business word.',
    { path: '^src/platform/' },
    { path: '^src/modules/' },
  ),
  error(
    'vocabulary-stays-pure',
    'Rules speak these words, so they depend on nothing: no NestJS, no database, no clock.',
    { path: vocabulary, pathNot: '[.]spec[.]ts$' },
    { pathNot: vocabulary },
  ),
  error(
    'nobody-imports-entry-files',
    'src/main.ts, src/worker.ts and their like put the parts together; no part knows them.',
    { path: '^src/[^/]+/' },
    { path: '^src/[^/]+[.]ts$' },
  ),
  error(
    'statistics-reads-only-views',
    'Figures come from views in the schema `reporting` through platform/database, not from other modules.',
    { path: inModule('statistics') },
    {
      path: '^src/modules/',
      pathNot: [inModule('statistics'), inModule('identity', 'index[.]ts$')],
    },
  ),
];

const edgeRules = [
  error('no-circular', 'Cut the circle, also one of types only.', {}, { circular: true }),
  error(
    'migrations-import-no-source',
    'A migration stays true while src/ moves on: raw SQL only.',
    { path: '^migrations/' },
    { path: '^(?:src|scripts|test|bench|web)/' },
  ),
  error(
    'web-imports-only-socket-events',
    'The browser client knows the server by its HTTP types and by *.socket-events.ts.',
    { path: '^web/' },
    { path: '^(?:src|migrations|scripts|test|bench)/', pathNot: '^src/.+[.]socket-events[.]ts$' },
  ),
  error(
    'web-imports-only-types-of-source',
    'Write `import type`: no server code in the browser.',
    { path: '^web/' },
    { path: '^src/', dependencyTypesNot: ['type-only'] },
  ),
  error(
    'source-imports-no-web',
    'The server serves the built client; it does not import it.',
    { path: '^(?:src|migrations)/' },
    { path: '^web/' },
  ),
  error(
    'production-imports-no-test',
    'What runs in production does not depend on test, bench or script code.',
    { path: '^(?:src|migrations|web)/', pathNot: '[.]spec[.]tsx?$' },
    { path: '^(?:test|bench|scripts)/|[.]spec[.]tsx?$' },
  ),
  error(
    'production-needs-no-dev-package',
    'A package that runs in production stands in `dependencies`.',
    { path: '^(?:src|migrations)/', pathNot: '[.]spec[.]ts$' },
    {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only'],
      pathNot: 'node_modules/@types/',
    },
  ),
  error(
    'unit-test-needs-no-engine',
    'A unit test beside its file runs without database and without NestJS; test/integration/ has both.',
    { path: '^src/.+[.]spec[.]ts$' },
    { path: ['^src/platform/database/', packages([...databasePackages, '@nestjs/testing'])] },
  ),
  error(
    'no-unresolvable',
    'This import leads nowhere.',
    {},
    {
      couldNotResolve: true,
      // Made by a plugin of web/vite.config.ts.
      pathNot: '^virtual:',
    },
  ),
];

module.exports = {
  forbidden: [...mapRules, ...partRules, ...levelRules, ...kindRules, ...edgeRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|[.]data|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
