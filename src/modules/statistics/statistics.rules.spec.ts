import type { Actor, Membership } from '../../platform/auth/actor.js';
import { maySeeCompany, maySeeFair, mayOversee } from './statistics.rules.js';

const permissionsOf = {
  operator: ['fair.preview', 'statistics.read', 'statistics.read-own'],
  organizer: ['fair.preview', 'statistics.read'],
  employer: ['statistics.read-own'],
};

const memberOf = (kind: Membership['organizationKind'], organizationId: string): Actor => ({
  sessionId: 's',
  userId: 'u',
  name: 'n',
  email: 'e',
  locale: null,
  memberships: [
    {
      organizationId,
      organizationKind: kind,
      organizationName: 'o',
      role: 'administrator',
      permissions: new Set(permissionsOf[kind]),
    },
  ],
  everywhere: new Set(kind === 'operator' ? permissionsOf.operator : []),
  permissions: new Set(permissionsOf[kind]),
});

const fair = {
  id: 'f',
  organizerId: 'organizer',
  name: '春季招聘会',
  nameEn: null,
  status: 'planned',
  opensAt: new Date(0),
  isPublished: false,
};
const company = { id: 'c', organizationId: 'employer', name: '甲公司', nameEn: null };

const operator = memberOf('operator', 'any');
const organizer = memberOf('organizer', 'organizer');
const otherOrganizer = memberOf('organizer', 'other');
const employer = memberOf('employer', 'employer');
// Of the right organization's id but of another kind: ids alone prove nothing.
const oddEmployer = memberOf('employer', 'organizer');

describe('who sees which figures', () => {
  it.each([
    ['a visitor', null, false],
    ['an employer', employer, false],
    ['another organizer', otherOrganizer, false],
    ['its organizer', organizer, true],
    ['an operator', operator, true],
  ])('%s, of a fair that is not published', (_, actor, may) => {
    expect(maySeeFair(actor, fair)).toBe(may);
    expect(maySeeFair(actor, { ...fair, isPublished: true })).toBe(true);
  });

  it.each([
    ['an employer', employer, false],
    ['another organizer', otherOrganizer, false],
    ['a member of another kind', oddEmployer, false],
    ['its organizer', organizer, true],
    ['an operator', operator, true],
  ])('%s, of the single companies at a fair', (_, actor, may) => {
    expect(mayOversee(actor, fair, 'statistics.read')).toBe(may);
    expect(mayOversee(actor, fair, 'statistics.export')).toBe(false);
  });

  it.each([
    ['its member', employer, true],
    ['another employer', memberOf('employer', 'other'), false],
    ['an organizer', organizer, false],
    ['an operator', operator, true],
  ])('%s, of a company', (_, actor, may) => {
    expect(maySeeCompany(actor, company)).toBe(may);
  });

  it('nobody but operators, of a company without an account', () => {
    const imported = { ...company, organizationId: null };
    expect(maySeeCompany(employer, imported)).toBe(false);
    expect(maySeeCompany(operator, imported)).toBe(true);
  });
});
