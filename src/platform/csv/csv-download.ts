import type { Readable } from 'node:stream';
import { applyDecorators, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

const contentType = 'text/csv; charset=utf-8; header=present';

/** A file to save, sent while it is read. */
export function csvDownload(filename: string, content: Readable): StreamableFile {
  return new StreamableFile(content, {
    type: contentType,
    disposition: `attachment; filename="${filename}"`,
  });
}

export function ApiCsvDownload(): MethodDecorator {
  return applyDecorators(
    Header('content-type', contentType),
    ApiProduces('text/csv'),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );
}
