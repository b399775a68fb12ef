import { Id } from '../../../../platform/http/fields.js';

export class PushCardDto {
  @Id()
  jobPostingId: string;
}
