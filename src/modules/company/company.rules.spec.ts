import type { Actor } from '../../platform/auth/actor.js';
import { creditCodeWithChecksum } from '../../platform/codes/credit-code.js';
import {
  companyFaults,
  companyStatuses,
  companyStep,
  isCreditCodeSound,
  mayPost,
  mayReview,
  reverifyDate,
  seesInside,
  statusAfterEdit,
} from './company.rules.js';
import type { Company, CompanyStatus, CompanyStepBy } from './company.rules.js';

const steppers: readonly CompanyStepBy[] = ['owner', 'reviewer', 'clock', 'edit'];

/** The table of domain rules §1, written once more and differently: from → to: who. */
const expected: Readonly<Record<CompanyStatus, Partial<Record<CompanyStatus, string>>>> = {
  draft: { submitted: 'owner' },
  submitted: { needs_fix: 'reviewer', verified: 'reviewer', blacklisted: 'reviewer' },
  needs_fix: { submitted: 'owner', blacklisted: 'reviewer' },
  verified: { due_reverify: 'clock edit', suspended: 'reviewer', blacklisted: 'reviewer' },
  due_reverify: { verified: 'reviewer', suspended: 'reviewer', blacklisted: 'reviewer' },
  suspended: { verified: 'reviewer', closed: 'reviewer', blacklisted: 'reviewer' },
  closed: { blacklisted: 'reviewer' },
  blacklisted: {},
};

const everyStep = companyStatuses.flatMap((from) =>
  companyStatuses.flatMap((to) =>
    steppers.map((by) => ({
      from,
      to,
      by,
      exists: (expected[from][to] ?? '').split(' ').includes(by),
    })),
  ),
);

const content = {
  creditCode: '91310115MA10000290',
  legalName: '上海澄禾科技有限公司',
  legalNameEn: null,
  unitType: 'private',
  industryCode: '65',
  regionCode: '310115',
  address: '晴川路1号',
  introduction: '',
  contactName: '张三',
  contactPhone: '021-00000001',
  contactEmail: null,
} as const;

const verified: Company = {
  ...content,
  id: '0190a000-0000-7000-8000-000000000001',
  organizationId: '0190a000-0000-7000-8000-000000000002',
  isCreditCodeAccepted: true,
  status: 'verified',
  statusReason: null,
  verifiedAt: new Date('2026-01-31T00:00:00Z'),
  reverifyBy: new Date('2026-07-31T00:00:00Z'),
  version: 1,
  createdAt: new Date('2026-01-01T00:00:00Z'),
};

/** Somebody with rights everywhere, or only in one employer's organization. */
const actor = (granted: string[], organizationId?: string): Actor => ({
  sessionId: '',
  userId: '',
  name: '',
  email: '',
  locale: null,
  memberships: organizationId
    ? [
        {
          organizationId,
          organizationKind: 'employer',
          organizationName: '',
          role: '',
          permissions: new Set(granted),
        },
      ]
    : [],
  everywhere: new Set(organizationId ? [] : granted),
  permissions: new Set(granted),
});

describe('the way of a company', () => {
  it.each(everyStep.filter((step) => step.exists))('leads from $from to $to by $by', (step) => {
    expect(companyStep(step.from, step.to, step.by)).toBeDefined();
  });

  it.each(everyStep.filter((step) => !step.exists))(
    'does not lead from $from to $to by $by',
    (step) => {
      expect(companyStep(step.from, step.to, step.by)).toBeUndefined();
    },
  );

  it('gives a reason with every step against the company', () => {
    const against = ['needs_fix', 'suspended', 'closed', 'blacklisted'];
    for (const { from, to, by, exists } of everyStep) {
      if (!exists) continue;
      expect(companyStep(from, to, by)?.needsReason ?? false).toBe(against.includes(to));
    }
  });
});

describe('the verification of a company', () => {
  it.each([
    ['2026-01-15T08:00:00Z', '2026-07-15T08:00:00Z'],
    ['2026-08-31T00:00:00Z', '2027-02-28T00:00:00Z'],
    ['2027-08-31T00:00:00Z', '2028-02-29T00:00:00Z'],
    ['2026-03-31T23:59:00Z', '2026-09-30T23:59:00Z'],
  ])('of %s runs until %s', (verifiedAt, reverifyBy) => {
    expect(reverifyDate(new Date(verifiedAt))).toEqual(new Date(reverifyBy));
  });

  it('lets it post until that very moment, whatever the task has written down', () => {
    expect(mayPost(verified, new Date('2026-07-30T23:59:59Z'))).toBe(true);
    expect(mayPost(verified, new Date('2026-07-31T00:00:00Z'))).toBe(false);
    expect(mayPost({ ...verified, status: 'due_reverify' }, new Date('2026-02-01'))).toBe(false);
  });

  it('is due again when the legal identity changes, not when the address does', () => {
    expect(statusAfterEdit(verified, { ...content, legalName: '上海澄屿科技有限公司' })).toBe(
      'due_reverify',
    );
    expect(statusAfterEdit(verified, { ...content, address: '望汐路2号' })).toBe('verified');
    const draft = { ...verified, status: 'draft' as const };
    expect(statusAfterEdit(draft, { ...content, legalName: '另一名称' })).toBe('draft');
  });

  it('is nothing for reviewers of the same employer', () => {
    const reviewer = actor(['company.review']);
    const { memberships } = actor([], verified.organizationId ?? '');
    expect(mayReview(reviewer, verified)).toBe(true);
    expect(mayReview({ ...reviewer, memberships }, verified)).toBe(false);
    expect(mayReview(actor([]), verified)).toBe(false);
  });

  it('shows contact and course to the company and to reviewers only', () => {
    expect(seesInside(null, verified)).toBe(false);
    const own = verified.organizationId ?? '';
    expect(seesInside(actor(['company.read-own'], 'another'), verified)).toBe(false);
    expect(seesInside(actor(['company.read-own'], own), verified)).toBe(true);
    expect(seesInside(actor([], own), verified)).toBe(false);
    expect(seesInside(actor(['company.review']), verified)).toBe(true);
    expect(seesInside(actor([]), { organizationId: null })).toBe(false);
  });
});

describe('the content of a company', () => {
  const faultsOf = (change: object): string[] =>
    companyFaults({ ...content, ...change }).map(({ field, code }) => `${field} ${code}`);

  it('is fine as it is', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('leaves a check character that does not fit to a reviewer', () => {
    const realFirm = '91350211M0000XUF46';
    expect(isCreditCodeSound(realFirm)).toBe(false);
    expect(faultsOf({ creditCode: realFirm })).toEqual([]);
    expect(isCreditCodeSound(creditCodeWithChecksum(realFirm.slice(0, 17)))).toBe(true);
  });

  it('names unknown codes', () => {
    expect(faultsOf({ creditCode: '123', industryCode: '00', regionCode: '990000' })).toEqual([
      'creditCode company.credit-code-wrong',
      'industryCode company.industry-unknown',
      'regionCode company.region-unknown',
    ]);
  });
});
