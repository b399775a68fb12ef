// npm test [-- group … | test/path …]: everything that can be proved here, on real engines.
import { requireNode } from './runtime/node-version.mjs';

requireNode();
void import('./testing/run.mjs').then(({ run }) => run(process.argv.slice(2)));
