import { Injectable } from '@nestjs/common';
import { reaches } from '../../platform/auth/actor.js';
import type { Actor, Reach } from '../../platform/auth/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Counters } from '../../platform/counters/counters.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { ApplicationAccessService } from './application-access.service.js';
import { changesOf } from './application-screening.service.js';
import { ApplicationErrors } from './application.errors.js';
import { applicationStatusChanged, applicationSubmitted } from './application.events.js';
import { ApplicationRepository } from './application.repository.js';
import type { LockedApplication } from './application.repository.js';
import { applicationStatusNames, mayStep, needsReason } from './application.rules.js';
import type { ApplicationStatus, Party } from './application.rules.js';

/** Moves applications on: the company, the applicant, and whoever clears up what got stuck. */
@Injectable()
export class ApplicationReviewService {
  constructor(
    private readonly database: Database,
    private readonly repository: ApplicationRepository,
    private readonly access: ApplicationAccessService,
    private readonly counters: Counters,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `resource.not-found`, `application.transition-impossible`,
   *   `application.reason-missing`
   */
  async step(
    actor: Actor,
    id: string,
    to: ApplicationStatus,
    reason: string | null,
  ): Promise<void> {
    if (needsReason(to) && reason === null) {
      throw new DomainError(PlatformErrors['request.invalid'], {}, [
        { field: 'reason', code: ApplicationErrors['application.reason-missing'] },
      ]);
    }
    const reviewed = await this.access.reviewed(actor);
    await this.database.transaction(async (transaction) => {
      const application = await this.repository.lock(transaction, id);
      const party = partyOf(actor, reviewed, application);
      if (!application || !party) throw new DomainError(PlatformErrors['resource.not-found']);
      const from = application.status;
      if (from === to) return;
      if (!mayStep(from, to, party)) {
        throw new DomainError(ApplicationErrors['application.transition-impossible'], {
          from: applicationStatusNames[from],
          to: applicationStatusNames[to],
        });
      }
      await this.repository.saveStatus(transaction, id, to, reason);
      await this.outbox.append(transaction, applicationStatusChanged, [id]);
      await this.audit.record(transaction, actor, {
        action: 'application.status-changed',
        subjectId: id,
        details: { from, to },
      });
    });
  }

  /** Gives an application that needed attention another run. */
  async retry(actor: Actor, id: string): Promise<void> {
    await this.access.assertRetries(actor, id);
    await this.database.transaction(async (transaction) => {
      const application = await this.repository.lock(transaction, id);
      if (!application?.attentionReason) {
        throw new DomainError(ApplicationErrors['application.no-attention-needed']);
      }
      await this.repository.clearAttention(transaction, id);
      await this.counters.add(transaction, changesOf([application], 'applications.attention', -1));
      await this.outbox.append(transaction, applicationSubmitted, [id]);
      await this.audit.record(transaction, actor, { action: 'application.retried', subjectId: id });
    });
  }
}

function partyOf(
  actor: Actor,
  reviewed: Reach,
  application: LockedApplication | undefined,
): Party | null {
  if (!application) return null;
  if (application.applicantId === actor.userId) return 'applicant';
  return reaches(reviewed, application.companyId) ? 'company' : null;
}
