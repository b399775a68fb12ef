import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { mayIn } from '../../platform/auth/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Locale } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { newId } from '../../platform/ids/new-id.js';
import { IdentityErrors } from './identity.errors.js';
import { IdentityQueries } from './identity.queries.js';
import type { Contact, MemberRow } from './identity.queries.js';
import { IdentityRepository } from './identity.repository.js';
import { isRoleOf } from './identity.rules.js';
import type { OrganizationKind, Role } from './identity.rules.js';

/** Organizations and who belongs to them. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly database: Database,
    private readonly repository: IdentityRepository,
    private readonly queries: IdentityQueries,
    private readonly audit: Audit,
  ) {}

  /** Creates an organization with its first administrator, inside the caller's transaction. */
  async createOrganization(
    transaction: Transaction,
    organization: { kind: OrganizationKind; name: string; administratorId: string | null },
  ): Promise<string> {
    const id = newId();
    await this.repository.insertOrganization(transaction, { id, ...organization });
    if (organization.administratorId) {
      await this.repository.putMember(
        transaction,
        id,
        organization.administratorId,
        'administrator',
      );
    }
    return id;
  }

  async createOrganizationFor(
    actor: Actor,
    organization: { kind: OrganizationKind; name: string; administratorEmail: string },
  ): Promise<{ id: string; kind: OrganizationKind; name: string }> {
    const administratorId = await this.userIdOf(organization.administratorEmail);
    const { kind, name } = organization;
    return this.database.transaction(async (transaction) => {
      const id = await this.createOrganization(transaction, { kind, name, administratorId });
      await this.audit.record(transaction, actor, {
        action: 'organization.created',
        subjectId: id,
        details: { kind },
      });
      return { id, kind, name };
    });
  }

  async membersOf(actor: Actor, organizationId: string): Promise<MemberRow[]> {
    assertAdministers(actor, organizationId);
    return this.queries.membersOf(organizationId);
  }

  /** Adds a person or changes the person's role. */
  async putMember(
    actor: Actor,
    organizationId: string,
    member: { email: string; role: Role },
  ): Promise<MemberRow[]> {
    assertAdministers(actor, organizationId);
    const userId = await this.userIdOf(member.email);
    await this.database.transaction(async (transaction) => {
      const organization = await this.repository.lockOrganization(transaction, organizationId);
      if (!organization) throw new DomainError(PlatformErrors['resource.not-found']);
      if (!isRoleOf(organization.kind, member.role)) {
        throw new DomainError(IdentityErrors['identity.role-not-of-kind']);
      }
      await this.repository.putMember(transaction, organizationId, userId, member.role);
      await this.assertAdministered(transaction, organizationId);
      await this.audit.record(transaction, actor, {
        action: 'organization.member-set',
        subjectId: organizationId,
        details: { userId, role: member.role },
      });
    });
    return this.queries.membersOf(organizationId);
  }

  async removeMember(actor: Actor, organizationId: string, userId: string): Promise<void> {
    assertAdministers(actor, organizationId);
    await this.database.transaction(async (transaction) => {
      await this.repository.lockOrganization(transaction, organizationId);
      const removed = await this.repository.removeMember(transaction, organizationId, userId);
      if (!removed) throw new DomainError(PlatformErrors['resource.not-found']);
      await this.assertAdministered(transaction, organizationId);
      await this.audit.record(transaction, actor, {
        action: 'organization.member-removed',
        subjectId: organizationId,
        details: { userId },
      });
    });
  }

  async setLocale(actor: Actor, locale: Locale): Promise<void> {
    await this.repository.setLocale(actor.userId, locale);
  }

  /** Addresses of active accounts, for sending; never for showing to others. */
  async contactsOf(userIds: readonly string[]): Promise<Contact[]> {
    return this.queries.contactsOf(userIds);
  }

  private async userIdOf(email: string): Promise<string> {
    const userId = await this.repository.userIdByEmail(email);
    if (!userId) throw new DomainError(IdentityErrors['identity.account-unknown']);
    return userId;
  }

  private async assertAdministered(
    transaction: Transaction,
    organizationId: string,
  ): Promise<void> {
    const administrators = await this.repository.countAdministrators(transaction, organizationId);
    if (administrators === 0) throw new DomainError(IdentityErrors['identity.last-administrator']);
  }
}

/** Members of other organizations learn nothing, not even that it exists. */
function assertAdministers(actor: Actor, organizationId: string): void {
  if (!mayIn(actor, organizationId, 'organization.manage-members')) {
    throw new DomainError(PlatformErrors['resource.not-found']);
  }
}
