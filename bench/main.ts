/** Judges the goals named on the command line, or all; one JSON line each. */
import type { Goal } from './support/goal.js';
import { judge } from './support/interleave.js';

const files = [
  'b1-import',
  'f1-room-frame',
  'f2-chat',
  'i1-apply-no-op',
  'i2-apply-textbook',
  'i4-processing',
  'p1-season',
  't1-counters',
];

const quick = process.argv.includes('--quick');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const selected = files.filter(
  (file) => wanted.length === 0 || wanted.some((id) => file.startsWith(`${id.toLowerCase()}-`)),
);
if (selected.length === 0) {
  console.error(`No goal of that name. There are: ${files.join(', ')}`);
  process.exit(1);
}

let allPass = true;
for (const file of selected) {
  const { goal } = (await import(new URL(`./${file}.js`, import.meta.url).href)) as { goal: Goal };
  const verdict = await judge(goal, file, quick ? 2 : 5);
  allPass &&= verdict.pass;
  console.log(JSON.stringify(verdict));
}
process.exitCode = allPass ? 0 : 1;
