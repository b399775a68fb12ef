import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { idArray } from '../../platform/database/binary-array.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { ApplicantEntity } from './applicant.entity.js';
import type { ApplicantContent, ApplicantProfile, MatchingProfile } from './applicant.rules.js';

type Row<Type> = Type & Record<string, unknown>;

@Injectable()
export class ApplicantRepository {
  constructor(private readonly database: Database) {}

  async find(userId: string): Promise<ApplicantProfile | null> {
    return this.database.dataSource.manager.findOneBy(ApplicantEntity, { userId });
  }

  /** Writes the profile, new or under the next version: one statement, so two tabs cannot collide. */
  async put(userId: string, content: ApplicantContent): Promise<ApplicantProfile> {
    const [profile] = await this.database.statement<Row<ApplicantProfile>>(
      'applicant.put',
      `INSERT INTO applicant (user_id, phone, education, experience_years, birth_date, region_code,
                              occupation_codes, skills, expected_pay_min, resume_text)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (user_id) DO UPDATE SET
         phone = excluded.phone, education = excluded.education,
         experience_years = excluded.experience_years, birth_date = excluded.birth_date,
         region_code = excluded.region_code, occupation_codes = excluded.occupation_codes,
         skills = excluded.skills, expected_pay_min = excluded.expected_pay_min,
         resume_text = excluded.resume_text, version = applicant.version + 1, updated_at = now()
       RETURNING user_id AS "userId", phone, education, experience_years AS "experienceYears",
         birth_date::text AS "birthDate", region_code AS "regionCode",
         occupation_codes AS "occupationCodes", skills, expected_pay_min AS "expectedPayMin",
         resume_text AS "resumeText", version`,
      [
        userId,
        content.phone,
        content.education,
        content.experienceYears,
        content.birthDate,
        content.regionCode,
        content.occupationCodes,
        content.skills,
        content.expectedPayMin,
        content.resumeText,
      ],
    );
    if (!profile) throw new Error('An upsert returns its row');
    return profile;
  }

  async forMatching(
    transaction: Transaction,
    userIds: readonly string[],
  ): Promise<MatchingProfile[]> {
    return transaction.statement<Row<MatchingProfile>>(
      'applicant.for-matching',
      `SELECT user_id AS "userId", education, experience_years AS "experienceYears",
              birth_date::text AS "birthDate", region_code AS "regionCode",
              array_to_json(occupation_codes) AS "occupationCodes", array_to_json(skills) AS skills,
              expected_pay_min AS "expectedPayMin"
       FROM applicant WHERE user_id = ANY($1)`,
      [idArray(userIds)],
    );
  }
}
