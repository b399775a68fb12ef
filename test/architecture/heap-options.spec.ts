import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { heapOptions } from '../../scripts/runtime/heap-options.mjs';
import { projectRoot } from './planted-tree.js';

describe('the heap options of a server process', () => {
  it.each([
    ['package.json', heapOptions.join(' ')],
    ['Dockerfile', heapOptions.map((option) => `"${option}"`).join(', ')],
    ['docker-compose.yml', heapOptions.join(', ')],
  ])('are those of %s', (file, options) => {
    expect(readFileSync(join(projectRoot, file), 'utf8')).toContain(options);
  });
});
