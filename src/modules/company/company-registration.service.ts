import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { newId } from '../../platform/ids/new-id.js';
import { IdentityService } from '../identity/index.js';
import { CompanyErrors } from './company.errors.js';
import { CompanyQueries } from './company.queries.js';
import { CompanyRepository } from './company.repository.js';
import {
  companyFaults,
  isCreditCodeSound,
  isEditable,
  mayChangeCreditCode,
  mayEdit,
  statusAfterEdit,
} from './company.rules.js';
import type { Company, CompanyContent } from './company.rules.js';

/** What a company's own people do with it: register and keep it up to date. */
@Injectable()
export class CompanyRegistrationService {
  constructor(
    private readonly database: Database,
    private readonly repository: CompanyRepository,
    private readonly queries: CompanyQueries,
    private readonly identity: IdentityService,
    private readonly audit: Audit,
  ) {}

  /** Registers a company as a draft; who registers it becomes its administrator. */
  async register(actor: Actor, content: CompanyContent): Promise<Company> {
    refuseFaulty(content);
    const id = newId();
    await this.database
      .transaction(async (transaction) => {
        const organizationId = await this.organizationFor(transaction, actor, content.legalName);
        await this.repository.insert(
          transaction,
          { ...newDraft(content), id, organizationId },
          actor.userId,
        );
        await this.audit.record(transaction, actor, {
          action: 'company.registered',
          subjectId: id,
        });
      })
      .catch((error: unknown) => {
        throw asConflict(error);
      });
    return this.companyOf(id);
  }

  /** Changes what is given; what is left out stays. */
  async edit(
    actor: Actor,
    id: string,
    expectedVersion: number,
    changes: Partial<CompanyContent>,
  ): Promise<Company> {
    await this.database
      .transaction(async (transaction) => {
        const company = await this.repository.lock(transaction, id);
        if (!company || !mayEdit(actor, company)) {
          throw new DomainError(PlatformErrors['resource.not-found']);
        }
        if (company.version !== expectedVersion) {
          throw new DomainError(PlatformErrors['resource.changed']);
        }
        const content = { ...contentOf(company), ...changes };
        assertEditable(company, content);
        const status = statusAfterEdit(company, content);
        const isCreditCodeAccepted =
          company.creditCode === content.creditCode
            ? company.isCreditCodeAccepted
            : isCreditCodeSound(content.creditCode);
        await this.repository.saveContent(transaction, company, {
          ...content,
          status,
          isCreditCodeAccepted,
        });
        await this.audit.record(transaction, actor, {
          action: 'company.edited',
          subjectId: id,
          details: { fields: Object.keys(changes), from: company.status, to: status },
        });
      })
      .catch((error: unknown) => {
        throw asConflict(error);
      });
    return this.companyOf(id);
  }

  private async companyOf(id: string): Promise<Company> {
    const company = await this.queries.find(id);
    if (!company) throw new DomainError(PlatformErrors['resource.not-found']);
    return company;
  }

  /** The caller's own employer when it has no company yet, a new one otherwise. */
  private async organizationFor(
    transaction: Transaction,
    actor: Actor,
    name: string,
  ): Promise<string> {
    const administered = actor.memberships.find(
      ({ organizationKind, permissions }) =>
        organizationKind === 'employer' && permissions.has('company.edit'),
    );
    if (administered) return administered.organizationId;
    return this.identity.createOrganization(transaction, {
      kind: 'employer',
      name,
      administratorId: actor.userId,
    });
  }
}

function newDraft(content: CompanyContent) {
  return {
    ...content,
    isCreditCodeAccepted: isCreditCodeSound(content.creditCode),
    status: 'draft' as const,
    statusReason: null,
    verifiedAt: null,
    reverifyBy: null,
  };
}

function contentOf(company: Company): CompanyContent {
  return {
    creditCode: company.creditCode,
    legalName: company.legalName,
    legalNameEn: company.legalNameEn,
    unitType: company.unitType,
    industryCode: company.industryCode,
    regionCode: company.regionCode,
    address: company.address,
    introduction: company.introduction,
    contactName: company.contactName,
    contactPhone: company.contactPhone,
    contactEmail: company.contactEmail,
  };
}

function assertEditable(company: Company, content: CompanyContent): void {
  if (!isEditable(company.status)) throw new DomainError(CompanyErrors['company.not-editable']);
  if (company.creditCode !== content.creditCode && !mayChangeCreditCode(company.status)) {
    throw new DomainError(CompanyErrors['company.credit-code-fixed']);
  }
  refuseFaulty(content);
}

function refuseFaulty(content: CompanyContent): void {
  const faults = companyFaults(content);
  if (faults.length > 0) throw new DomainError(PlatformErrors['request.invalid'], {}, faults);
}

function asConflict(error: unknown): unknown {
  if (isUniqueViolation(error, 'company_credit_code_unique')) {
    return new DomainError(CompanyErrors['company.credit-code-taken']);
  }
  // One company for an employer, one registration for an account.
  if (isUniqueViolation(error)) return new DomainError(CompanyErrors['company.already-registered']);
  return error;
}
