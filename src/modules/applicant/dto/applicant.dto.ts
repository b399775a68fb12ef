import {
  Pattern,
  phonePattern,
  Text,
  TextList,
  WholeNumber,
} from '../../../platform/http/fields.js';
import { highestEducation } from '../applicant.rules.js';
import type { ApplicantContent } from '../applicant.rules.js';

export class PutApplicantProfileDto {
  @Pattern(phonePattern)
  phone: string;

  /** 0 none, 1 junior secondary, 2 senior secondary, 3 college, 4 bachelor, 5 master, 6 doctor. */
  @WholeNumber(0, highestEducation)
  education: number;

  @WholeNumber(0, 60)
  experienceYears: number;

  @Pattern(/^\d{4}-\d{2}-\d{2}$/, { optional: true, nullable: true })
  birthDate?: string | null;

  /** GB/T 2260: where work is sought. */
  @Pattern(/^\d{6}$/)
  regionCode: string;

  /** 职业分类大典: one to ten occupations sought. */
  @TextList(10, 10)
  occupationCodes: string[];

  @TextList(30, 50, { optional: true })
  skills?: string[];

  /** Minor units of CNY a month. */
  @WholeNumber(1, 1_000_000_000_000, { optional: true, nullable: true })
  expectedPayMin?: number | null;

  @Text(0, 20_000, { optional: true })
  resumeText?: string;
}

export function applicantContent(body: PutApplicantProfileDto): ApplicantContent {
  return {
    ...body,
    birthDate: body.birthDate ?? null,
    skills: body.skills ?? [],
    expectedPayMin: body.expectedPayMin ?? null,
    resumeText: body.resumeText ?? '',
  };
}
