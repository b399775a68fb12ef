import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { CompanyErrors } from './company.errors.js';
import { CompanyFacts } from './company.events.js';
import { CompanyQueries } from './company.queries.js';
import { CompanyRepository } from './company.repository.js';
import {
  companyStatusNames,
  companyStep,
  isOwn,
  isReviewer,
  isVisible,
  mayEdit,
  mayReview,
  reverifyDate,
} from './company.rules.js';
import type { Company, CompanyStatus, CompanyStep } from './company.rules.js';

export interface CompanyMove {
  readonly to: CompanyStatus;
  readonly reason?: string;
  /** The reviewer has seen the licence: a credit code whose check character does not fit is right. */
  readonly acceptCreditCode?: boolean;
  /** The version that was looked at; a step on another one is refused. */
  readonly version?: number;
}

/** The way of a company through verification. */
@Injectable()
export class CompanyReviewService {
  constructor(
    private readonly database: Database,
    private readonly repository: CompanyRepository,
    private readonly queries: CompanyQueries,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Takes one step of the state table, as the company itself or as a reviewer. */
  async move(actor: Actor, id: string, move: CompanyMove): Promise<Company> {
    await this.database.transaction(async (transaction) => {
      const company = await this.repository.lock(transaction, id);
      if (!company || !(mayEdit(actor, company) || isReviewer(actor))) {
        throw new DomainError(PlatformErrors['resource.not-found']);
      }
      if (move.version !== undefined && company.version !== move.version) {
        throw new DomainError(PlatformErrors['resource.changed']);
      }
      const step = stepFor(actor, company, move.to);
      if (step.needsReason && !move.reason) {
        throw new DomainError(PlatformErrors['request.invalid'], {}, [
          { field: 'reason', code: CompanyErrors['company.reason-missing'] },
        ]);
      }
      await this.repository.saveStatus(transaction, company, {
        status: move.to,
        statusReason: move.reason ?? null,
        ...(move.to === 'verified' ? this.verification(company, move) : {}),
      });
      await this.record(transaction, actor, company, move);
    });
    const moved = await this.queries.find(id);
    if (!moved) throw new DomainError(PlatformErrors['resource.not-found']);
    return moved;
  }

  private verification(company: Company, move: CompanyMove) {
    if (!company.isCreditCodeAccepted && !move.acceptCreditCode) {
      throw new DomainError(CompanyErrors['company.credit-code-unconfirmed']);
    }
    const verifiedAt = this.clock.now();
    return { verifiedAt, reverifyBy: reverifyDate(verifiedAt), isCreditCodeAccepted: true };
  }

  private async record(
    transaction: Transaction,
    actor: Actor,
    company: Company,
    { to, reason, acceptCreditCode }: CompanyMove,
  ): Promise<void> {
    await this.audit.record(transaction, actor, {
      action: `company.${to}`,
      subjectId: company.id,
      details: {
        from: company.status,
        ...(reason ? { reason } : {}),
        ...(acceptCreditCode && !company.isCreditCodeAccepted ? { acceptCreditCode } : {}),
      },
    });
    if (to === 'submitted') return;
    await this.outbox.append(transaction, CompanyFacts.reviewed, [company.id]);
    if (isVisible(company.status) && !isVisible(to)) {
      await this.outbox.append(transaction, CompanyFacts.hidden, [company.id]);
    }
  }
}

/** The step that this actor may take to `to`, or the reason why not. */
function stepFor(actor: Actor, company: Company, to: CompanyStatus): CompanyStep {
  const asOwner = companyStep(company.status, to, 'owner');
  if (asOwner && mayEdit(actor, company)) return asOwner;
  const asReviewer = companyStep(company.status, to, 'reviewer');
  if (!asOwner && !asReviewer) {
    throw new DomainError(CompanyErrors['company.step-refused'], {
      from: companyStatusNames[company.status],
      to: companyStatusNames[to],
    });
  }
  if (asReviewer && mayReview(actor, company)) return asReviewer;
  if (asReviewer && isOwn(actor, company) && isReviewer(actor)) {
    throw new DomainError(CompanyErrors['company.own-review']);
  }
  throw new DomainError(PlatformErrors['permission.denied']);
}
