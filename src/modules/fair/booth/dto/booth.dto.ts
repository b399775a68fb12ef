import { Choice, Id, IdList, Pattern, Text } from '../../../../platform/http/fields.js';
import { PageQuery } from '../../../../platform/http/page.js';
import { statusListPattern } from '../../dto/status-list.js';
import { boothStatuses, decisions, presences } from '../booth.rules.js';
import type { Decision, Presence } from '../booth.rules.js';

export const mostPostingsInBooth = 500;

export class BoothListQuery extends PageQuery {
  /** One status or several, with commas between them. */
  @Pattern(statusListPattern(boothStatuses), { optional: true })
  status?: string;
}

export class ApplyForBoothDto {
  @Id()
  companyId: string;
}

export class DecideBoothDto {
  @Choice(decisions)
  to: Decision;

  /** Shown to the company. */
  @Text(1, 500, { optional: true, nullable: true })
  reason?: string | null;
}

export class SetBoothPresenceDto {
  @Choice(presences)
  to: Presence;
}

export class ChooseBoothPostingsDto {
  /** All openings that the booth shows from now on. */
  @IdList(mostPostingsInBooth)
  jobPostingIds: string[];
}
