import { lchownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { runCommand } from './run-command.mjs';

/**
 * PostgreSQL refuses to run as root. Root therefore lends it another account.
 *
 * @returns {Promise<{ uid: number, gid: number } | null>} null: run it as who we are
 */
export async function postgresAccount() {
  if (process.getuid?.() !== 0) return null;
  const account =
    (await accountOf('postgres')) ?? (await createAccount()) ?? (await accountOf('nobody'));
  if (account) return account;
  throw new Problem(
    'PostgreSQL does not run as root, and there is no user to run it as. Start as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether the account can reach a folder; asked from the system itself, because modes do not tell all. */
export async function canEnter(account, folder) {
  const { code } = await runCommand('/bin/sh', ['-c', 'cd "$0"', folder], { account, cwd: '/' });
  return code === 0;
}

export function handOver(path, account) {
  if (!account) return;
  lchownSync(path, account.uid, account.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) handOver(join(path, name), account);
}

async function createAccount() {
  const name = 'postgres';
  const nowhere = '/nonexistent';
  const shadow = ['--system', '--user-group', '--no-create-home', '--home-dir', nowhere];
  const made = await runCommand('useradd', [...shadow, '--shell', '/usr/sbin/nologin', name]);
  if (made.code !== 0) {
    await runCommand('adduser', ['-S', '-D', '-H', '-h', nowhere, '-s', '/sbin/nologin', name]);
  }
  return accountOf(name);
}

async function accountOf(name) {
  const user = await runCommand('id', ['-u', name]);
  const group = await runCommand('id', ['-g', name]);
  if (user.code !== 0 || group.code !== 0) return null;
  const account = { uid: Number(user.output), gid: Number(group.output) };
  return account.uid > 0 ? account : null;
}
