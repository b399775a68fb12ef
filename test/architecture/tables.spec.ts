import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { levels } from './cruise.js';
import { projectRoot } from './planted-tree.js';
import { foreignTables, type SourceFile, tableOwners } from './table-use.js';

const modules = levels.flatMap((level) => Object.keys(level.modules));
const levelOf = new Map(
  levels.flatMap(({ level, modules }) => Object.keys(modules).map((module) => [module, level])),
);

const migrations = [
  { path: 'migrations/1-platform-foundation.ts', text: 'CREATE TABLE counter (scope text);' },
  { path: 'migrations/2-company-table.ts', text: 'CREATE TABLE company (id uuid);' },
  {
    path: 'migrations/3-job-posting-table.ts',
    text: 'CREATE TABLE job_posting (id uuid); CREATE VIEW reporting.openings AS SELECT 1;',
  },
];
const owners = tableOwners(migrations, modules);
const foreignIn = (path: string, text: string): string[] =>
  foreignTables([{ path, text }], owners, levelOf).map(
    ({ table, owner }) => `${table} of ${owner}`,
  );

describe('the tables of a module', () => {
  it('belong to the module whose migration creates them', () => {
    expect(Object.fromEntries(owners)).toEqual({
      counter: 'platform',
      company: 'company',
      job_posting: 'job-posting',
      'reporting.openings': 'job-posting',
    });
  });

  it.each([
    "'SELECT id FROM company WHERE id = $1'",
    '`SELECT 1 FROM job_posting\n JOIN company ON true`',
    "'UPDATE company SET name = $1'",
    "'INSERT INTO company (id) VALUES ($1)'",
    "@Entity('company')",
  ])('are out of reach for another one: %s', (text) => {
    const path = 'src/modules/job-posting/planted.queries.ts';
    expect(foreignIn(path, text)).toEqual(['company of company']);
  });

  it.each([
    ['job-posting', 'SELECT id FROM job_posting JOIN counter ON true'],
    ['job-posting', '// UPDATE company is not ours to write\n'],
    ['job-posting', 'WITH company AS (SELECT 1) SELECT * FROM company'],
    ['statistics', 'SELECT value FROM reporting.openings'],
    ['fair', 'SELECT value FROM reporting.openings'],
  ])('leave %s free to say: %s', (module, text) => {
    expect(foreignIn(`src/modules/${module}/planted.queries.ts`, text)).toEqual([]);
  });

  it('are read from above through views only', () => {
    const path = 'src/modules/statistics/planted.queries.ts';
    expect(foreignIn(path, 'SELECT 1 FROM job_posting')).toEqual(['job_posting of job-posting']);
  });

  it('show their views to nobody below', () => {
    const found = foreignIn('src/modules/company/planted.queries.ts', 'FROM reporting.openings');
    expect(found).toEqual(['reporting.openings of job-posting']);
  });
});

describe('this project', () => {
  const filesIn = (folder: string): SourceFile[] =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
      .map((path) => join(folder, path))
      .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));
  const sources = filesIn('src/modules');

  it('reaches into no other module’s tables', () => {
    const owners = tableOwners(filesIn('migrations'), modules);
    expect(foreignTables(sources, owners, levelOf)).toEqual([]);
  });

  it('asks for the time nowhere in its rules: "now" is an argument', () => {
    const rules = sources.filter(({ path }) => path.endsWith('.rules.ts'));
    const culprits = rules.filter(({ text }) => /\bnew Date\(\)/.test(text));
    expect(culprits.map(({ path }) => path)).toEqual([]);
  });
});
