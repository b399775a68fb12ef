import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { OrganizationKind, Role } from './identity.rules.js';

@Injectable()
export class IdentityRepository {
  constructor(private readonly database: Database) {}

  async insertOrganization(
    transaction: Transaction,
    organization: { id: string; kind: OrganizationKind; name: string },
  ): Promise<void> {
    await transaction.query('INSERT INTO organization (id, kind, name) VALUES ($1, $2, $3)', [
      organization.id,
      organization.kind,
      organization.name,
    ]);
  }

  async putMember(
    transaction: Transaction,
    organizationId: string,
    userId: string,
    role: Role,
  ): Promise<void> {
    await transaction.query(
      `INSERT INTO membership (organization_id, user_id, role) VALUES ($1, $2, $3)
       ON CONFLICT (organization_id, user_id) DO UPDATE SET role = excluded.role`,
      [organizationId, userId, role],
    );
  }

  async removeMember(
    transaction: Transaction,
    organizationId: string,
    userId: string,
  ): Promise<boolean> {
    const removed = await transaction.execute(
      'DELETE FROM membership WHERE organization_id = $1 AND user_id = $2',
      [organizationId, userId],
    );
    return removed > 0;
  }

  /** Locks the organization, so that two changes cannot both remove "another" administrator. */
  async lockOrganization(
    transaction: Transaction,
    organizationId: string,
  ): Promise<{ kind: OrganizationKind } | undefined> {
    const [row] = await transaction.query<{ kind: OrganizationKind }>(
      'SELECT kind FROM organization WHERE id = $1 FOR UPDATE',
      [organizationId],
    );
    return row;
  }

  async countAdministrators(transaction: Transaction, organizationId: string): Promise<number> {
    const [row] = await transaction.query<{ count: number }>(
      `SELECT count(*) FROM membership WHERE organization_id = $1 AND role = 'administrator'`,
      [organizationId],
    );
    return row?.count ?? 0;
  }

  async userIdByEmail(email: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      'SELECT id FROM "user" WHERE email = lower($1)',
      [email],
    );
    return row?.id;
  }

  async setLocale(userId: string, locale: string): Promise<void> {
    await this.database.query('UPDATE "user" SET locale = $2, "updatedAt" = now() WHERE id = $1', [
      userId,
      locale,
    ]);
  }
}
