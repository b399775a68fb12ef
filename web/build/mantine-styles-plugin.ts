import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const address = 'virtual:mantine-styles.css';
const resolved = `\0${address}`;

const source = resolve(import.meta.dirname, '../src');
const library = dirname(fileURLToPath(import.meta.resolve('@mantine/core/styles.css')));

/**
 * Mantine's style sheet with the rules of those components only that the client imports, in
 * Mantine's own order: a third of the whole, on the way to a phone that waits.
 */
export function mantineStyles(): Plugin {
  return {
    name: 'mantine-styles',
    resolveId: (id) => (id === address ? resolved : null),
    load: (id) => (id === resolved ? css() : null),
  };
}

function css(): string {
  const whole = readFileSync(join(library, 'styles.layer.css'), 'utf8');
  const always = ['default-css-variables', 'baseline', 'global'].map(sheet);
  const parts = [...sheetsOf(importedNames())].map(sheet).filter((part) => part !== '');
  const place = (part: string): number => whole.indexOf(part.trim().slice(0, 400));
  return [...always, ...parts.sort((one, other) => place(one) - place(other))].join('\n');
}

function sheet(name: string): string {
  const layered = join(library, 'styles', `${name}.layer.css`);
  const path = existsSync(layered) ? layered : join(library, 'styles', `${name}.css`);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function importedNames(): Set<string> {
  const names = new Set<string>();
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
    const text = readFileSync(join(source, file), 'utf8');
    for (const [, list = ''] of text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)) {
      for (const name of list.split(',')) names.add(name.trim());
    }
  }
  return names;
}

/** Follows the library's own imports from the named components down to their class modules. */
function sheetsOf(names: ReadonlySet<string>): Set<string> {
  const index = readFileSync(join(library, 'esm/index.mjs'), 'utf8');
  const sheets = new Set<string>();
  const seen = new Set<string>();
  function walk(file: string): void {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    if (file.endsWith('.module.mjs')) sheets.add(basename(file, '.module.mjs'));
    const text = readFileSync(file, 'utf8');
    for (const [, next = ''] of text.matchAll(/from "(\.[^"]+)"/g)) {
      walk(resolve(dirname(file), next));
    }
  }
  for (const [, list = '', next = ''] of index.matchAll(/import \{([^}]*)\} from "(\.[^"]+)"/g)) {
    if (list.split(',').some((name) => names.has(name.trim()))) {
      walk(resolve(library, 'esm', next));
    }
  }
  return sheets;
}
