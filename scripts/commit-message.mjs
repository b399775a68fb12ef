// The git hook .githooks/commit-msg: a subject is conventional, and its scope is a name on the map.
import { readFileSync } from 'node:fs';
import architecture from '../architecture.cjs';

const types = ['feat', 'fix', 'perf', 'refactor', 'test', 'docs', 'build', 'ci', 'chore'];
const writtenByGit = /^(Merge|Revert|fixup!|squash!) /;

function knownScopes({ levels, otherScopes }) {
  return ['platform', ...levels.flatMap((level) => Object.keys(level.modules)), ...otherScopes];
}

function problemOf(subject) {
  if (writtenByGit.test(subject)) return undefined;
  const [, type, scope] = /^([a-z]+)(?:\(([a-z-]+)\))?!?: \S/.exec(subject) ?? [];
  if (!types.includes(type)) return `Start with one of: ${types.join(', ')}.`;
  const scopes = knownScopes(architecture);
  if (scope && !scopes.includes(scope)) return `Unknown scope. Scopes: ${scopes.join(', ')}.`;
  return subject.length > 100 ? 'Keep the subject within 100 characters.' : undefined;
}

const subject = readFileSync(process.argv[2], 'utf8').split('\n', 1)[0];
const problem = problemOf(subject);
if (problem) {
  console.error(`"${subject}" is no subject for this project, e.g. "feat(fair): open booths".`);
  console.error(problem);
  process.exitCode = 1;
}
