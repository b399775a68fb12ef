import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '../..');

export interface ToolRun {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** A throw-away project with the given files (path → content), on which a tool of the check is run. */
export class PlantedTree {
  private constructor(readonly root: string) {}

  static async create(files: Record<string, string>): Promise<PlantedTree> {
    const tree = new PlantedTree(await mkdtemp(join(tmpdir(), 'planted-tree-')));
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(tree.root, path)), { recursive: true });
      await writeFile(join(tree.root, path), content);
    }
    return tree;
  }

  run(tool: string, parameters: string[]): Promise<ToolRun> {
    const command = join(projectRoot, 'node_modules/.bin', tool);
    const options = { cwd: this.root, maxBuffer: 64 * 1024 * 1024 };
    return new Promise((done) => {
      execFile(command, parameters, options, (error, stdout, stderr) => {
        done({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    });
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }
}
