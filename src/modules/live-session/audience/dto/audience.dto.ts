import { Id, WholeNumber } from '../../../../platform/http/fields.js';

export class LeaveLiveSessionDto {
  @Id()
  sessionId: string;
}

export class JoinLiveSessionDto extends LeaveLiveSessionDto {
  /** The place of the last event that is known. */
  @WholeNumber(0, Number.MAX_SAFE_INTEGER, { optional: true })
  since?: number;
}
