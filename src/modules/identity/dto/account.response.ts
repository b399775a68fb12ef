import { ApiProperty } from '@nestjs/swagger';
import type { Actor } from '../../../platform/auth/actor.js';

export class MembershipResponse {
  organizationId: string;
  @ApiProperty({ enum: ['operator', 'organizer', 'employer'] })
  organizationKind: string;
  organizationName: string;
  role: string;
  /** What this account may do in this organization. */
  @ApiProperty({ type: [String] })
  permissions: string[];
}

export class AccountResponse {
  userId: string;
  name: string;
  email: string;
  @ApiProperty({ type: String, nullable: true })
  locale: string | null;
  @ApiProperty({ type: [MembershipResponse] })
  memberships: MembershipResponse[];
  /** What this account may do in some organization or by itself, to show only what works. */
  @ApiProperty({ type: [String] })
  permissions: string[];
}

export class SessionResponse {
  /** `null`: a visitor. */
  @ApiProperty({ type: AccountResponse, nullable: true })
  account: AccountResponse | null;
}

export class MemberResponse {
  userId: string;
  name: string;
  email: string;
  role: string;
}

export class OrganizationResponse {
  id: string;
  kind: string;
  name: string;
}

export function accountResponse(actor: Actor): AccountResponse {
  return {
    userId: actor.userId,
    name: actor.name,
    email: actor.email,
    locale: actor.locale,
    memberships: actor.memberships.map((membership) => ({
      ...membership,
      permissions: [...membership.permissions].sort(),
    })),
    permissions: [...actor.permissions].sort(),
  };
}
