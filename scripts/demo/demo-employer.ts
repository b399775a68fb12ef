import type { Season } from '../season/generate-season.js';
import type { SeasonCompany, SeasonPosting } from '../season/season.types.js';
import { organizationOf } from './demo-people.js';
import type { DemoPeople } from './demo-people.js';

export interface DemoEmployer {
  readonly companyId: string;
  readonly postingIds: readonly string[];
}

interface Known {
  readonly id: string;
  readonly status: string;
}

const questions = [
  {
    id: 'start',
    text: '最快何时可以到岗？ When could you start?',
    kind: 'choice',
    required: true,
    choices: ['一周内', '一个月内', '三个月内'],
    acceptableAnswers: ['一周内', '一个月内'],
  },
  {
    id: 'shifts',
    text: '是否接受轮班？ Do you accept shifts?',
    kind: 'yes_no',
    required: false,
    acceptableAnswers: ['yes'],
  },
];

/** The first company registered by itself; it has people of its own, its openings were reviewed. */
export async function openEmployer(
  people: DemoPeople,
  { companies: [company], postings }: Season,
): Promise<DemoEmployer> {
  if (!company) throw new Error('A demo has companies');
  const { employer } = people;
  const [known] = await employer.list<Known>('/companies?scope=mine');
  const { id, status } =
    known ?? (await employer.post<Known>('/companies', registration(company, employer.name)));
  if (status === 'draft') await employer.move(`/companies/${id}`, 'submitted');
  if (status !== 'verified') await people.operator.move(`/companies/${id}`, 'verified');
  await invite(people);
  const postingIds: string[] = [];
  for (const posting of postings.filter(({ companyIndex }) => companyIndex === company.index)) {
    postingIds.push(await publish(people, id, posting));
  }
  return { companyId: id, postingIds };
}

/** The company's booth, with all its openings in it. */
export async function takeBooth(
  { employer, organizer }: DemoPeople,
  fairId: string,
  { companyId, postingIds }: DemoEmployer,
): Promise<void> {
  const booths = await organizer.list<Known & { companyId: string }>(
    `/fairs/${fairId}/booths?limit=100`,
  );
  const known = booths.find((booth) => booth.companyId === companyId);
  const booth = known ?? (await employer.post<Known>(`/fairs/${fairId}/booths`, { companyId }));
  const path = `/fairs/${fairId}/booths/${booth.id}`;
  if (booth.status === 'applied') await organizer.move(path, 'approved');
  await employer.put(`${path}/job-postings`, { jobPostingIds: postingIds });
  if (booth.status === 'applied' || booth.status === 'approved') {
    await employer.post(`${path}/presence`, { to: 'set_up' });
  }
}

/** Staff stands in the booth as soon as the fair is open. */
export async function staffBooth(
  { employer }: DemoPeople,
  fairId: string,
  { companyId }: DemoEmployer,
): Promise<void> {
  const booths = await employer.list<Known & { companyId: string }>(
    `/fairs/${fairId}/booths?limit=100`,
  );
  const own = booths.find((booth) => booth.companyId === companyId);
  if (own?.status !== 'set_up') return;
  await employer.post(`/fairs/${fairId}/booths/${own.id}/presence`, { to: 'online' });
}

async function invite({ employer, recruiter, host }: DemoPeople): Promise<void> {
  const organizationId = await organizationOf(employer, 'employer');
  const members = `/organizations/${organizationId}/members`;
  await employer.post(members, { email: recruiter.email, role: 'recruiter' });
  await employer.post(members, { email: host.email, role: 'host' });
}

/** Written by the company, reviewed by the operator. */
async function publish(
  { recruiter, operator }: DemoPeople,
  companyId: string,
  posting: SeasonPosting,
): Promise<string> {
  const drafted = await recruiter.list<Known & { reference: string }>(
    '/job-postings?scope=mine&limit=100',
  );
  const known = drafted.find(({ reference }) => reference === posting.reference);
  const { id, status } =
    known ?? (await recruiter.post<Known>('/job-postings', postingContent(companyId, posting)));
  const path = `/job-postings/${id}`;
  if (status === 'draft') await recruiter.move(path, 'in_review');
  if (status === 'draft' || status === 'in_review') await operator.move(path, 'approved');
  if (status !== 'published') await recruiter.move(path, 'published');
  return id;
}

function registration(company: SeasonCompany, contactName: string): object {
  return {
    creditCode: company.creditCode,
    legalName: company.legalName,
    legalNameEn: company.legalNameEn,
    unitType: company.unitType,
    industryCode: company.industryCode,
    regionCode: company.regionCode,
    address: company.address,
    introduction: company.introduction,
    contactName,
    contactPhone: company.contactPhone,
    contactEmail: company.contactEmail,
  };
}

function postingContent(companyId: string, posting: SeasonPosting): object {
  return {
    companyId,
    reference: posting.reference,
    title: posting.title,
    occupationCode: posting.occupationCode,
    headcount: posting.headcount,
    employmentType: posting.employmentType,
    duties: posting.duties,
    requirements: posting.requirements,
    regionCode: posting.regionCode,
    address: posting.address,
    payMin: posting.payMin,
    payMax: posting.payMax,
    payPeriod: posting.payPeriod,
    workingTime: posting.workingTime,
    minimumEducation: posting.minimumEducation,
    minimumExperienceYears: posting.minimumExperienceYears,
    skills: posting.skills,
    questions: posting.index % 2 === 0 ? questions : [],
    contactRoute: posting.contactRoute,
    validThrough: posting.validThrough.toISOString(),
  };
}
