import { cruise, forbidden, importing, importingType, leaf, type Violation } from './cruise.js';

/** Every folder, kind and place of the map, used as intended. */
const cleanTree: Record<string, string> = {
  'src/main.ts': importing('./app.module.js', './platform/clock/clock.js'),
  'src/app.module.ts': importing('./modules/company/index.js', './modules/fair/index.js'),
  'src/platform/clock/clock.ts': importing('@nestjs/common', 'node:crypto'),
  'src/platform/clock/clock.spec.ts': importing('./clock.js', 'fast-check'),
  'src/platform/codes/regions.ts': leaf,
  'src/platform/database/database.ts': importing('typeorm', 'pg'),
  'src/modules/company/index.ts': leaf,
  'src/modules/fair/index.ts': importing('./fair.module.js', './fair.service.js'),
  'src/modules/fair/fair.module.ts': importing(
    '../company/index.js',
    './fair.controller.js',
    './fair.service.js',
  ),
  'src/modules/fair/fair.controller.ts': importing('./fair.service.js', 'fastify'),
  'src/modules/fair/fair.gateway.ts': importing('./fair.service.js', 'socket.io'),
  'src/modules/fair/fair.service.ts': importing(
    '../company/index.js',
    '../../platform/database/database.js',
    './fair.rules.js',
    './fair.repository.js',
  ),
  'src/modules/fair/fair.rules.ts': importing('../../platform/codes/regions.js'),
  'src/modules/fair/fair.rules.spec.ts': importing('./fair.rules.js', 'fast-check'),
  'src/modules/fair/fair.repository.ts': importing('typeorm', './fair.entity.js'),
  'src/modules/fair/fair.entity.ts': importing('typeorm', './fair.rules.js'),
  'src/modules/fair/fair.socket-events.ts': leaf,
  'src/modules/statistics/index.ts': importing('./statistics.service.js'),
  'src/modules/statistics/statistics.service.ts': importing('../../platform/database/database.js'),
  'migrations/1-fair-table.ts': importing('typeorm'),
  'test/integration/fair/fair.spec.ts': importing('../../../src/modules/fair/fair.service.js'),
  'test/e2e/fair.e2e.ts': importing('../../src/modules/fair/index.js', '@nestjs/testing'),
  'web/src/wall.tsx': importingType('../../src/modules/fair/fair.socket-events.js'),
};

/** Rule → the file that breaks it (and what that file needs to exist). */
const plants: Record<string, Record<string, string>> = {
  'module-stands-on-the-map': { 'src/modules/unheard-of/index.ts': leaf },
  'platform-part-stands-on-the-map': { 'src/platform/unheard-of/part.ts': leaf },
  'source-has-two-folders': { 'src/features/index.ts': leaf },
  'no-catch-all-names': { 'src/modules/company/company-utils.ts': leaf },
  'only-index-across-modules': {
    'src/modules/application/planted.module.ts': importing('../fair/fair.service.js'),
  },
  'only-index-from-outside': { 'src/worker.ts': importing('./modules/fair/fair.service.js') },
  'no-own-index': { 'src/modules/company/planted.module.ts': importing('./index.js') },
  'platform-imports-no-module': {
    'src/platform/clock/planted.ts': importing('../../modules/company/index.js'),
  },
  'vocabulary-stays-pure': {
    'src/platform/codes/planted.ts': importing('../clock/clock.js'),
  },
  'nobody-imports-entry-files': {
    'src/platform/http/planted.ts': importing('../../app.module.js'),
  },
  'statistics-reads-only-views': {
    'src/modules/statistics/planted.service.ts': importing('../fair/index.js'),
  },
  'no-circular': {
    'src/platform/http/first.ts': importingType('./second.js'),
    'src/platform/http/second.ts': importingType('./first.js'),
  },
  'migrations-import-no-source': {
    'migrations/2-planted.ts': importing('../src/platform/clock/clock.js'),
  },
  'web-imports-only-socket-events': {
    'web/src/planted.ts': importingType('../../src/modules/fair/fair.rules'),
  },
  'web-imports-only-types-of-source': {
    'web/src/planted-value.ts': importing('../../src/modules/fair/fair.socket-events'),
  },
  'source-imports-no-web': { 'src/platform/http/pages.ts': importing('../../../web/src/wall.js') },
  'production-imports-no-test': {
    'src/platform/http/story.ts': importing('../../../test/integration/fair/fair.spec.js'),
  },
  'production-needs-no-dev-package': { 'src/platform/http/property.ts': importing('fast-check') },
  'unit-test-needs-no-engine': { 'src/platform/http/engine.spec.ts': importing('typeorm') },
  'no-unresolvable': { 'src/platform/http/nowhere.ts': importing('./does-not-exist.js') },
};

describe('the clean tree', () => {
  it('is silent', async () => {
    await expect(cruise(cleanTree)).resolves.toEqual([]);
  });
});

describe('a planted violation', () => {
  let violations: Violation[];

  beforeAll(async () => {
    violations = await cruise(Object.assign({}, cleanTree, ...Object.values(plants)));
  });

  it.each(Object.entries(plants))('%s bites', (rule, files) => {
    const culprits = violations
      .filter((violation) => violation.rule.name === rule)
      .map((violation) => violation.from);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(culprits));
    expect(culprits).not.toEqual([]);
  });

  it('exists for every rule that is not generated from parts, levels and kinds', () => {
    const generated = /-imports(-only-(types|lower-levels|parts-above))?$/;
    const written = forbidden.map((rule) => rule.name).filter((name) => !generated.test(name));
    expect(Object.keys(plants).sort()).toEqual(written.sort());
  });
});
