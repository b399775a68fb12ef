import type { LocalizedName } from '../../platform/errors/domain-error.js';

/**
 * Pure rules of an application. "Now" is always an argument.
 * States: design of domain rules §1; one live application per person and posting.
 */
export const applicationStatuses = [
  'submitted',
  'viewed',
  'shortlisted',
  'interview_offered',
  'interview_done',
  'intent',
  'offered',
  'accepted',
  'onboarded',
  'rejected',
  'withdrawn',
  'expired',
] as const;

export type ApplicationStatus = (typeof applicationStatuses)[number];

export const applicationStatusNames: Readonly<Record<ApplicationStatus, LocalizedName>> = {
  submitted: { zh: '已投递', en: 'submitted' },
  viewed: { zh: '企业已查看', en: 'viewed' },
  shortlisted: { zh: '进入候选', en: 'shortlisted' },
  interview_offered: { zh: '邀请面试', en: 'invited to an interview' },
  interview_done: { zh: '已面试', en: 'interviewed' },
  intent: { zh: '达成意向', en: 'agreed in principle' },
  offered: { zh: '已发录用通知', en: 'offered' },
  accepted: { zh: '已接受录用', en: 'accepted' },
  onboarded: { zh: '已报到', en: 'onboarded' },
  rejected: { zh: '未通过', en: 'rejected' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  expired: { zh: '已过期', en: 'expired' },
};

/** Who may take a step: the company that was applied to, the applicant, or the clock. */
export type Party = 'company' | 'applicant' | 'clock';

type Steps = Readonly<Partial<Record<ApplicationStatus, Party>>>;

const leaving = { rejected: 'company', withdrawn: 'applicant', expired: 'clock' } as const;

/** From each state: the states that may follow and who may take the step. */
export const applicationSteps: Readonly<Record<ApplicationStatus, Steps>> = {
  submitted: {
    viewed: 'company',
    shortlisted: 'company',
    interview_offered: 'company',
    ...leaving,
  },
  viewed: { shortlisted: 'company', interview_offered: 'company', ...leaving },
  shortlisted: { interview_offered: 'company', intent: 'company', ...leaving },
  interview_offered: { interview_done: 'company', ...leaving },
  interview_done: { intent: 'company', offered: 'company', ...leaving },
  intent: { offered: 'company', ...leaving },
  offered: { accepted: 'applicant', ...leaving },
  accepted: { onboarded: 'company', ...leaving },
  onboarded: {},
  rejected: {},
  withdrawn: {},
  expired: {},
};

export function mayStep(from: ApplicationStatus, to: ApplicationStatus, party: Party): boolean {
  return applicationSteps[from][to] === party;
}

/** A refusal needs its reason: the applicant reads it. */
export function needsReason(to: ApplicationStatus): boolean {
  return to === 'rejected';
}

export interface ScreeningQuestion {
  readonly id: string;
  readonly text: string;
  readonly required: boolean;
  /** Answers that meet the requirement; empty when every answer does. */
  readonly acceptableAnswers: readonly string[];
}

/** Never what every object has besides, such as its `constructor`. */
function answerTo(question: ScreeningQuestion, answers: Readonly<Record<string, string>>): string {
  return Object.hasOwn(answers, question.id) ? (answers[question.id] ?? '').trim() : '';
}

export interface AnswerFault {
  readonly questionId: string;
  readonly kind: 'missing' | 'unknown';
}

/** What is wrong with the answers before anybody judges them. */
export function answerFaults(
  questions: readonly ScreeningQuestion[],
  answers: Readonly<Record<string, string>>,
): AnswerFault[] {
  const missing = questions
    .filter((question) => question.required && answerTo(question, answers) === '')
    .map((question) => ({ questionId: question.id, kind: 'missing' as const }));
  const known = new Set(questions.map((question) => question.id));
  const unknown = Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((questionId) => ({ questionId, kind: 'unknown' as const }));
  return [...missing, ...unknown];
}

export interface Requirements {
  readonly occupationCode: string;
  readonly regionCode: string;
  readonly minimumEducation: number;
  readonly minimumExperienceYears: number;
  readonly skills: readonly string[];
  /** Minor units for one month, `null` when the period cannot be compared. */
  readonly monthlyPayMax: number | null;
  readonly questions: readonly ScreeningQuestion[];
}

export interface Candidate {
  readonly education: number | null;
  readonly experienceYears: number | null;
  readonly birthDate: string | null;
  readonly regionCode: string | null;
  readonly occupationCodes: readonly string[];
  readonly skills: readonly string[];
  readonly expectedPayMin: number | null;
}

/** Append only: kept scores name their factors by the place in this list. */
export const scoreFactors = [
  'skills',
  'occupation',
  'education',
  'experience',
  'region',
  'pay',
] as const;

export interface ScoreReason {
  readonly factor: (typeof scoreFactors)[number];
  readonly points: number;
  readonly outOf: number;
}

export interface Screening {
  readonly eligible: boolean;
  /** Codes of what speaks against it; a person decides, nothing is refused automatically. */
  readonly obstacles: readonly string[];
  /** 0 to 100, the sum of the reasons' points. */
  readonly score: number;
  readonly reasons: readonly ScoreReason[];
}

/** The reasons as they are kept: points and most points of each factor in turn. */
export function pointsOf(reasons: readonly ScoreReason[]): number[] {
  return reasons.flatMap(({ points, outOf }) => [points, outOf]);
}

export function reasonsOf(points: readonly number[]): ScoreReason[] {
  return scoreFactors.slice(0, points.length / 2).map((factor, place) => ({
    factor,
    points: points[2 * place] ?? 0,
    outOf: points[2 * place + 1] ?? 0,
  }));
}

/** Labour Law art. 15: no employment under 16. */
const minimumAge = 16;

/**
 * Judges one application: what speaks against it and how well it fits, each with its reasons
 * (PIPL art. 24 asks for an explanation of automated ranking).
 */
export function screen(
  requirements: Requirements,
  candidate: Candidate | null,
  answers: Readonly<Record<string, string>>,
  now: Date,
): Screening {
  const obstacles = obstaclesOf(requirements, candidate, answers, now);
  const reasons = candidate ? scoreReasons(requirements, candidate) : [];
  return {
    eligible: obstacles.length === 0,
    obstacles,
    score: reasons.reduce((sum, reason) => sum + reason.points, 0),
    reasons,
  };
}

function obstaclesOf(
  requirements: Requirements,
  candidate: Candidate | null,
  answers: Readonly<Record<string, string>>,
  now: Date,
): string[] {
  const obstacles = candidate ? shortcomings(requirements, candidate, now) : ['profile-missing'];
  if (requirements.questions.some((question) => isRefusedBy(question, answers))) {
    obstacles.push('answers');
  }
  return obstacles;
}

function shortcomings(requirements: Requirements, candidate: Candidate, now: Date): string[] {
  const found: string[] = [];
  if (isUnderAge(candidate.birthDate, now)) found.push('under-age');
  if ((candidate.education ?? 0) < requirements.minimumEducation) found.push('education');
  if ((candidate.experienceYears ?? 0) < requirements.minimumExperienceYears) {
    found.push('experience');
  }
  return found;
}

function isUnderAge(birthDate: string | null, now: Date): boolean {
  if (birthDate === null) return false;
  // The day matters only in the year of that birthday.
  if (now.getUTCFullYear() - Number(birthDate.slice(0, 4)) > minimumAge) return false;
  const birthday = new Date(`${birthDate}T00:00:00Z`);
  birthday.setUTCFullYear(birthday.getUTCFullYear() + minimumAge);
  return birthday.getTime() > now.getTime();
}

function isRefusedBy(
  question: ScreeningQuestion,
  answers: Readonly<Record<string, string>>,
): boolean {
  const answer = answerTo(question, answers);
  if (answer === '' || question.acceptableAnswers.length === 0) return false;
  return !question.acceptableAnswers.includes(answer);
}

function scoreReasons(requirements: Requirements, candidate: Candidate): ScoreReason[] {
  return [
    share('skills', 40, skillShare(requirements.skills, candidate.skills)),
    share(
      'occupation',
      20,
      occupationShare(requirements.occupationCode, candidate.occupationCodes),
    ),
    share('education', 10, reaches(candidate.education, requirements.minimumEducation)),
    share(
      'experience',
      10,
      reaches(candidate.experienceYears, requirements.minimumExperienceYears),
    ),
    share('region', 10, regionShare(requirements.regionCode, candidate.regionCode)),
    share('pay', 10, payShare(requirements.monthlyPayMax, candidate.expectedPayMin)),
  ];
}

function share(factor: ScoreReason['factor'], outOf: number, part: number): ScoreReason {
  return { factor, outOf, points: Math.round(outOf * part) };
}

function skillShare(wanted: readonly string[], known: readonly string[]): number {
  if (wanted.length === 0) return 1;
  const has = folded(known);
  return folded(wanted).filter((skill) => has.includes(skill)).length / wanted.length;
}

/** A slice compares the same lists again and again. */
const foldedLists = new WeakMap<readonly string[], readonly string[]>();

function folded(skills: readonly string[]): readonly string[] {
  let list = foldedLists.get(skills);
  if (!list) foldedLists.set(skills, (list = skills.map(foldCase)));
  return list;
}

function foldCase(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** Occupation codes are hierarchical: the same group counts half. */
function occupationShare(wanted: string, sought: readonly string[]): number {
  if (sought.includes(wanted)) return 1;
  return sought.some((code) => groupOf(code) === groupOf(wanted)) ? 0.5 : 0;
}

function groupOf(occupationCode: string): string {
  return occupationCode.split('-').slice(0, 2).join('-');
}

/** GB/T 2260: two digits province, four digits city. */
function regionShare(wanted: string, lives: string | null): number {
  if (lives === null) return 0;
  if (lives === wanted) return 1;
  if (lives.slice(0, 4) === wanted.slice(0, 4)) return 0.8;
  return lives.slice(0, 2) === wanted.slice(0, 2) ? 0.5 : 0;
}

function reaches(has: number | null, needed: number): number {
  if (needed === 0) return 1;
  return Math.min(1, (has ?? 0) / needed);
}

function payShare(offeredMost: number | null, expectedLeast: number | null): number {
  if (offeredMost === null || expectedLeast === null || expectedLeast <= offeredMost) return 1;
  return Math.max(0, 1 - (expectedLeast - offeredMost) / offeredMost);
}
