// npm run openapi: writes openapi.json from the built server and the client's types from it.
import { requireNode } from './runtime/node-version.mjs';

requireNode();
const { writeContract } = await import('./runtime/write-contract.mjs');
process.exitCode = await writeContract();
