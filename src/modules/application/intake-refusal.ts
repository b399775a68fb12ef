import { DomainError } from '../../platform/errors/domain-error.js';
import type { Placement } from '../fair/index.js';
import type { IntakePosting } from '../job-posting/index.js';
import { ApplicationErrors } from './application.errors.js';
import { answerFaults } from './application.rules.js';

export interface Submission {
  readonly jobPostingId: string;
  readonly fairId?: string | undefined;
  readonly liveSessionId?: string | undefined;
  readonly answers: Readonly<Record<string, string>>;
}

/** A submission as it waits for its batch. */
export interface Entry extends Submission {
  readonly applicantId: string;
  readonly employerIds: readonly string[];
}

/** What a batch of submissions is judged by, read once for all of them. */
export interface IntakeContext {
  readonly postings: ReadonlyMap<string, IntakePosting>;
  readonly placements: ReadonlyMap<string, Placement>;
  readonly fairsOfSessions: ReadonlyMap<string, string>;
}

/** Why this submission cannot be taken, or `null`. */
export function refusalOf(entry: Entry, context: IntakeContext): DomainError | null {
  const posting = context.postings.get(entry.jobPostingId);
  if (!posting) return new DomainError(ApplicationErrors['application.posting-unknown']);
  if (!posting.isOpen) return new DomainError(ApplicationErrors['application.posting-closed']);
  if (posting.organizationId !== null && entry.employerIds.includes(posting.organizationId)) {
    return new DomainError(ApplicationErrors['application.own-company']);
  }
  return placementRefusal(entry, context) ?? answerRefusal(entry, posting);
}

function placementRefusal(entry: Entry, context: IntakeContext): DomainError | null {
  const { fairId, jobPostingId, liveSessionId } = entry;
  if (fairId !== undefined) {
    const placement = context.placements.get(placementKey({ fairId, jobPostingId }));
    if (!placement?.isPlaced) return new DomainError(ApplicationErrors['application.not-in-fair']);
    if (!placement.isFairOpen) return new DomainError(ApplicationErrors['application.fair-closed']);
  }
  if (liveSessionId !== undefined) {
    const fairOfSession = context.fairsOfSessions.get(liveSessionId);
    if (fairOfSession === undefined || fairOfSession !== fairId) {
      return new DomainError(ApplicationErrors['application.session-unknown']);
    }
  }
  return null;
}

function answerRefusal(entry: Entry, posting: IntakePosting): DomainError | null {
  const faults = answerFaults(posting.questions, entry.answers).map(({ questionId, kind }) => ({
    field: `answers.${questionId}`,
    code:
      kind === 'missing'
        ? ApplicationErrors['application.answer-missing']
        : ApplicationErrors['application.answer-unknown'],
  }));
  return faults.length > 0 ? new DomainError('request.invalid', {}, faults) : null;
}

export function placementKey(place: { fairId: string; jobPostingId: string }): string {
  return `${place.fairId} ${place.jobPostingId}`;
}
