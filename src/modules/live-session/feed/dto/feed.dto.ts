import { Id, Text, WholeNumber } from '../../../../platform/http/fields.js';

const longestText = 500;
const longestKey = 64;
export const mostEvents = 500;

export class SayDto {
  @Text(1, longestText)
  text: string;

  /** What the sender calls this message; the same key again is the same message. */
  @Text(1, longestKey)
  clientKey: string;
}

export class AnnounceDto {
  @Text(1, longestText)
  text: string;
}

export class SayInSessionDto extends SayDto {
  @Id()
  sessionId: string;
}

export class FeedQuery {
  /** The place of the last event that is known. */
  @WholeNumber(0, Number.MAX_SAFE_INTEGER, { optional: true })
  since?: number;

  @WholeNumber(1, mostEvents, { optional: true })
  limit?: number;
}
