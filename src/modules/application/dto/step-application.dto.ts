import { Choice, Text } from '../../../platform/http/fields.js';
import { applicationStatuses } from '../application.rules.js';
import type { ApplicationStatus } from '../application.rules.js';

export class StepApplicationDto {
  @Choice(applicationStatuses)
  to: ApplicationStatus;

  /** Shown to the applicant; required for a refusal. */
  @Text(1, 1_000, { optional: true })
  reason?: string;
}
