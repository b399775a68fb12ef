import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { newId } from '../ids/new-id.js';
import { CsvErrors } from './csv.errors.js';

/**
 * Takes an upload in whole before anything happens with it, so that a slow or broken connection
 * holds no transaction. The file has no name any more once it is open: no crash leaves it behind.
 *
 * @throws DomainError `request.too-large`, `csv.upload-broken`
 */
export async function withSpooled<Result>(
  folder: string,
  upload: Readable,
  mostBytes: number,
  work: (content: AsyncIterable<Buffer>) => Promise<Result>,
): Promise<Result> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, newId());
  const file = await open(path, 'wx+', 0o600);
  try {
    await rm(path);
    await writeFile(file, bounded(received(upload), mostBytes));
    return await work(file.createReadStream({ start: 0, autoClose: false }));
  } finally {
    await file.close();
  }
}

async function* bounded(chunks: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new DomainError(PlatformErrors['request.too-large']);
    yield chunk;
  }
}

/** A connection that breaks off is no fault of ours. */
async function* received(upload: Readable): AsyncGenerator<Buffer> {
  try {
    yield* upload as AsyncIterable<Buffer>;
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError(CsvErrors['csv.upload-broken']);
  }
}
