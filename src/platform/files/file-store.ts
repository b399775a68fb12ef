import { createReadStream, createWriteStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';
import { isId, newId } from '../ids/new-id.js';

/** Files under names that we make, never under names that come from outside. */
@Injectable()
export class FileStore {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Keeps a stream whole or not at all. @returns the id to open it with */
  async keep(content: Readable): Promise<string> {
    const id = newId();
    const target = this.pathOf(id);
    await mkdir(join(this.folder, id.slice(-2)), { recursive: true });
    try {
      await pipeline(content, createWriteStream(`${target}.part`, { mode: 0o600 }));
      await rename(`${target}.part`, target);
    } catch (error) {
      await rm(`${target}.part`, { force: true });
      throw error;
    }
    return id;
  }

  open(id: string): ReadStream {
    return createReadStream(this.pathOf(id));
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  private get folder(): string {
    return join(this.config.dataFolder, 'files');
  }

  private pathOf(id: string): string {
    if (!isId(id)) throw new Error('A file id is a uuid');
    return join(this.folder, id.slice(-2), id);
  }
}
