import { applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { DomainError } from '../errors/domain-error.js';
import { CsvErrors } from './csv.errors.js';
import { mostImportBytes } from './csv-importer.js';
import type { CsvFile } from './csv-importer.js';

/**
 * The file of a multipart request as a stream; nothing of it is held in memory.
 *
 * @throws DomainError `csv.file-missing`; the stream ends with `csv.one-file` where another follows
 */
export const UploadedCsv = createParamDecorator(
  async (_: unknown, context: ExecutionContext): Promise<CsvFile> => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.isMultipart()) throw new DomainError(CsvErrors['csv.file-missing']);
    // One byte more than an import takes, so that the import sees that there is more.
    const parts = request.files({ limits: { fileSize: mostImportBytes + 1 } });
    const first = await parts.next().catch(() => undefined);
    if (!first?.value) throw new DomainError(CsvErrors['csv.file-missing']);
    const { file, filename } = first.value as MultipartFile;
    return { stream: Readable.from(onlyFile(file, parts), { objectMode: false }), filename };
  },
);

async function* onlyFile(
  file: AsyncIterable<Buffer>,
  parts: AsyncIterator<MultipartFile>,
): AsyncGenerator<Buffer> {
  yield* file;
  await parts.next().catch((error: Error & { code?: string }) => {
    throw error.code === 'FST_FILES_LIMIT' ? new DomainError(CsvErrors['csv.one-file']) : error;
  });
}

export function ApiCsvUpload(): MethodDecorator {
  return applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' } },
      },
    }),
  );
}
