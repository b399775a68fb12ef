import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, isAlive, isGone, newFolder, PostgresOwner, tidyUp } from './postgres-owner.js';

afterEach(tidyUp);

describe('embedded PostgreSQL', () => {
  it('keeps what was written from one start to the next, and leaves nothing running', async () => {
    const folder = newFolder();
    const first = await PostgresOwner.start(folder);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.end('SIGTERM');
    expect(await isGone(first.pid)).toBe(true);

    const second = await PostgresOwner.start(folder);

    expect(await ask(second.url, 'SELECT number FROM kept')).toBe(7);
    expect(second.url.split('@')[0]).toBe(first.url.split('@')[0]);
  });

  it('gives Cloudfair a role that is no superuser, in an order that is the same everywhere', async () => {
    const { url } = await PostgresOwner.start(newFolder());

    expect(await ask(url, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toBe(
      false,
    );
    expect(await ask(url, `SHOW server_encoding`)).toBe('UTF8');
    expect(
      await ask(url, `SELECT datlocprovider FROM pg_database WHERE datname = 'cloudfair'`),
    ).toBe('b');
    await ask(url, 'CREATE EXTENSION pg_trgm');
    expect(await ask(url, `SELECT cardinality(show_trgm('招聘会'))`)).toBeGreaterThan(0);
  });

  it('listens on the loopback address only, behind a password', async () => {
    const { url } = await PostgresOwner.start(newFolder());
    const address = new URL(url);
    address.password = 'guessed';

    expect(await ask(url, 'SHOW listen_addresses')).toBe('127.0.0.1');
    await expect(ask(address.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('runs twice at once in two data folders', async () => {
    const [first, second] = await Promise.all([
      PostgresOwner.start(newFolder()),
      PostgresOwner.start(newFolder()),
    ]);

    expect(await ask(first.url, 'SELECT 1')).toBe(1);
    expect(await ask(second.url, 'SELECT 1')).toBe(1);
  });

  it('lets one of two use a data folder and tells the other who has it', async () => {
    const folder = newFolder();
    const starts = await Promise.all([PostgresOwner.start(folder), PostgresOwner.start(folder)]);
    const [refused, ...rest] = starts.filter((owner) => owner.exitCode === 1);
    const [running] = starts.filter((owner) => owner.exitCode === null);

    expect(rest).toHaveLength(0);
    expect(refused?.complaint).toContain(`is in use by process ${running?.processId}`);
    expect(await ask(running?.url ?? '', 'SELECT 1')).toBe(1);
  });
});

describe('embedded PostgreSQL after a crash', () => {
  it('is stopped by its guard when its Cloudfair is killed', async () => {
    const owner = await PostgresOwner.start(newFolder());

    await owner.end('SIGKILL');

    expect(await isGone(owner.pid)).toBe(true);
  });

  it('stops a server that was left alone before it starts another one', async () => {
    const folder = newFolder();
    const first = await PostgresOwner.start(folder);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.vanish();
    expect(isAlive(first.pid)).toBe(true);

    const second = await PostgresOwner.start(folder);

    expect(isAlive(first.pid)).toBe(false);
    expect(await ask(second.url, 'SELECT number FROM kept')).toBe(7);
  });

  it('is not stopped by a process number that belongs to somebody else by now', async () => {
    const folder = newFolder();
    await (await PostgresOwner.start(folder)).end('SIGTERM');
    const lines = [process.pid, '/elsewhere', 1, 5432, '', '127.0.0.1', '', 'ready'];
    writeFileSync(join(folder, 'postgres/cluster/postmaster.pid'), `${lines.join('\n')}\n`);
    writeFileSync(join(folder, `in-use/00000000-${process.pid}-1-abcdef01`), '');

    const owner = await PostgresOwner.start(folder);

    expect(await ask(owner.url, 'SELECT 1')).toBe(1);
  });

  it('begins anew after a first start that was killed half way', async () => {
    const folder = newFolder();
    await (await PostgresOwner.start(folder)).end('SIGTERM');
    const home = join(folder, 'postgres');
    mkdirSync(join(home, 'cluster.new'));
    writeFileSync(join(home, 'cluster.new/PG_VERSION'), '18\n');
    rmSync(join(home, 'cluster'), { recursive: true });

    const owner = await PostgresOwner.start(folder);

    expect(await ask(owner.url, 'SELECT 1')).toBe(1);
  });
});

describe('a data folder that cannot be used is refused in one line', () => {
  const damages: Record<string, { damage: (folder: string) => void; line: RegExp }> = {
    'a file in its place': {
      damage: (folder) => {
        rmSync(folder, { recursive: true });
        writeFileSync(folder, 'not a folder');
      },
      line: /is not a folder/,
    },
    'something else in the place of the database': {
      damage: (folder) => {
        mkdirSync(join(folder, 'postgres'));
        writeFileSync(join(folder, 'postgres/thesis.doc'), 'precious');
      },
      line: /holds something else than Cloudfair's database \(thesis.doc\)/,
    },
    'a database of another version': {
      damage: (folder) => {
        mkdirSync(join(folder, 'postgres/cluster'), { recursive: true });
        writeFileSync(join(folder, 'postgres/cluster/PG_VERSION'), '15\n');
      },
      line: /is of PostgreSQL 15, but this is PostgreSQL 18/,
    },
    'a link that leads nowhere': {
      damage: (folder) => symlinkSync('/nowhere/at/all', join(folder, 'postgres')),
      line: /leads to a folder that is gone/,
    },
  };

  it.each(Object.keys(damages))('%s', async (name) => {
    const folder = newFolder();
    damages[name]?.damage(folder);

    const owner = await PostgresOwner.start(folder);

    expect(owner.exitCode).toBe(1);
    expect(owner.complaint).toMatch(damages[name]?.line ?? /never/);
    expect(owner.complaint.trim().split('\n')).toHaveLength(1);
  });

  it('a damaged database, and nothing stays running', async () => {
    const folder = newFolder();
    await (await PostgresOwner.start(folder)).end('SIGTERM');
    writeFileSync(join(folder, 'postgres/cluster/global/pg_control'), 'x'.repeat(8192));

    const owner = await PostgresOwner.start(folder);

    expect(owner.complaint).toMatch(/does not start: (FATAL|PANIC)/);
    expect(existsSync(join(folder, 'postgres/cluster/postmaster.pid'))).toBe(false);
  });

  it('lost or changed passwords, and nothing stays running', async () => {
    const folder = newFolder();
    await (await PostgresOwner.start(folder)).end('SIGTERM');
    writeFileSync(join(folder, 'database-passwords.json'), '{"superuser":"a","application":"b"}');

    const owner = await PostgresOwner.start(folder);

    expect(owner.complaint).toMatch(/password authentication failed/);
    expect(existsSync(join(folder, 'postgres/cluster/postmaster.pid'))).toBe(false);
  });
});
