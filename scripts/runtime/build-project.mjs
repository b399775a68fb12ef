import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { contentHash } from './content-hash.mjs';
import { Problem } from './problem.mjs';
import { slowStep } from './progress.mjs';
import { inProject, projectFolder } from './project.mjs';
import { lastLine, runCommand } from './run-command.mjs';

const shared = ['package-lock.json'];
const isTested = (name) => /[.]spec[.]tsx?$/.test(name);

const parts = [
  {
    name: 'server',
    sources: [...shared, 'src', 'migrations', 'scripts', 'nest-cli.json'].concat(
      'tsconfig.json',
      'tsconfig.build.json',
    ),
    accepts: (name) => !isTested(name) && !name.endsWith('.mjs'),
    results: ['dist/src', 'dist/migrations', 'dist/scripts'],
    program: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
  },
  {
    name: 'browser client',
    sources: [...shared, 'web', 'src'],
    accepts: (name) =>
      !isTested(name) && (!/^src[/\\]/.test(name) || name.endsWith('.socket-events.ts')),
    results: ['dist/web'],
    program: ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'],
  },
];

export const projectIsBuilt = () => staleParts().length === 0;

/** Builds what changed since its last build, both parts side by side. */
export async function buildProject() {
  const stale = staleParts();
  if (stale.length === 0) return;
  const names = stale.map((part) => part.name).join(' and ');
  await slowStep(`Building the ${names}`, async () => {
    const outcomes = await Promise.allSettled(stale.map(build));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
  });
}

function staleParts() {
  return parts
    .map((part) => ({ ...part, hash: contentHash(projectFolder, part.sources, part.accepts) }))
    .filter((part) => !isBuilt(part));
}

function isBuilt(part) {
  if (!existsSync(inProject(part.results[0]))) return false;
  const stamp = stampFile(part);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === part.hash;
}

/** Old results go first: a migration or a page that was removed must not live on. */
async function build(part) {
  for (const result of [...part.results.map((path) => inProject(path)), stampFile(part)]) {
    rmSync(result, { recursive: true, force: true });
  }
  const [program, ...parameters] = part.program;
  const { code, output } = await runCommand(process.execPath, [inProject(program), ...parameters], {
    cwd: projectFolder,
  });
  if (code !== 0) {
    const log = inProject('dist', `build-${part.name.replace(' ', '-')}.log`);
    mkdirSync(inProject('dist'), { recursive: true });
    writeFileSync(log, output);
    const reason = firstError(output) || lastLine(output);
    throw new Problem(`The ${part.name} could not be built: ${reason} (all of it: ${log})`);
  }
  writeFileSync(stampFile(part), part.hash);
}

function firstError(output) {
  // oxlint-disable-next-line no-control-regex -- compilers colour their messages
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '');
  return plain
    .split('\n')
    .find((line) => /\berror\b/i.test(line))
    ?.trim();
}

function stampFile(part) {
  return inProject('dist', `.built-${part.name.replace(' ', '-')}`);
}
