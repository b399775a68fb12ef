import type { Membership } from '../../platform/auth/actor.js';

export type OrganizationKind = Membership['organizationKind'];
export type Role = 'administrator' | 'reviewer' | 'recruiter' | 'host';

export const organizationKinds: readonly OrganizationKind[] = ['operator', 'organizer', 'employer'];
export const roles: readonly Role[] = ['administrator', 'reviewer', 'recruiter', 'host'];

/** What every signed-in person may do: being a jobseeker needs no organization. */
const everybody = [
  'account.read',
  'applicant.profile',
  'application.submit',
  'application.read-own',
  'company.register',
  'live-session.say',
  'notice.read',
] as const;

const employerHost = ['live-session.host', 'live-session.moderate'] as const;

const employerRecruiter = [
  ...employerHost,
  'application.review',
  'application.export',
  'booth.edit',
  'company.read-own',
  'job-posting.edit',
  'job-posting.export',
  'live-session.manage',
] as const;

const employerAdministrator = [
  ...employerRecruiter,
  'booth.apply',
  'company.edit',
  'job-posting.import',
  'organization.manage-members',
] as const;

const organizerHost = [...employerHost, 'live-session.manage'] as const;

const organizerReviewer = [
  'application.oversee',
  'company.export',
  'company.review',
  'fair.review-booths',
  'job-posting.export',
  'job-posting.review',
  'statistics.read',
] as const;

const organizerAdministrator = [
  ...organizerHost,
  ...organizerReviewer,
  'application.export',
  'application.retry',
  'company.import',
  'fair.manage',
  'job-posting.import',
  'organization.manage-members',
  'statistics.export',
] as const;

const operatorAdministrator = [
  ...organizerAdministrator,
  'company.edit',
  'job-posting.edit',
  'mail.read',
  'organization.create',
  'statistics.reconcile',
] as const;

/** The whole permission matrix: kind of organization, role in it, what that allows. */
export const permissionsOfRole: Readonly<
  Record<OrganizationKind, Readonly<Partial<Record<Role, readonly string[]>>>>
> = {
  employer: {
    administrator: employerAdministrator,
    recruiter: employerRecruiter,
    host: employerHost,
  },
  organizer: {
    administrator: organizerAdministrator,
    reviewer: organizerReviewer,
    host: organizerHost,
  },
  operator: {
    administrator: operatorAdministrator,
    reviewer: organizerReviewer,
  },
};

/** All that a signed-in person may do; which records it reaches is the services' scope. */
export function permissionsFor(
  memberships: readonly Pick<Membership, 'organizationKind' | 'role'>[],
): ReadonlySet<string> {
  const granted = memberships.flatMap(
    ({ organizationKind, role }) => permissionsOfRole[organizationKind][role as Role] ?? [],
  );
  return new Set<string>([...everybody, ...granted]);
}

export function isRoleOf(kind: OrganizationKind, role: Role): boolean {
  return permissionsOfRole[kind][role] !== undefined;
}
