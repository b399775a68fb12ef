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
 * SQL that reaches into another module's tables. Statistics has its own law: besides its tables it
 * reads the views in the schema `reporting`, which their owners define.
 */
export function foreignTables(files: SourceFile[], owners: Map<string, string>): ForeignTable[] {
  return files.flatMap(({ path, text }) => {
    const [, , module = ''] = path.split('/');
    const code = text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
    const named = [
      ...code.matchAll(/(?:FROM|JOIN|INTO|UPDATE|USING|COPY|TABLE)\s+(?:ONLY\s+)?"?([\w.]+)/g),
      ...code.matchAll(/@(?:View)?Entity\((?:\{\s*name:\s*)?'([\w.]+)'/g),
    ].map(([, table]) => table ?? '');
    return [...new Set(named)]
      .map((table) => ({ path, table, owner: owners.get(table) ?? 'platform' }))
      .filter(({ table, owner }) => {
        if (owner === module || owner === 'platform') return false;
        return !(module === 'statistics' && table.startsWith('reporting.'));
      });
  });
}
