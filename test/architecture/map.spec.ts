import {
  cruise,
  importing,
  kinds,
  leaf,
  levels,
  places,
  platform,
  type Violation,
} from './cruise.js';

const planned = levels.flatMap((level) => Object.keys(level.planned ?? {}));

describe('a planned module', () => {
  it('is refused until it moves to the modules of its level', async () => {
    const files = planned.map((module) => [`src/modules/${module}/index.ts`, leaf] as const);
    const violations = await cruise(Object.fromEntries(files));
    expect(violations.map((violation) => violation.rule.name)).toEqual(
      planned.map(() => 'module-stands-on-the-map'),
    );
  });
});

describe('levels', () => {
  const placed = levels.flatMap(({ level, modules }) =>
    Object.keys(modules).map((module) => ({ level, module })),
  );
  const pairs = placed.flatMap((from) =>
    placed.filter((to) => to.module !== from.module).map((to) => ({ from, to })),
  );
  const fileOf = (from: string, to: string): string => `src/modules/${from}/to-${to}.module.ts`;

  it('let every module import lower ones, and neither its neighbours nor higher ones', async () => {
    const faces = placed.map(({ module }) => [`src/modules/${module}/index.ts`, leaf]);
    const imports = pairs.map(({ from, to }) => [
      fileOf(from.module, to.module),
      importing(`../${to.module}/index.js`),
    ]);
    const violations = await cruise(
      Object.fromEntries([...faces, ...imports]) as Record<string, string>,
    );
    const found = violations
      .filter((violation) => violation.rule.name !== 'statistics-reads-only-views')
      .map((violation) => `${violation.rule.name}: ${violation.from}`);
    const expected = pairs
      .filter(({ from, to }) => to.level >= from.level)
      .map(
        ({ from, to }) =>
          `level-${from.level}-imports-only-lower-levels: ${fileOf(from.module, to.module)}`,
      );
    expect(found.sort()).toEqual(expected.sort());
  });
});

describe('parts of the platform', () => {
  const parts = Object.keys(platform);
  const pairs = parts.flatMap((from, place) =>
    parts
      .map((to, otherPlace) => ({ from, to, isBelow: otherPlace > place }))
      .filter(({ to }) => to !== from),
  );

  it('build on parts above them, and on none below', async () => {
    const leaves = parts.map((part) => [`src/platform/${part}/leaf.ts`, leaf]);
    const imports = pairs.map(({ from, to }) => [
      `src/platform/${from}/to-${to}.ts`,
      importing(`../${to}/leaf.js`),
    ]);
    const violations = await cruise(
      Object.fromEntries([...leaves, ...imports]) as Record<string, string>,
    );
    const found = violations
      .filter(({ rule }) => rule.name !== 'vocabulary-stays-pure')
      .map(({ rule, from }) => `${rule.name}: ${from}`);
    const expected = pairs
      .filter(({ isBelow }) => isBelow)
      .map(({ from, to }) => `${from}-imports-only-parts-above: src/platform/${from}/to-${to}.ts`);
    expect(found.sort()).toEqual(expected.sort());
  });
});

describe('kinds of files', () => {
  const ownPath = (kind: string, name: string): string => {
    if (kind === 'index') return 'index.ts';
    return kind === 'dto' ? `dto/${name}.ts` : `${name}.${kind}.ts`;
  };
  /** A thing to import → the names on the map that allow it. */
  const targets: Record<string, string[]> = {
    ...Object.fromEntries(
      Object.keys(kinds)
        .filter((kind) => kind !== 'index')
        .map((kind) => [`src/modules/fair/${ownPath(kind, 'leaf')}`, [kind]]),
    ),
    'src/modules/fair/leaf.ts': ['plain files'],
    'src/platform/clock/clock.ts': ['platform'],
    'src/platform/codes/regions.ts': ['platform', 'vocabulary'],
    'src/platform/auth/actor.ts': ['platform', 'vocabulary'],
    'src/platform/database/database.ts': ['database'],
    'src/platform/database/transaction.ts': ['database'],
    'src/modules/company/index.ts': ['lower modules'],
    typeorm: ['database'],
    pg: ['database'],
    fastify: ['http'],
    'socket.io': ['sockets'],
    '@nestjs/common': ['packages'],
    'node:crypto': ['packages'],
  };
  const specifierFor = (kind: string, target: string): string => {
    if (!target.startsWith('src/')) return target;
    const up = kind === 'dto' ? '../../../../' : '../../../';
    return up + target.replace(/[.]ts$/, '.js');
  };

  const hits = (violation: Violation, target: string): boolean => {
    const name = target.replace('node:', '');
    return violation.to === name || violation.to.startsWith(`node_modules/${name}/`);
  };

  const importingTypes = (...specifiers: string[]): string =>
    specifiers.map((specifier) => `import type {} from '${specifier}';\n`).join('');

  it.each([
    { manner: 'values', write: importing, words: (name: string) => [name] },
    { manner: 'types', write: importingTypes, words: (name: string) => [name, `types of ${name}`] },
  ])('import the $manner that the map lists for them, and no others', async ({ write, words }) => {
    const leaves = Object.keys(targets)
      .filter((target) => target.startsWith('src/'))
      .map((target) => [target, leaf]);
    const importers = Object.keys(kinds).map((kind) => [
      `src/modules/fair/${ownPath(kind, 'planted')}`,
      write(...Object.keys(targets).map((target) => specifierFor(kind, target))),
    ]);
    const violations = await cruise(
      Object.fromEntries([...leaves, ...importers]) as Record<string, string>,
    );
    for (const [kind, { imports }] of Object.entries(kinds)) {
      const rules = [`${kind}-imports`, `${kind}-imports-only-types`];
      const found = violations.filter(({ rule }) => rules.includes(rule.name));
      const refused = Object.keys(targets).filter((target) =>
        found.some((violation) => hits(violation, target)),
      );
      const expected = Object.entries(targets)
        .filter(([, names]) => !names.flatMap(words).some((word) => imports.includes(word)))
        .map(([target]) => target);
      expect([kind, ...refused]).toEqual([kind, ...(imports === 'anything' ? [] : expected)]);
    }
    expect(violations.filter(({ rule }) => !rule.name.includes('-imports'))).toEqual([]);
  });

  it('name only kinds and places that exist', () => {
    const known = [...Object.keys(kinds), ...Object.keys(places)];
    const named = Object.values(kinds).flatMap(({ imports }) =>
      imports === 'anything' ? [] : imports.map((name) => name.replace(/^types of /, '')),
    );
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
    expect(new Set(Object.values(targets).flat())).toEqual(
      new Set(known.filter((name) => name !== 'index')),
    );
  });
});
