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
  const placeTargets: Record<string, string[]> = {
    platform: ['src/platform/clock/clock.ts'],
    database: ['src/platform/database/database.ts', 'typeorm', 'pg'],
    'lower modules': ['src/modules/company/index.ts'],
    http: ['fastify'],
    sockets: ['socket.io'],
    packages: ['@nestjs/common', 'node:crypto'],
  };
  const leafKinds = Object.keys(kinds).filter((kind) => kind !== 'index');
  const targets = [
    ...leafKinds.map((kind) => ({
      name: kind,
      target: `src/modules/fair/${ownPath(kind, 'leaf')}`,
    })),
    ...Object.entries(placeTargets).flatMap(([name, paths]) =>
      paths.map((target) => ({ name, target })),
    ),
  ];
  const specifierFor = (kind: string, target: string): string => {
    if (!target.startsWith('src/')) return target;
    const up = kind === 'dto' ? '../../../../' : '../../../';
    return up + target.replace(/[.]ts$/, '.js');
  };

  it('import what the map lists for them, and nothing else', async () => {
    const leaves = targets
      .filter(({ target }) => target.startsWith('src/'))
      .map(({ target }) => [target, leaf]);
    const importers = Object.keys(kinds).map((kind) => [
      `src/modules/fair/${ownPath(kind, 'planted')}`,
      importing(...targets.map(({ target }) => specifierFor(kind, target))),
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
      const refused = targets.filter(({ target }) => found.some((one) => hits(one, target)));
      const expected = targets.filter(
        ({ name }) => imports !== 'anything' && !imports.includes(name),
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
    expect(Object.keys(placeTargets).sort()).toEqual(Object.keys(places).sort());
  });
});
