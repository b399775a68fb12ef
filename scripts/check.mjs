// npm run check [-- step …] [-- --json file]: everything that can be said of the code without running the product.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const openapi = 'openapi.json';
const sourceFolders = ['src', 'migrations', 'scripts', 'bench', 'test', 'web'];
const unitTests = `${root}/(src|scripts|web/src|test/architecture)/.*[.]spec[.]m?tsx?$`;

const steps = {
  format: () => tool('prettier', ['--check', '--log-level', 'warn', '--cache', '.']),
  lint: () =>
    tool('oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives']),
  types: async () => {
    const projects = ['tsconfig.json', 'web/tsconfig.json'].filter(exists);
    return worst(await inSequence(projects, (file) => tool('tsc', ['--noEmit', '-p', file])));
  },
  imports: () =>
    tool('depcruise', ['--config', '.dependency-cruiser.cjs', ...sourceFolders.filter(exists)]),
  'dead-code': () => tool('knip', ['--no-progress', '--treat-config-hints-as-errors']),
  openapi: () =>
    exists(openapi)
      ? tool('redocly', ['lint', openapi, '--format', 'stylish'])
      : { ok: true, note: `no ${openapi} yet` },
  unit: runUnitTests,
};

function exists(path) {
  return existsSync(join(root, path));
}

async function inSequence(items, work) {
  const results = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function worst(results) {
  return {
    ok: results.every((result) => result.ok),
    output: results.map((result) => result.output).join(''),
  };
}

function tool(name, parameters, environment = {}) {
  const program = realpathSync(join(root, 'node_modules/.bin', name));
  const child = spawn(process.execPath, [program, ...parameters], {
    cwd: root,
    env: {
      ...process.env,
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => {
      done({ ok: code === 0, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

async function runUnitTests() {
  const reportFile = join(tmpdir(), `unit-tests-${process.pid}.json`);
  const parameters = ['--testPathPatterns', unitTests, '--json', `--outputFile=${reportFile}`];
  const result = await tool('jest', parameters, {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`,
  });
  if (!existsSync(reportFile)) return { ...result, ok: false };
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  rmSync(reportFile);
  const counted = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // Jest can fail without a failed test: an error after the last one.
  const failed = result.ok ? counted : Math.max(counted, 1);
  const passed = report.numPassedTests;
  return { ...result, passed, failed, note: `${passed} passed, ${failed} failed` };
}

async function runStep(name) {
  process.stdout.write(`${name.padEnd(10)} `);
  const started = performance.now();
  const { ok, output = '', note = '', passed, failed } = await steps[name]();
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${`${seconds.toFixed(1)} s`.padStart(7)}  ${note}`);
  if (!ok) console.log(`\n${output.trim()}\n`);
  return { name, ok, seconds, passed, failed };
}

function readParameters() {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'string' } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !Object.hasOwn(steps, name));
  if (unknown.length > 0) {
    throw new Error(`No step "${unknown.join(', ')}". Steps: ${Object.keys(steps).join(', ')}`);
  }
  const names = positionals.length > 0 ? positionals : Object.keys(steps);
  return { names, jsonFile: values.json };
}

async function main() {
  const { names, jsonFile } = readParameters();
  const results = await inSequence(names, runStep);
  if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify(results, null, 2)}\n`);
  const failed = results.filter((result) => !result.ok).map((result) => result.name);
  console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nAll checks passed.');
  process.exitCode = failed.length > 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
