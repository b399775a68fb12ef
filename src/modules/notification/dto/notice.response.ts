import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../../platform/http/page.js';
import { renderNotice } from '../notice.rules.js';
import type { Notice } from '../notice.rules.js';

export class BilingualTextResponse {
  @ApiProperty({ type: String })
  zh: string;

  @ApiProperty({ type: String })
  en: string;
}

export class NoticeResponse {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  /** What happened, for example `application.offered`. */
  @ApiProperty({ type: String })
  kind: string;

  /** The row that it is about. */
  @ApiProperty({ type: String, format: 'uuid' })
  subjectId: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  })
  params: Record<string, string | number>;

  @ApiProperty({ type: BilingualTextResponse })
  title: BilingualTextResponse;

  @ApiProperty({ type: BilingualTextResponse })
  text: BilingualTextResponse;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;
}

export class NoticePage extends PageOf(NoticeResponse) {
  /** All unread notices, not only those of this page; counted up to 1,000. */
  @ApiProperty({ type: 'integer' })
  unread: number;
}

export function noticeResponse(notice: Notice): NoticeResponse {
  return {
    id: notice.id,
    kind: notice.kind,
    subjectId: notice.subjectId,
    params: notice.params,
    ...renderNotice(notice.kind, notice.params),
    readAt: notice.readAt?.toISOString() ?? null,
    createdAt: notice.createdAt.toISOString(),
  };
}
