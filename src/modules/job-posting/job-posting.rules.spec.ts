import fc from 'fast-check';
import {
  changedFields,
  isOpenAt,
  jobPostingFaults,
  jobPostingStatuses,
  jobPostingStep,
  monthlyPayMax,
  statusAfterEdit,
  statusAt,
  tallyOf,
} from './job-posting.rules.js';
import type {
  JobPosting,
  JobPostingContent,
  JobPostingStatus,
  JobPostingStepBy,
} from './job-posting.rules.js';

const steppers: readonly JobPostingStepBy[] = [
  'company',
  'reviewer',
  'clock',
  'edit',
  'company-hidden',
];

/** The table of domain rules §1, written once more and differently: from → to: who. */
const expected: Readonly<Record<JobPostingStatus, Partial<Record<JobPostingStatus, string>>>> = {
  draft: { in_review: 'company' },
  in_review: { approved: 'reviewer', rejected: 'reviewer' },
  rejected: { in_review: 'company' },
  approved: { published: 'company reviewer', in_review: 'edit' },
  published: {
    in_review: 'edit',
    paused: 'company company-hidden',
    filled: 'company',
    expired: 'clock',
    withdrawn: 'company',
    taken_down: 'reviewer',
  },
  paused: {
    in_review: 'edit',
    published: 'company',
    filled: 'company',
    expired: 'clock',
    withdrawn: 'company',
    taken_down: 'reviewer',
    archived: 'company',
  },
  expired: { in_review: 'edit', archived: 'company' },
  filled: { archived: 'company' },
  withdrawn: { archived: 'company' },
  taken_down: { archived: 'reviewer' },
  archived: {},
};

const everyStep = jobPostingStatuses.flatMap((from) =>
  jobPostingStatuses.flatMap((to) =>
    steppers.map((by) => ({
      from,
      to,
      by,
      exists: (expected[from][to] ?? '').split(' ').includes(by),
    })),
  ),
);

const now = new Date('2026-03-02T04:00:00Z');

const content: JobPostingContent = {
  reference: '2026-001',
  title: '护理员',
  occupationCode: '4-14',
  headcount: 3,
  employmentType: 'full_time',
  duties: '照料老人',
  requirements: '有责任心',
  regionCode: '310115',
  address: '晴川路1号',
  payMin: 600_000,
  payMax: 800_000,
  payCurrency: 'CNY',
  payPeriod: 'month',
  workingTime: '做五休二',
  minimumEducation: 0,
  minimumExperienceYears: 0,
  skills: ['护理'],
  questions: [],
  contactRoute: '在线投递',
  source: null,
  validThrough: new Date('2026-04-01T00:00:00Z'),
};

const published: JobPosting = {
  ...content,
  id: '0190a000-0000-7000-8000-000000000001',
  companyId: '0190a000-0000-7000-8000-000000000002',
  status: 'published',
  statusReason: null,
  publishedAt: now,
  version: 1,
  createdAt: now,
};

describe('the way of a posting', () => {
  it.each(everyStep.filter((step) => step.exists))('leads from $from to $to by $by', (step) => {
    expect(jobPostingStep(step.from, step.to, step.by)).toBeDefined();
  });

  it.each(everyStep.filter((step) => !step.exists))(
    'does not lead from $from to $to by $by',
    (step) => {
      expect(jobPostingStep(step.from, step.to, step.by)).toBeUndefined();
    },
  );

  it('gives a reason with every step of a reviewer against it', () => {
    for (const { from, to, by, exists } of everyStep) {
      if (!exists) continue;
      const isAgainst = to === 'rejected' || to === 'taken_down';
      expect(jobPostingStep(from, to, by)?.needsReason ?? false).toBe(isAgainst);
    }
  });
});

describe('the validity of a posting', () => {
  it('ends after its last moment, before any task has run', () => {
    expect(isOpenAt(published, published.validThrough)).toBe(true);
    const after = new Date(published.validThrough.getTime() + 1);
    expect(isOpenAt(published, after)).toBe(false);
    expect(statusAt(published, after)).toBe('expired');
    expect(statusAt({ ...published, status: 'paused' }, after)).toBe('expired');
    expect(statusAt({ ...published, status: 'filled' }, after)).toBe('filled');
  });

  it('lies in the future and within 180 days', () => {
    const codesFor = (validThrough: Date): string[] =>
      jobPostingFaults({ ...content, validThrough }, now).map(({ code }) => code);
    expect(codesFor(now)).toEqual(['job-posting.validity-past']);
    expect(codesFor(new Date('2026-08-29T04:00:00Z'))).toEqual([]);
    expect(codesFor(new Date('2026-08-29T04:00:01Z'))).toEqual(['job-posting.validity-too-long']);
  });
});

