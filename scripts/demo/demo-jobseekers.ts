import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Season } from '../season/generate-season.js';
import type { SeasonJobseeker } from '../season/season.types.js';
import { DemoPerson } from './demo-person.js';
import type { DemoPeople } from './demo-people.js';

interface FairOpening {
  readonly id: string;
  readonly title: string;
  readonly regionCode: string;
  readonly companyName: string;
}

interface Question {
  readonly id: string;
  readonly choices: readonly string[];
}

/** Jobseekers with profiles who come to the fair; nobody needs their passwords. */
export async function enterJobseekers(
  app: NestFastifyApplication,
  people: DemoPeople,
  { jobseekers }: Season,
): Promise<DemoPerson[]> {
  const visitors: DemoPerson[] = [];
  for (const [index, profile] of jobseekers.entries()) {
    const { name, email } = profile;
    const password = randomBytes(18).toString('base64url');
    const person =
      index === 0 ? people.jobseeker : await DemoPerson.enter(app, { name, email }, password);
    await person.put('/me/applicant-profile', profileOf(profile));
    visitors.push(person);
  }
  return visitors;
}

/** Everybody but the newcomer's own account has applied for something. */
export async function applyAtFair(
  [newcomer, ...others]: readonly DemoPerson[],
  fairId: string,
  season: Season,
): Promise<void> {
  const idOf = new Map<string, string>();
  const path = `/fairs/${fairId}/job-postings?limit=100`;
  for (const opening of (await newcomer?.list<FairOpening>(path)) ?? []) {
    idOf.set(keyOf(opening.companyName, opening), opening.id);
  }
  for (const { jobseekerIndex, postingIndex } of season.applications) {
    const person = others[jobseekerIndex - 1];
    const jobPostingId = idOf.get(keyOfPosting(season, postingIndex));
    if (!person || !jobPostingId) continue;
    const answers = await answersOf(person, jobPostingId);
    await person.post('/applications', { jobPostingId, fairId, answers, consent: true });
  }
}

async function answersOf(
  person: DemoPerson,
  jobPostingId: string,
): Promise<Record<string, string>> {
  const { questions } = await person.get<{ questions: Question[] }>(
    `/job-postings/${jobPostingId}`,
  );
  return Object.fromEntries(questions.map(({ id, choices }) => [id, choices[0] ?? 'yes']));
}

function keyOfPosting({ companies, postings }: Season, postingIndex: number): string {
  const posting = postings[postingIndex];
  const company = companies[posting?.companyIndex ?? -1];
  return posting && company ? keyOf(company.legalName, posting) : '';
}

function keyOf(
  companyName: string,
  { title, regionCode }: { readonly title: string; readonly regionCode: string },
): string {
  return `${companyName}/${title}/${regionCode}`;
}

function profileOf(profile: SeasonJobseeker): object {
  return {
    phone: profile.phone,
    education: profile.education,
    experienceYears: profile.experienceYears,
    regionCode: profile.regionCode,
    occupationCodes: profile.occupationCodes,
    skills: profile.skills,
    expectedPayMin: profile.expectedPayMin,
  };
}
