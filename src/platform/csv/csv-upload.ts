import { applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.js';
import { CsvErrors } from './csv.errors.js';
import { mostImportBytes } from './csv-importer.js';
import type { CsvFile } from './csv-importer.js';

/**
 * The first file of a multipart request as a stream; nothing of it is held in memory.
 *
 * @throws DomainError `csv.file-missing`
 */
export const UploadedCsv = createParamDecorator(
  async (_: unknown, context: ExecutionContext): Promise<CsvFile> => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.isMultipart()) throw new DomainError(CsvErrors['csv.file-missing']);
    // One byte more than an import takes, so that the import sees that there is more.
    const part = await request
      .file({ limits: { fileSize: mostImportBytes + 1 } })
      .catch(() => undefined);
    if (!part) throw new DomainError(CsvErrors['csv.file-missing']);
    return { stream: part.file, filename: part.filename };
  },
);

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
