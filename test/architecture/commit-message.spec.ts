import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PlantedTree, projectRoot } from './planted-tree.js';

async function check(subject: string): Promise<{ status: number | null; stderr: string }> {
  const tree = await PlantedTree.create({
    message: `${subject}\n\nA body: with anything in it.\n`,
  });
  try {
    return spawnSync(join(projectRoot, '.githooks/commit-msg'), [join(tree.root, 'message')], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
  } finally {
    await tree.remove();
  }
}

describe('the commit-msg hook', () => {
  it.each([
    'feat(job-posting): close an opening when its headcount is met',
    'fix(platform): answer 413 before the body is read',
    'feat(web)!: show the wall',
    'build: pin the stack',
    'Merge branch "main"',
  ])('lets "%s" pass', async (subject) => {
    await expect(check(subject)).resolves.toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    ['Fixed stuff', 'Start with one of'],
    ['feature(fair): open booths', 'Start with one of'],
    ['feat(training): a planned module has no code to commit', 'Unknown scope'],
    ['feat(fairs): open booths', 'Unknown scope'],
    ['feat(fair):', 'Start with one of'],
    [`docs: ${'long '.repeat(20)}`, 'within 100'],
  ])('refuses "%s"', async (subject, reason) => {
    const { status, stderr } = await check(subject);
    expect(status).toBe(1);
    expect(stderr).toContain(reason);
  });
});
