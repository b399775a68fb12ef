import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { Company, CompanyStatus, UnitType } from './company.rules.js';

@Entity('company')
export class CompanyEntity implements Company {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId: string | null;

  @Column('uuid', { name: 'registered_by', nullable: true, select: false })
  registeredBy?: string | null;

  @Column('text', { name: 'credit_code' })
  creditCode: string;

  @Column('boolean', { name: 'is_credit_code_accepted' })
  isCreditCodeAccepted: boolean;

  @Column('text', { name: 'legal_name' })
  legalName: string;

  @Column('text', { name: 'legal_name_en', nullable: true })
  legalNameEn: string | null;

  @Column('text', { name: 'unit_type' })
  unitType: UnitType;

  @Column('text', { name: 'industry_code' })
  industryCode: string;

  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('text')
  address: string;

  @Column('text')
  introduction: string;

  @Column('text', { name: 'contact_name' })
  contactName: string;

  @Column('text', { name: 'contact_phone' })
  contactPhone: string;

  @Column('text', { name: 'contact_email', nullable: true })
  contactEmail: string | null;

  @Column('text')
  status: CompanyStatus;

  @Column('text', { name: 'status_reason', nullable: true })
  statusReason: string | null;

  @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt: Date | null;

  @Column('timestamptz', { name: 'reverify_by', nullable: true })
  reverifyBy: Date | null;

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
