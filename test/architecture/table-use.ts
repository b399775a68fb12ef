import { basename } from 'node:path';

/** A file of the project: its path from the root, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

export interface ForeignTable {
  path: string;
  table: string;
  owner: string;
}

/** Table or view → the module whose migration creates it: `<timestamp>-<module>-<change>.ts`. */
export function tableOwners(migrations: SourceFile[], modules: string[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { path, text } of migrations) {
    const change = basename(path).replace(/^\d+-/, '');
    const owner = modules.find((module) => change.startsWith(`${module}-`)) ?? 'platform';
    const created =
      /CREATE (?:UNLOGGED )?(?:TABLE|VIEW|MATERIALIZED VIEW) (?:IF NOT EXISTS )?"?([\w.]+)/g;
    for (const [, table] of text.matchAll(created)) owners.set(table ?? '', owner);
  }
  return owners;
}

/**
 * SQL that reaches into another module's tables. A view in the schema `reporting` is to the database
 * what index.ts is to code: whoever stands beside or above its owner may read it.
 */
export function foreignTables(
  files: SourceFile[],
  owners: Map<string, string>,
  levelOf: Map<string, number>,
): ForeignTable[] {
  const isAbove = (owner: string, module: string): boolean =>
    (levelOf.get(owner) ?? 0) > (levelOf.get(module) ?? 0);
  return files.flatMap(({ path, text }) => {
    const [, , module = ''] = path.split('/');
    return tablesIn(text)
      .map((table) => ({ path, table, owner: owners.get(table) ?? 'platform' }))
      .filter(({ table, owner }) => {
        if (owner === module || owner === 'platform') return false;
        return !table.startsWith('reporting.') || isAbove(owner, module);
      });
  });
}

/** The tables that SQL and entities of a file name, without the names that it gives to subqueries. */
function tablesIn(text: string): string[] {
  const code = text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  const named = [
    ...code.matchAll(/(?:FROM|JOIN|INTO|UPDATE|USING|COPY|TABLE)\s+(?:ONLY\s+)?"?([\w.]+)/g),
    ...code.matchAll(/@(?:View)?Entity\((?:\{\s*name:\s*)?'([\w.]+)'/g),
  ].map(([, table]) => table);
  const subqueries = [...code.matchAll(/(\w+) AS (?:NOT )?(?:MATERIALIZED )?\(/g)].map(
    ([, name]) => name,
  );
  return [...new Set(named)].filter(
    (name): name is string => name !== undefined && !subqueries.includes(name),
  );
}