describe('the content of a posting', () => {
  const faultsOf = (change: object): string[] =>
    jobPostingFaults({ ...content, ...change }, now).map(({ field, code }) => `${field} ${code}`);

  it('is fine as it is', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('names unknown codes and pay that runs backwards', () => {
    expect(faultsOf({ occupationCode: '9', regionCode: '310199', payMax: 1 })).toEqual([
      'occupationCode job-posting.occupation-unknown',
      'regionCode job-posting.region-unknown',
      'payMax job-posting.pay-reversed',
    ]);
  });

  it('asks questions that can be answered and judged', () => {
    const question = { id: 'a', text: '?', kind: 'text', required: true, choices: [] };
    const questions = [
      { ...question, acceptableAnswers: [] },
      { ...question, acceptableAnswers: ['x'] },
      { ...question, id: 'b', kind: 'yes_no', acceptableAnswers: ['yes'] },
      { ...question, id: 'c', kind: 'choice', choices: ['x'], acceptableAnswers: ['y'] },
      { ...question, id: 'constructor', acceptableAnswers: [] },
      { ...question, id: '__proto__', acceptableAnswers: [] },
    ];
    expect(faultsOf({ questions })).toEqual([
      'questions.1.id job-posting.question-repeated',
      'questions.1.acceptableAnswers job-posting.question-answers',
      'questions.3.choices job-posting.question-choices',
      'questions.3.acceptableAnswers job-posting.question-answers',
      'questions.4.id job-posting.question-id',
      'questions.5.id job-posting.question-id',
    ]);
  });
});

describe('an edit', () => {
  const statusAfter = (posting: JobPosting, changes: Partial<JobPostingContent>): string =>
    statusAfterEdit(posting, changedFields(posting, { ...posting, ...changes }), now);

  it('of what was reviewed sends a published posting to review again', () => {
    expect(statusAfter(published, { title: '护工' })).toBe('in_review');
    expect(statusAfter(published, { skills: [] })).toBe('in_review');
    expect(statusAfter({ ...published, status: 'approved' }, { payMin: 1 })).toBe('in_review');
  });

  it('of headcount, number or validity does not', () => {
    const validThrough = new Date('2026-05-01T00:00:00Z');
    expect(statusAfter(published, { headcount: 9, reference: 'x', validThrough })).toBe(
      'published',
    );
  });

  it('that changes nothing changes no status', () => {
    expect(statusAfter(published, { ...content, skills: ['护理'] })).toBe('published');
  });

  it('of an expired posting is reviewed, whatever it changes', () => {
    const expired = { ...published, validThrough: new Date('2026-03-01T00:00:00Z') };
    expect(statusAfter(expired, { validThrough: content.validThrough })).toBe('in_review');
  });

  it('leaves drafts and rejected postings to the company', () => {
    expect(statusAfter({ ...published, status: 'draft' }, { title: '护工' })).toBe('draft');
    expect(statusAfter({ ...published, status: 'rejected' }, { title: '护工' })).toBe('rejected');
  });
});

describe('the figures of a posting', () => {
  it('count only while it is published', () => {
    for (const status of jobPostingStatuses) {
      const isCounted = status === 'published';
      expect(tallyOf({ status, headcount: 3 })).toEqual(
        isCounted ? { postings: 1, headcount: 3 } : { postings: 0, headcount: 0 },
      );
    }
  });

  it.each([
    ['month', 'full_time', 800_000],
    ['year', 'full_time', 66_666],
    ['day', 'full_time', 17_400_000],
    ['hour', 'full_time', 139_200_000],
    ['hour', 'part_time', null],
    ['day', 'gig', null],
  ] as const)('say the pay of a %s of %s work for a month', (payPeriod, employmentType, month) => {
    expect(monthlyPayMax({ ...content, payPeriod, employmentType })).toBe(month);
  });

  it('never say a month of pay that is no whole number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.constantFrom('hour', 'day', 'week', 'month', 'year'),
        (payMax, payPeriod) => {
          expect(Number.isSafeInteger(monthlyPayMax({ ...content, payMax, payPeriod }))).toBe(true);
        },
      ),
    );
  });
});
