import { ApiProperty } from '@nestjs/swagger';
import type { ApplicantProfile } from '../applicant.rules.js';

export class ApplicantProfileResponse {
  @ApiProperty({ type: String })
  phone: string;

  /** 0 none to 6 doctor. */
  @ApiProperty({ type: 'integer' })
  education: number;

  @ApiProperty({ type: 'integer' })
  experienceYears: number;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  birthDate: string | null;

  /** GB/T 2260. */
  @ApiProperty({ type: String })
  regionCode: string;

  @ApiProperty({ type: [String] })
  occupationCodes: string[];

  @ApiProperty({ type: [String] })
  skills: string[];

  /** Minor units of CNY a month. */
  @ApiProperty({ type: 'integer', nullable: true })
  expectedPayMin: number | null;

  @ApiProperty({ type: String })
  resumeText: string;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export function applicantProfileResponse(profile: ApplicantProfile): ApplicantProfileResponse {
  return {
    phone: profile.phone,
    education: profile.education,
    experienceYears: profile.experienceYears,
    birthDate: profile.birthDate,
    regionCode: profile.regionCode,
    occupationCodes: [...profile.occupationCodes],
    skills: [...profile.skills],
    expectedPayMin: profile.expectedPayMin,
    resumeText: profile.resumeText,
    version: profile.version,
  };
}
