import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { PlantedTree, projectRoot } from './planted-tree.js';

interface Diagnostic {
  code: string;
  filename: string;
  message: string;
}

async function lint(files: Record<string, string>): Promise<Diagnostic[]> {
  const tree = await PlantedTree.create({
    ...files,
    'package.json': '{ "type": "module" }',
    'tsconfig.json': await readFile(join(projectRoot, 'tsconfig.json'), 'utf8'),
    '.oxlintrc.json': await readFile(join(projectRoot, '.oxlintrc.json'), 'utf8'),
  });
  try {
    await symlink(join(projectRoot, 'node_modules'), join(tree.root, 'node_modules'));
    const run = await tree.run('oxlint', [
      '--type-aware',
      '--format',
      'json',
      ...Object.keys(files),
    ]);
    return (JSON.parse(run.stdout) as { diagnostics: Diagnostic[] }).diagnostics;
  } finally {
    await tree.remove();
  }
}

const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');
const numberField = (n: number): string => `n${n}: number`;

/** Rule → the code that breaks it. */
const plants: Record<string, [path: string, code: string]> = {
  'eslint(max-lines)': ['src/long.ts', lines(251, (n) => `export const n${n} = ${n};`)],
  'eslint(max-lines-per-function)': [
    'src/modules/fair/long.service.ts',
    `export function long(): number[] {\n  const all: number[] = [];\n${lines(40, (n) => `  all.push(${n});`)}\n  return all;\n}`,
  ],
  'eslint(max-params)': [
    'src/modules/fair/greedy.service.ts',
    `export class Greedy {\n  constructor(${lines(7, (n) => `readonly ${numberField(n)},`)}) {}\n}`,
  ],
  'eslint(complexity)': [
    'src/tangled.ts',
    `export function tangled(n: number): number {\n${lines(10, (n) => `  if (n === ${n}) return ${n + 1};`)}\n  return 0;\n}`,
  ],
  'eslint(max-depth)': [
    'src/deep.ts',
    'export function deep(n: number): number {\n  if (n > 1) {\n if (n > 2) {\n if (n > 3) {\n if (n > 4) {\n return n;\n }\n }\n }\n }\n return 0;\n}',
  ],
  'eslint(no-console)': ['src/chatty.ts', "console.log('hello');"],
  'eslint(no-restricted-properties)': [
    'src/modules/fair/clock.rules.ts',
    'export const isOver = (end: number): boolean => Date.now() > end;',
  ],
  'typescript(no-explicit-any)': ['src/untyped.ts', 'export const read = (x: any): number => x.y;'],
  'typescript(no-floating-promises)': [
    'src/forgotten.ts',
    'const save = async (): Promise<void> => {};\nexport function submit(): void {\n  save();\n}',
  ],
  'typescript(no-misused-promises)': [
    'src/misused.ts',
    'const isOpen = async (): Promise<boolean> => true;\nexport const state = (): number => (isOpen() ? 1 : 2);',
  ],
  'typescript(only-throw-error)': [
    'src/thrower.ts',
    "export function fail(): never {\n  throw 'text';\n}",
  ],
  'typescript(switch-exhaustiveness-check)': [
    'src/states.ts',
    "export function step(state: 'open' | 'closed'): number | undefined {\n  switch (state) {\n    case 'open':\n      return 1;\n  }\n  return undefined;\n}",
  ],
  'import(no-default-export)': ['src/nameless.ts', 'export default 1;'],
  'unicorn(filename-case)': ['web/src/FairPage.tsx', 'export const FairPage = (): string => "";'],
  'node(no-process-env)': [
    'src/modules/fair/port.service.ts',
    'export const p = process.env.PORT;',
  ],
  'eslint(no-restricted-imports)': [
    'src/modules/fair/http.service.ts',
    "import { NotFoundException } from '@nestjs/common';\nexport const missing = new NotFoundException();",
  ],
};

const clean: Record<string, string> = {
  'src/modules/fair/fair.controller.ts': `import { Body, Controller, Injectable, Param, Post } from '@nestjs/common';
import { OpenFairDto } from './dto/open-fair.dto.js';

@Injectable()
export class FairService {
  open(id: string, input: OpenFairDto): Promise<string> {
    return Promise.resolve(id + input.name);
  }
}

@Controller('fairs')
export class FairController {
  constructor(private readonly fairs: FairService) {}

  @Post(':id')
  open(@Param('id') id: string, @Body() input: OpenFairDto): Promise<string> {
    return this.fairs.open(id, input);
  }
}
`,
  'src/modules/fair/dto/open-fair.dto.ts': `import { IsString } from 'class-validator';

export class OpenFairDto {
  @IsString()
  name: string;
}
`,
  'src/modules/fair/fair.entity.ts': `import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('fair')
export class Fair {
  @PrimaryColumn('uuid')
  id: string;

  @Column()
  name: string;
}
`,
  'scripts/say.mjs': 'console.log(process.env.PORT);\n',
};

describe('lint', () => {
  let diagnostics: Diagnostic[];

  beforeAll(async () => {
    const files = Object.values(plants).map(([path, code]) => [path, `${code}\n`]);
    diagnostics = await lint(Object.fromEntries(files) as Record<string, string>);
  });

  it.each(Object.entries(plants))('%s bites', (rule, [path]) => {
    const found = diagnostics.filter((diagnostic) => diagnostic.filename === path);
    expect(found.map((diagnostic) => diagnostic.code)).toContain(rule);
  });

  it('bans forwardRef everywhere, modules included', async () => {
    const code = "import { forwardRef } from '@nestjs/common';\nexport const ref = forwardRef;\n";
    const found = await lint({ 'src/modules/fair/knot.module.ts': code, 'src/knot.ts': code });
    expect(found.map((diagnostic) => diagnostic.code)).toEqual([
      'eslint(no-restricted-imports)',
      'eslint(no-restricted-imports)',
    ]);
  });

  it('says nothing to clean code, decorators and injected classes included', async () => {
    await expect(lint(clean)).resolves.toEqual([]);
  });
});
