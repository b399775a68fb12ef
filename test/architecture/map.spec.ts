import { cruise, importing, kinds, leaf, levels, places, type Violation } from './cruise.js';

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
    'src/platform/clock/clock.ts': ['platform'],
    'src/platform/codes/regions.ts': ['platform', 'vocabulary'],
    'src/platform/auth/actor.ts': ['platform', 'vocabulary'],
    'src/platform/database/database.ts': ['database'],
    'src/platform/database/transaction.ts': ['database', 'transaction'],
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

  it('import what the map lists for them, and nothing else', async () => {
    const leaves = Object.keys(targets)
      .filter((target) => target.startsWith('src/'))
      .map((target) => [target, leaf]);
    const importers = Object.keys(kinds).map((kind) => [
      `src/modules/fair/${ownPath(kind, 'planted')}`,
      importing(...Object.keys(targets).map((target) => specifierFor(kind, target))),
    ]);
    const violations = await cruise(
      Object.fromEntries([...leaves, ...importers]) as Record<string, string>,
    );
    const hits = (violation: Violation, target: string): boolean => {
      const name = target.replace('node:', '');
      return violation.to === name || violation.to.startsWith(`node_modules/${name}/`);
    };
    for (const [kind, { imports }] of Object.entries(kinds)) {
      const found = violations.filter((violation) => violation.rule.name === `${kind}-imports`);
      const refused = Object.keys(targets).filter((target) =>
        found.some((one) => hits(one, target)),
      );
      const expected = Object.keys(targets).filter(
        (target) =>
          imports !== 'anything' && !targets[target]?.some((name) => imports.includes(name)),
      );
      expect([kind, ...refused]).toEqual([kind, ...expected]);
    }
    expect(violations.filter((violation) => !violation.rule.name.endsWith('-imports'))).toEqual([]);
  });

  it('name only kinds and places that exist', () => {
    const known = [...Object.keys(kinds), ...Object.keys(places)];
    const named = Object.values(kinds).flatMap(({ imports }) =>
      imports === 'anything' ? [] : imports,
    );
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
    expect(new Set(Object.values(targets).flat())).toEqual(
      new Set(known.filter((name) => name !== 'index')),
    );
  });
});
