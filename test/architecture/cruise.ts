import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PlantedTree, projectRoot } from './planted-tree.js';

export interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

interface Architecture {
  platform: Record<string, string>;
  levels: { level: number; modules: Record<string, string>; planned?: Record<string, string> }[];
  kinds: Record<string, { imports: string[] | 'anything' }>;
  places: Record<string, string>;
}

const require = createRequire(import.meta.url);
export const { platform, levels, kinds, places } =
  require('../../architecture.cjs') as Architecture;
export const { forbidden } = require('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
};

const folders = ['src', 'migrations', 'scripts', 'bench', 'test', 'web'];
export const leaf = 'export export const leaf = 1;\n';
export const importing = (...specifiers: string[]): string =>
  specifiers.map((specifier) => `import '${specifier}';\n`).join('');
export const importingType = (specifier: string): string =>
  `import type { leaf } from '${specifier}';\nexport type Planted = typeof leaf;\n`;

const runtimePackages = ['typeorm', 'pg', 'fastify', 'socket.io', '@nestjs/common'];
const devPackages = ['@nestjs/testing', 'fast-check'];

async function ground(): Promise<Record<string, string>> {
  const versions = (names: string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const packageFiles = [...runtimePackages, ...devPackages].flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'module.exports = {};\n'],
  ]);
  const manifest = {
    name: 'planted',
    type: 'module',
    dependencies: versions(runtimePackages),
    devDependencies: versions(devPackages),
  };
  return {
    ...(Object.fromEntries(packageFiles) as Record<string, string>),
    'package.json': JSON.stringify(manifest),
    'tsconfig.json': await readFile(join(projectRoot, 'tsconfig.json'), 'utf8'),
    ...Object.fromEntries(folders.map((folder) => [`${folder}/ground.ts`, leaf])),
  };
}

/** What the import rules say of a project with these files. */
export async function cruise(files: Record<string, string>): Promise<Violation[]> {
  const tree = await PlantedTree.create({ ...(await ground()), ...files });
  try {
    const config = join(projectRoot, '.dependency-cruiser.cjs');
    const run = await tree.run('depcruise', ['--config', config, '-T', 'json', ...folders]);
    if (!run.stdout.startsWith('{')) throw new Error(run.stdout + run.stderr);
    const result = JSON.parse(run.stdout) as { summary: { violations: Violation[] } };
    return result.summary.violations;
  } finally {
    await tree.remove();
  }
}
