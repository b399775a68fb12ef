import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicantProfile } from './applicant.rules.js';

@Entity('applicant')
export class ApplicantEntity implements ApplicantProfile {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;

  @Column('text')
  phone: string;

  @Column('smallint')
  education: number;

  @Column('smallint', { name: 'experience_years' })
  experienceYears: number;

  @Column('date', { name: 'birth_date', nullable: true })
  birthDate: string | null;

  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('text', { name: 'occupation_codes', array: true })
  occupationCodes: string[];

  @Column('text', { array: true })
  skills: string[];

  @Column('bigint', { name: 'expected_pay_min', nullable: true })
  expectedPayMin: number | null;

  @Column('text', { name: 'resume_text' })
  resumeText: string;

  @Column('integer')
  version: number;
}
