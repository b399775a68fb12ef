import {
  Choice,
  Flag,
  Id,
  Instant,
  NestedList,
  Pattern,
  Text,
  TextList,
  WholeNumber,
} from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/page.js';
import {
  employmentTypes,
  highestEducation,
  jobPostingStatuses,
  payCurrencies,
  payPeriods,
} from '../job-posting.rules.js';
import type {
  EmploymentType,
  JobPostingContent,
  JobPostingStatus,
  PayCurrency,
  PayPeriod,
} from '../job-posting.rules.js';
import { mostQuestions, questionKinds } from '../question.rules.js';
import type { QuestionKind } from '../question.rules.js';

const employmentTypeCodes = Object.keys(employmentTypes);
const payPeriodCodes = Object.keys(payPeriods);
const occupationPattern = /^\d(?:-\d{2}){0,3}$/;
const regionPattern = /^\d{6}$/;
const mostPay = 1_000_000_000_000;

export class QuestionDto {
  /** Answers are given by it; unique within the posting. */
  @Pattern(/^[A-Za-z0-9_-]{1,40}$/)
  id: string;

  @Text(1, 300)
  text: string;

  @Choice(questionKinds)
  kind: QuestionKind;

  @Flag()
  required: boolean;

  /** What a `choice` offers. */
  @TextList(20, 100, { optional: true })
  choices?: string[];

  /** Answers that meet the requirement (`yes` or `no`, or some of the choices); none: every answer does. */
  @TextList(20, 100, { optional: true })
  acceptableAnswers?: string[];
}

export class CreateJobPostingDto {
  /** The verified company that offers it. */
  @Id()
  companyId: string;

  /** The company's own number, unique within it. */
  @Text(1, 60)
  reference: string;

  @Text(2, 100)
  title: string;

  /** 职业分类大典, for example 2-02. */
  @Pattern(occupationPattern)
  occupationCode: string;

  @WholeNumber(1, 9_999)
  headcount: number;

  @Choice(employmentTypeCodes)
  employmentType: EmploymentType;

  @Text(1, 5_000)
  duties: string;

  @Text(1, 5_000)
  requirements: string;

  /** GB/T 2260. */
  @Pattern(regionPattern)
  regionCode: string;

  @Text(1, 300)
  address: string;

  /** Base pay, in minor units of the currency for one period. */
  @WholeNumber(1, mostPay)
  payMin: number;

  @WholeNumber(1, mostPay)
  payMax: number;

  /** ISO 4217; CNY when left out. */
  @Choice(payCurrencies, { optional: true })
  payCurrency?: PayCurrency;

  @Choice(payPeriodCodes)
  payPeriod: PayPeriod;

  @Text(1, 300)
  workingTime: string;

  /** 0 none, 1 junior secondary, 2 senior secondary, 3 college, 4 bachelor, 5 master, 6 doctor. */
  @WholeNumber(0, highestEducation, { optional: true })
  minimumEducation?: number;

  @WholeNumber(0, 60, { optional: true })
  minimumExperienceYears?: number;

  @TextList(30, 50, { optional: true })
  skills?: string[];

  @NestedList(() => QuestionDto, mostQuestions, { optional: true })
  questions?: QuestionDto[];

  @Text(1, 300)
  contactRoute: string;

  /** Where a repost comes from. */
  @Text(1, 300, { optional: true, nullable: true })
  source?: string | null;

  /** The last moment to apply: in the future, at most 180 days ahead. */
  @Instant()
  validThrough: string;
}

/** What is left out stays as it is. */
export class EditJobPostingDto {
  @Text(1, 60, { optional: true })
  reference?: string;

  @Text(2, 100, { optional: true })
  title?: string;

  @Pattern(occupationPattern, { optional: true })
  occupationCode?: string;

  @WholeNumber(1, 9_999, { optional: true })
  headcount?: number;

  @Choice(employmentTypeCodes, { optional: true })
  employmentType?: EmploymentType;

  @Text(1, 5_000, { optional: true })
  duties?: string;

  @Text(1, 5_000, { optional: true })
  requirements?: string;

  @Pattern(regionPattern, { optional: true })
  regionCode?: string;

  @Text(1, 300, { optional: true })
  address?: string;

  @WholeNumber(1, mostPay, { optional: true })
  payMin?: number;

  @WholeNumber(1, mostPay, { optional: true })
  payMax?: number;

  @Choice(payCurrencies, { optional: true })
  payCurrency?: PayCurrency;

  @Choice(payPeriodCodes, { optional: true })
  payPeriod?: PayPeriod;

  @Text(1, 300, { optional: true })
  workingTime?: string;

  @WholeNumber(0, highestEducation, { optional: true })
  minimumEducation?: number;

  @WholeNumber(0, 60, { optional: true })
  minimumExperienceYears?: number;

  @TextList(30, 50, { optional: true })
  skills?: string[];

  @NestedList(() => QuestionDto, mostQuestions, { optional: true })
  questions?: QuestionDto[];

  @Text(1, 300, { optional: true })
  contactRoute?: string;

  @Text(1, 300, { optional: true, nullable: true })
  source?: string | null;

  @Instant({ optional: true })
  validThrough?: string;
}

export class MoveJobPostingDto {
  @Choice(jobPostingStatuses)
  to: JobPostingStatus;

  /** Needed where the company has to be told why. */
  @Text(1, 1_000, { optional: true })
  reason?: string;

  /** The version that was looked at; when it is no longer the newest, the answer is 412. */
  @WholeNumber(1, 999_999_999, { optional: true })
  version?: number;
}

export class JobPostingListQuery extends PageQuery {
  /** Part of the title or of the company's name. */
  @Text(1, 100, { optional: true })
  query?: string;

  @Id({ optional: true })
  companyId?: string;

  @Choice(jobPostingStatuses, { optional: true })
  status?: JobPostingStatus;

  /** An occupation or a whole class of them. */
  @Pattern(occupationPattern, { optional: true })
  occupationCode?: string;

  /** A region with all that lies in it. */
  @Pattern(regionPattern, { optional: true })
  regionCode?: string;

  @Choice(employmentTypeCodes, { optional: true })
  employmentType?: EmploymentType;

  /** `mine`: only the postings of the companies that the caller works for, in every status. */
  @Choice(['visible', 'mine'], { optional: true })
  scope?: 'visible' | 'mine';
}

export function newJobPosting({ companyId: _, ...body }: CreateJobPostingDto): JobPostingContent {
  return {
    ...body,
    payCurrency: body.payCurrency ?? 'CNY',
    minimumEducation: body.minimumEducation ?? 0,
    minimumExperienceYears: body.minimumExperienceYears ?? 0,
    skills: body.skills ?? [],
    questions: (body.questions ?? []).map(newQuestion),
    source: body.source ?? null,
    validThrough: new Date(body.validThrough),
  };
}

export function editedJobPosting(body: EditJobPostingDto): Partial<JobPostingContent> {
  const { questions, validThrough, ...rest } = body;
  return {
    ...rest,
    ...(questions === undefined ? {} : { questions: questions.map(newQuestion) }),
    ...(validThrough === undefined ? {} : { validThrough: new Date(validThrough) }),
  };
}

function newQuestion(question: QuestionDto) {
  return {
    id: question.id,
    text: question.text,
    kind: question.kind,
    required: question.required,
    choices: question.choices ?? [],
    acceptableAnswers: question.acceptableAnswers ?? [],
  };
}
