import fc from 'fast-check';
import {
  answerFaults,
  applicationStatuses,
  applicationSteps,
  mayStep,
  pointsOf,
  reasonsOf,
  screen,
} from './application.rules.js';
import type { Candidate, Party, Requirements } from './application.rules.js';

const now = new Date('2026-03-01T01:00:00Z');

const requirements: Requirements = {
  occupationCode: '2-02-10',
  regionCode: '310115',
  minimumEducation: 4,
  minimumExperienceYears: 2,
  skills: ['TypeScript', 'PostgreSQL'],
  monthlyPayMax: 2_000_000,
  questions: [
    { id: 'shift', text: '能否上夜班？', required: true, acceptableAnswers: ['yes'] },
    { id: 'why', text: '为什么应聘？', required: false, acceptableAnswers: [] },
  ],
};

const candidate: Candidate = {
  education: 4,
  experienceYears: 3,
  birthDate: '2000-05-01',
  regionCode: '310104',
  occupationCodes: ['2-02-10'],
  skills: ['typescript', 'ＰｏｓｔｇｒｅＳＱＬ'],
  expectedPayMin: 1_500_000,
};

describe('steps of an application', () => {
  const parties: readonly Party[] = ['company', 'applicant', 'clock'];
  const expected: Record<string, string> = {
    'submitted>viewed': 'company',
    'submitted>shortlisted': 'company',
    'submitted>interview_offered': 'company',
    'viewed>shortlisted': 'company',
    'viewed>interview_offered': 'company',
    'shortlisted>interview_offered': 'company',
    'shortlisted>intent': 'company',
    'interview_offered>interview_done': 'company',
    'interview_done>intent': 'company',
    'interview_done>offered': 'company',
    'intent>offered': 'company',
    'offered>accepted': 'applicant',
    'accepted>onboarded': 'company',
  };
  const open = [
    'submitted',
    'viewed',
    'shortlisted',
    'interview_offered',
    'interview_done',
    'intent',
    'offered',
    'accepted',
  ];
  for (const from of open) {
    expected[`${from}>rejected`] = 'company';
    expected[`${from}>withdrawn`] = 'applicant';
    expected[`${from}>expired`] = 'clock';
  }

  it.each(
    applicationStatuses.flatMap((from) => applicationStatuses.map((to) => [from, to] as const)),
  )('%s to %s is open to exactly whom the table says', (from, to) => {
    const allowed = parties.filter((party) => mayStep(from, to, party));
    const party = expected[`${from}>${to}`];
    expect(allowed).toEqual(party === undefined ? [] : [party]);
  });

  it('reaches every state from submitted', () => {
    const seen = new Set(['submitted']);
    for (const from of seen) {
      for (const to of Object.keys(applicationSteps[from as keyof typeof applicationSteps])) {
        seen.add(to);
      }
    }
    expect([...seen].sort()).toEqual([...applicationStatuses].sort());
  });
});

describe('answers to screening questions', () => {
  it('names the required answer that is missing and the answer that nobody asked for', () => {
    expect(answerFaults(requirements.questions, { salary: '1' })).toEqual([
      { questionId: 'shift', kind: 'missing' },
      { questionId: 'salary', kind: 'unknown' },
    ]);
    expect(answerFaults(requirements.questions, { shift: 'no' })).toEqual([]);
    const named = requirements.questions.map((question) => ({ ...question, id: 'constructor' }));
    expect(answerFaults(named, {})).toContainEqual({ questionId: 'constructor', kind: 'missing' });
  });
});

describe('screening', () => {
  it('gives a fitting candidate all points but the commute', () => {
    const result = screen(requirements, candidate, { shift: 'yes' }, now);
    expect(result.eligible).toBe(true);
    expect(result.score).toBe(98);
    expect(result.reasons.find((reason) => reason.factor === 'region')).toEqual({
      factor: 'region',
      points: 8,
      outOf: 10,
    });
  });

  it('names what speaks against a candidate and still scores', () => {
    const result = screen(
      requirements,
      { ...candidate, education: 2, experienceYears: 0, birthDate: '2010-03-02' },
      { shift: 'no' },
      now,
    );
    expect(result.eligible).toBe(false);
    expect(result.obstacles).toEqual(['under-age', 'education', 'experience', 'answers']);
  });

  it('counts the sixteenth birthday itself as old enough', () => {
    const turns = (birthDate: string) =>
      screen(requirements, { ...candidate, birthDate }, { shift: 'yes' }, now).obstacles;
    expect(turns('2010-03-01')).toEqual([]);
    expect(turns('2010-03-02')).toEqual(['under-age']);
  });

  it('has nothing to score without a profile', () => {
    const result = screen(requirements, null, { shift: 'yes' }, now);
    expect(result).toMatchObject({ eligible: false, obstacles: ['profile-missing'], score: 0 });
  });

  it('always gives a whole score from 0 to 100 that is the sum of its reasons', () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(
        fc.record({
          education: fc.option(fc.integer({ min: 0, max: 6 })),
          experienceYears: fc.option(fc.integer({ min: 0, max: 60 })),
          birthDate: fc.constant(null),
          regionCode: fc.option(text),
          occupationCodes: fc.array(text),
          skills: fc.array(text),
          expectedPayMin: fc.option(fc.integer({ min: 0, max: 1e9 })),
        }),
        fc.array(text),
        (anyCandidate, skills) => {
          const { score, reasons } = screen({ ...requirements, skills }, anyCandidate, {}, now);
          expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
          expect(reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(score);
          expect(reasonsOf(pointsOf(reasons))).toEqual(reasons);
        },
      ),
    );
  });
});
