import type { Actor, Membership } from '../../platform/auth/actor.js';

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

/** What a role allows: in its own organization, and in every one. */
export interface Grants {
  readonly own: readonly string[];
  readonly everywhere: readonly string[];
}

const host = ['live-session.host', 'live-session.moderate'] as const;

const employerHost = [...host, 'statistics.read-own'] as const;

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

const organizerHost = [...host, 'fair.preview', 'live-session.manage'] as const;

const organizerReviewer = {
  own: ['application.oversee', 'fair.preview', 'fair.review-booths', 'statistics.read'],
  everywhere: ['company.export', 'company.review', 'job-posting.export', 'job-posting.review'],
} as const;

const organizerAdministrator = {
  own: [
    ...organizerHost,
    ...organizerReviewer.own,
    'application.export',
    'application.retry',
    'fair.manage',
    'organization.manage-members',
    'statistics.export',
  ],
  everywhere: [...organizerReviewer.everywhere, 'company.import', 'job-posting.import'],
} as const;

const operatorReviewer = [
  ...organizerReviewer.own,
  ...organizerReviewer.everywhere,
  'statistics.read-own',
] as const;

const operatorAdministrator = [
  ...organizerAdministrator.own,
  ...organizerAdministrator.everywhere,
  'company.edit',
  'csv-import.oversee',
  'job-posting.edit',
  'mail.read',
  'organization.create',
  'statistics.read-own',
  'statistics.reconcile',
] as const;

/** The whole permission matrix: kind of organization, role in it, what that allows and where. */
export const grantsOfRole: Readonly<
  Record<OrganizationKind, Readonly<Partial<Record<Role, Grants>>>>
> = {
  employer: {
    administrator: { own: employerAdministrator, everywhere: [] },
    recruiter: { own: employerRecruiter, everywhere: [] },
    host: { own: employerHost, everywhere: [] },
  },
  organizer: {
    administrator: organizerAdministrator,
    reviewer: organizerReviewer,
    host: { own: organizerHost, everywhere: [] },
  },
  operator: {
    administrator: { own: [], everywhere: operatorAdministrator },
    reviewer: { own: [], everywhere: operatorReviewer },
  },
};

/** All that a signed-in person may do, and where. */
export function rightsOf(
  memberships: readonly Omit<Membership, 'permissions'>[],
): Pick<Actor, 'memberships' | 'everywhere' | 'permissions'> {
  const granted = memberships.map((membership) => ({ membership, ...grantsTo(membership) }));
  return {
    memberships: granted.map(({ membership, own, everywhere }) => ({
      ...membership,
      permissions: new Set([...own, ...everywhere]),
    })),
    everywhere: new Set(granted.flatMap(({ everywhere }) => everywhere)),
    permissions: new Set([
      ...everybody,
      ...granted.flatMap(({ own, everywhere }) => [...own, ...everywhere]),
    ]),
  };
}

function grantsTo({ organizationKind, role }: Omit<Membership, 'permissions'>): Grants {
  return grantsOfRole[organizationKind][role as Role] ?? { own: [], everywhere: [] };
}

export function isRoleOf(kind: OrganizationKind, role: Role): boolean {
  return grantsOfRole[kind][role] !== undefined;
}
