import { Choice, Pattern, Text } from '../../../platform/http/fields.js';
import { organizationKinds, roles } from '../identity.rules.js';
import type { OrganizationKind, Role } from '../identity.rules.js';

const emailPattern = /^[^\s@]{1,64}@[^\s@]{1,255}$/;

export class CreateOrganizationDto {
  @Choice(organizationKinds)
  kind: OrganizationKind;

  @Text(1, 200)
  name: string;

  @Pattern(emailPattern)
  administratorEmail: string;
}

export class PutMemberDto {
  @Pattern(emailPattern)
  email: string;

  @Choice(roles)
  role: Role;
}

export class UpdateAccountDto {
  @Choice(['zh-CN', 'en'])
  locale: 'zh-CN' | 'en';
}
