import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../../platform/http/page.js';
import {
  employmentTypes,
  jobPostingStatuses,
  payCurrencies,
  payPeriods,
} from '../job-posting.rules.js';
import type {
  EmploymentType,
  JobPosting,
  JobPostingStatus,
  PayCurrency,
  PayPeriod,
} from '../job-posting.rules.js';
import { questionKinds } from '../question.rules.js';
import type { Question, QuestionKind } from '../question.rules.js';

export class QuestionResponse {
  @ApiProperty({ type: String })
  id: string;

  @ApiProperty({ type: String })
  text: string;

  @ApiProperty({ enum: questionKinds })
  kind: QuestionKind;

  @ApiProperty({ type: Boolean })
  required: boolean;

  @ApiProperty({ type: [String] })
  choices: string[];

  /** For the company itself and for reviewers; `null` for everybody else. */
  @ApiProperty({ type: [String], nullable: true })
  acceptableAnswers: string[] | null;
}

export class JobPostingSummaryResponse {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid' })
  companyId: string;

  @ApiProperty({ type: String })
  companyName: string;

  @ApiProperty({ type: String, nullable: true })
  companyNameEn: string | null;

  @ApiProperty({ type: String })
  reference: string;

  @ApiProperty({ type: String })
  title: string;

  /** 职业分类大典. */
  @ApiProperty({ type: String })
  occupationCode: string;

  @ApiProperty({ type: 'integer' })
  headcount: number;

  @ApiProperty({ enum: Object.keys(employmentTypes) })
  employmentType: EmploymentType;

  /** GB/T 2260. */
  @ApiProperty({ type: String })
  regionCode: string;

  /** Minor units of the currency for one period. */
  @ApiProperty({ type: 'integer' })
  payMin: number;

  @ApiProperty({ type: 'integer' })
  payMax: number;

  @ApiProperty({ enum: payCurrencies })
  payCurrency: PayCurrency;

  @ApiProperty({ enum: Object.keys(payPeriods) })
  payPeriod: PayPeriod;

  /** 0 none to 6 doctor. */
  @ApiProperty({ type: 'integer' })
  minimumEducation: number;

  @ApiProperty({ type: 'integer' })
  minimumExperienceYears: number;

  /** The status at this moment: a posting past its validity is expired. */
  @ApiProperty({ enum: jobPostingStatuses })
  status: JobPostingStatus;

  @ApiProperty({ type: String, format: 'date-time' })
  validThrough: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  publishedAt: string | null;

  /** For `If-Match`. */
  @ApiProperty({ type: 'integer' })
  version: number;
}

export class JobPostingPage extends PageOf(JobPostingSummaryResponse) {}

export class JobPostingResponse extends JobPostingSummaryResponse {
  @ApiProperty({ type: String })
  duties: string;

  @ApiProperty({ type: String })
  requirements: string;

  @ApiProperty({ type: String })
  address: string;

  @ApiProperty({ type: String })
  workingTime: string;

  @ApiProperty({ type: [String] })
  skills: string[];

  @ApiProperty({ type: [QuestionResponse] })
  questions: QuestionResponse[];

  @ApiProperty({ type: String })
  contactRoute: string;

  @ApiProperty({ type: String, nullable: true })
  source: string | null;

  /** Why the status is what it is; for the company itself and for reviewers. */
  @ApiProperty({ type: String, nullable: true })
  statusReason: string | null;
}

type Named = JobPosting & { readonly companyName: string; readonly companyNameEn: string | null };

export function jobPostingSummary(posting: Named): JobPostingSummaryResponse {
  return {
    id: posting.id,
    companyId: posting.companyId,
    companyName: posting.companyName,
    companyNameEn: posting.companyNameEn,
    reference: posting.reference,
    title: posting.title,
    occupationCode: posting.occupationCode,
    headcount: posting.headcount,
    employmentType: posting.employmentType,
    regionCode: posting.regionCode,
    payMin: posting.payMin,
    payMax: posting.payMax,
    payCurrency: posting.payCurrency,
    payPeriod: posting.payPeriod,
    minimumEducation: posting.minimumEducation,
    minimumExperienceYears: posting.minimumExperienceYears,
    status: posting.status,
    validThrough: posting.validThrough.toISOString(),
    publishedAt: posting.publishedAt?.toISOString() ?? null,
    version: posting.version,
  };
}

/** @param seesInside whether the reader is of the company or a reviewer */
export function jobPostingResponse(posting: Named, seesInside: boolean): JobPostingResponse {
  return {
    ...jobPostingSummary(posting),
    duties: posting.duties,
    requirements: posting.requirements,
    address: posting.address,
    workingTime: posting.workingTime,
    skills: [...posting.skills],
    questions: posting.questions.map((question) => questionResponse(question, seesInside)),
    contactRoute: posting.contactRoute,
    source: posting.source,
    statusReason: seesInside ? posting.statusReason : null,
  };
}

/** Who applies is not told which answers are wanted. */
function questionResponse(question: Question, seesInside: boolean): QuestionResponse {
  return {
    ...question,
    choices: [...question.choices],
    acceptableAnswers: seesInside ? [...question.acceptableAnswers] : null,
  };
}
