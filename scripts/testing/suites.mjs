import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject, projectFolder } from '../runtime/project.mjs';
import { runCommand } from '../runtime/run-command.mjs';

/** A busy machine is no fault: what hangs is found all the same. */
const patience = 120_000;

const none = { passed: 0, failed: 0, skipped: 0 };

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** `npm run check`, whole or some steps; each step counts as one, unit tests count themselves. */
export async function runCheck(steps = []) {
  return runWithReport('check', async (reportFile) => {
    const program = [inProject('scripts', 'check.mjs'), ...steps, '--json', reportFile];
    const code = await runNode(program);
    return { code, count: (results) => sum(results.map(countsOfCheck)) };
  });
}

/** @param {string[]} folders below test/, or single files */
export async function runJest(name, folders, { environment = {}, workers = 2 }) {
  return runWithReport(name, async (reportFile) => {
    const program = [
      '--experimental-vm-modules',
      '--no-warnings',
      inProject('node_modules', 'jest', 'bin', 'jest.js'),
      ...folders.map((folder) => `--testMatch=${testFiles(folder)}`),
      '--passWithNoTests',
      `--maxWorkers=${workers}`,
      `--testTimeout=${patience}`,
      '--json',
      `--outputFile=${reportFile}`,
    ];
    return { code: await runNode(program, environment), count: countsOfJest };
  });
}

/** Stories told by a real browser; all of them where no file is named. */
export async function runPlaywright(name, { environment, files }) {
  if (!existsSync(inProject('playwright.config.ts'))) return none;
  return runWithReport(name, async (reportFile) => {
    const program = [inProject('node_modules', '@playwright', 'test', 'cli.js'), 'test'];
    const code = await runNode([...program, ...files, '--reporter=list,json'], {
      ...environment,
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
    });
    return { code, count: countsOfPlaywright };
  });
}

/** A program that passes as a whole or fails as a whole. */
export async function runScript(program) {
  const code = await runNode(program);
  return { ...none, [code === 0 ? 'passed' : 'failed']: 1 };
}

/** @param {Counts[]} all */
export function sum(all) {
  const total = (key) => all.reduce((before, counts) => before + counts[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** A tool that fails without a failed test, or without a report, counts as one failure. */
async function runWithReport(name, work) {
  const reportFile = join(tmpdir(), `cloudfair-${name}-${process.pid}.json`);
  const { code, count } = await work(reportFile);
  if (!existsSync(reportFile)) return { ...none, failed: 1 };
  const counts = count(JSON.parse(readFileSync(reportFile, 'utf8')));
  rmSync(reportFile);
  return code === 0 ? counts : { ...counts, failed: Math.max(counts.failed, 1) };
}

async function runNode(program, environment = {}) {
  const env = { ...process.env, ...environment };
  const { code } = await runCommand(process.execPath, program, {
    cwd: projectFolder,
    env,
    show: true,
  });
  return code;
}

const testFiles = (folder) =>
  folder.endsWith('.ts') ? inProject(folder) : inProject(folder, '**', '*.@(spec|e2e).ts');

function countsOfCheck({ ok, passed, failed }) {
  if (passed === undefined) return { ...none, [ok ? 'passed' : 'failed']: 1 };
  return { passed, failed, skipped: 0 };
}

function countsOfJest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function countsOfPlaywright({ stats, errors = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
  };
}
