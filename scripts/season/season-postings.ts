import { regions } from '../../src/platform/codes/regions.js';
import { commonJobs } from './common-jobs.js';
import { shanghaiTime } from './season-fairs.js';
import type { Job } from './job.js';
import { streetAddress } from './invented-names.js';
import { postingPay } from './posting-pay.js';
import type { Random } from './random.js';
import { apportion } from './season-sizes.js';
import type { EmploymentType, SeasonCompany, SeasonPosting } from './season.types.js';
import { trades } from './trades.js';

const shanghaiDistricts = regions.codes
  .map(({ code }) => code)
  .filter((code) => code.startsWith('3101'));

const educationNames = ['学历不限', '初中', '高中或中专', '大专', '本科', '硕士', '博士'] as const;

const officeHours = ['周一至周五 9:00-17:30', '做五休二，8:30-17:00', '弹性工作，每周40小时'];
const shifts = ['两班倒，每班8小时', '做五休二，每班8小时', '做六休一，每天不超过7小时'];

const otherWorkingTimes: Readonly<
  Record<Exclude<EmploymentType, 'full_time' | 'dispatch'>, readonly string[]>
> = {
  part_time: ['每天4小时，每周不超过24小时', '周末两天，每天4小时'],
  internship: ['每周至少3天，每天8小时'],
  gig: ['按次预约，当日结算', '每天6小时，按周结算'],
  shared: ['做五休二，每班8小时，为期三个月'],
};

/** The postings of all companies; each company has at least one. */
export function seasonPostings(
  companies: readonly SeasonCompany[],
  count: number,
  today: Date,
  random: Random,
): SeasonPosting[] {
  const perCompany = apportion(
    count,
    companies.map(() => random.skewedWeight(0.8)),
    1,
  );
  const postings: SeasonPosting[] = [];
  for (const company of companies) {
    const taken = new Set<string>();
    for (let number = 1; number <= (perCompany[company.index] ?? 0); number += 1) {
      const opening = newOpening(company, taken, random);
      const reference = `${today.getUTCFullYear()}-${String(number).padStart(3, '0')}`;
      postings.push(newPosting(postings.length, company, { ...opening, reference }, today, random));
    }
  }
  return postings;
}

interface Opening {
  readonly job: Job;
  readonly grade: Grade;
  readonly title: string;
  readonly regionCode: string;
}

/** A job that the company does not offer yet at the same place. */
function newOpening(company: SeasonCompany, taken: Set<string>, random: Random): Opening {
  for (;;) {
    const job = random.pick(random.chance(0.7) ? trades[company.trade].jobs : commonJobs);
    const grade = pickGrade(job, random);
    const title = gradedTitle(job, grade, company.unitType === 'foreign_invested', random);
    const regionCode = random.chance(0.8) ? company.regionCode : random.pick(shanghaiDistricts);
    const key = `${title}/${regionCode}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return { job, grade, title, regionCode };
  }
}

type Grade = 'assistant' | 'regular' | 'senior';

const payFactors: Readonly<Record<Grade, number>> = { assistant: 0.8, regular: 1, senior: 1.3 };

/** Of assistants, heads and managers there is one kind. */
const ungraded = /助理|长$|主管$|经理$/;

function pickGrade(job: Job, random: Random): Grade {
  const drawn = random.next();
  if (ungraded.test(job.title)) return 'regular';
  if (drawn < 0.2) return 'senior';
  return drawn < 0.35 && job.occupation.startsWith('2-') ? 'assistant' : 'regular';
}

function gradedTitle(job: Job, grade: Grade, foreign: boolean, random: Random): string {
  const professional = /^[12]-/.test(job.occupation);
  if (foreign && random.chance(0.4)) {
    if (grade === 'regular') return job.titleEn;
    return `${grade === 'senior' ? (professional ? 'Senior' : 'Lead') : 'Assistant'} ${job.titleEn}`;
  }
  if (grade === 'regular') return job.title;
  if (grade === 'assistant') return `助理${job.title}`;
  return professional ? `高级${job.title}` : `${job.title}组长`;
}

function newPosting(
  index: number,
  company: SeasonCompany,
  opening: Opening & { readonly reference: string },
  today: Date,
  random: Random,
): SeasonPosting {
  const { job, grade, regionCode } = opening;
  const employmentType = pickEmploymentType(job, grade, random);
  const factor = payFactors[grade];
  const { least, most } = job.monthlyPay;
  const education = minimumEducation(job, random);
  const years = experienceYears(job, grade, random);
  const skills = random.sample(job.skills, random.integer(2, 4));
  return {
    index,
    companyIndex: company.index,
    reference: opening.reference,
    title: opening.title,
    occupationCode: job.occupation,
    headcount: headcount(job, random),
    employmentType,
    duties: `${random.shuffle(job.duties).join('；')}。`,
    requirements: requirements(education, years, skills, random),
    regionCode,
    address:
      regionCode === company.regionCode
        ? company.address
        : `${regions.nameOf(regionCode, 'zh-CN')}${streetAddress(random)}`,
    ...postingPay({ least: least * factor, most: most * factor }, employmentType, random),
    workingTime: random.pick(workingTimes(job, employmentType)),
    minimumEducation: education,
    minimumExperienceYears: years,
    skills,
    contactRoute: `在线投递，咨询邮箱 ${company.contactEmail}`,
    validThrough: shanghaiTime(today, random.integer(20, 80), 18),
  };
}

function pickEmploymentType(job: Job, grade: Grade, random: Random): EmploymentType {
  if (grade === 'senior' || random.chance(0.8)) return 'full_time';
  if (job.occupation.startsWith('2-')) return random.chance(0.5) ? 'internship' : 'full_time';
  if (/^4-0[1239]/.test(job.occupation)) return random.pick(['part_time', 'gig', 'dispatch']);
  return random.pick(['dispatch', 'shared', 'part_time', 'full_time']);
}

/** Most ask for no more schooling than the job needs. */
function minimumEducation(job: Job, random: Random): number {
  const { least, most } = job.education;
  return random.chance(0.7) ? least : random.integer(least, Math.min(most, least + 1));
}

function workingTimes(job: Job, type: EmploymentType): readonly string[] {
  if (type !== 'full_time' && type !== 'dispatch') return otherWorkingTimes[type];
  return /^[123]-/.test(job.occupation) ? officeHours : shifts;
}

function experienceYears(job: Job, grade: Grade, random: Random): number {
  if (grade === 'assistant') return 0;
  const { least, most } = job.experienceYears;
  return Math.floor((least + random.integer(least, most)) / 2) + (grade === 'senior' ? 2 : 0);
}

function headcount(job: Job, random: Random): number {
  const many = /^[46]-/.test(job.occupation) ? 4 : 1.4;
  return Math.min(120, Math.max(1, Math.round(many * random.skewedWeight(0.8))));
}

function requirements(
  education: number,
  years: number,
  skills: readonly string[],
  random: Random,
): string {
  const schooling = education === 0 ? educationNames[0] : `${educationNames[education]}及以上学历`;
  const experience = years === 0 ? '经验不限' : `${years}年以上相关经验`;
  const trait = random.pick(['责任心强', '善于沟通', '做事细致', '乐于学习', '有团队意识']);
  return `${schooling}，${experience}；熟悉${skills.join('、')}；${trait}。`;
}
