// npm start: installs, builds and runs Cloudfair. An old Node must be able to read this file.
import { requireNode } from './runtime/node-version.mjs';

requireNode();
void import('./runtime/start-cloudfair.mjs').then(({ startCloudfair }) =>
  startCloudfair(process.argv.slice(2), process.env),
);
