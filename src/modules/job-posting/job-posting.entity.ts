import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type {
  EmploymentType,
  JobPosting,
  JobPostingStatus,
  PayCurrency,
  PayPeriod,
} from './job-posting.rules.js';
import type { Question } from './question.rules.js';

@Entity('job_posting')
export class JobPostingEntity implements JobPosting {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'company_id' })
  companyId: string;

  @Column('text')
  reference: string;

  @Column('text')
  title: string;

  @Column('text', { name: 'occupation_code' })
  occupationCode: string;

  @Column('integer')
  headcount: number;

  @Column('text', { name: 'employment_type' })
  employmentType: EmploymentType;

  @Column('text')
  duties: string;

  @Column('text')
  requirements: string;

  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('text')
  address: string;

  @Column('bigint', { name: 'pay_min' })
  payMin: number;

  @Column('bigint', { name: 'pay_max' })
  payMax: number;

  @Column('char', { name: 'pay_currency', length: 3 })
  payCurrency: PayCurrency;

  @Column('text', { name: 'pay_period' })
  payPeriod: PayPeriod;

  @Column('text', { name: 'working_time' })
  workingTime: string;

  @Column('smallint', { name: 'minimum_education' })
  minimumEducation: number;

  @Column('smallint', { name: 'minimum_experience_years' })
  minimumExperienceYears: number;

  @Column('text', { array: true })
  skills: string[];

  @Column('jsonb')
  questions: Question[];

  @Column('text', { name: 'contact_route' })
  contactRoute: string;

  @Column('text', { nullable: true })
  source: string | null;

  @Column('timestamptz', { name: 'valid_through' })
  validThrough: Date;

  @Column('text')
  status: JobPostingStatus;

  @Column('text', { name: 'status_reason', nullable: true })
  statusReason: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column('integer')
  version: number;

  /** Of the file that it was last imported from; an edit here makes the next import write again. */
  @Column('bytea', { name: 'content_hash', nullable: true, select: false })
  contentHash?: Buffer | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz', select: false })
  updatedAt?: Date;
}
