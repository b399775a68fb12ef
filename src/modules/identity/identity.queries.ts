import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Locale } from '../../platform/errors/domain-error.js';

export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: string;
}

export interface Contact {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale | null;
}

@Injectable()
export class IdentityQueries {
  constructor(private readonly database: Database) {}

  async membersOf(organizationId: string): Promise<MemberRow[]> {
    return this.database.query<MemberRow & Record<string, unknown>>(
      `SELECT "user".id AS "userId", "user".name, "user".email, membership.role
       FROM membership JOIN "user" ON "user".id = membership.user_id
       WHERE membership.organization_id = $1 ORDER BY "user".name, "user".id`,
      [organizationId],
    );
  }

  async contactsOf(userIds: readonly string[]): Promise<Contact[]> {
    return this.database.query<Contact & Record<string, unknown>>(
      `SELECT id AS "userId", name, email, locale FROM "user"
       WHERE id = ANY($1) AND "disabledAt" IS NULL`,
      [userIds],
    );
  }
}
