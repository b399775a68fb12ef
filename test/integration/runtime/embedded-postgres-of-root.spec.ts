import { chmodSync, chownSync, cpSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ask, copyOfProject, newFolder, PostgresOwner, tidyUp } from './postgres-owner.js';

const nobody = 65_534;
const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

afterEach(tidyUp);

asRoot('embedded PostgreSQL of root', () => {
  it('runs as another user, also from a folder that nobody else can enter', async () => {
    const project = copyOfProject(0o700);

    const owner = await PostgresOwner.start(project, { project });

    expect(await ask(owner.url, 'SELECT 1')).toBe(1);
    expect(lstatSync(join(project, 'postgres')).isSymbolicLink()).toBe(true);
    expect(readFileSync(`/proc/${owner.pid}/status`, 'utf8')).not.toMatch(/^Uid:\s+0\b/m);
  });

  it('follows when the folder is closed to others later', async () => {
    const folder = newFolder();
    const first = await PostgresOwner.start(folder);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.end('SIGTERM');
    chmodSync(folder, 0o700);

    const second = await PostgresOwner.start(folder);

    expect(await ask(second.url, 'SELECT number FROM kept')).toBe(7);
  });

  it('takes over a data folder that root copied', async () => {
    const [original, copy] = [newFolder(), newFolder()];
    await (await PostgresOwner.start(original)).end('SIGTERM');
    rmSync(copy, { recursive: true });
    cpSync(original, copy, { recursive: true });

    const owner = await PostgresOwner.start(copy);

    expect(await ask(owner.url, 'SELECT 1')).toBe(1);
  });

  it('runs as an ordinary user too, who is kept out of the folders of others', async () => {
    const [own, foreign] = [newFolder(), newFolder()];
    chownSync(own, nobody, nobody);
    // The checkout itself may stand where only root can read it.
    const project = copyOfProject(0o755);

    const owner = await PostgresOwner.start(own, { project, user: nobody });
    const refused = await PostgresOwner.start(foreign, { project, user: nobody });

    expect(await ask(owner.url, 'SELECT 1')).toBe(1);
    expect(refused.complaint).toMatch(/cannot be written \(EACCES\)/);
  });
});
