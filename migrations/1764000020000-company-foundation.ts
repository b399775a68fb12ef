import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CompanyFoundation1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE company (
        id uuid PRIMARY KEY,
        -- Nobody's while an imported company has no account of its own.
        organization_id uuid UNIQUE REFERENCES organization (id),
        registered_by uuid CONSTRAINT company_one_per_account UNIQUE REFERENCES "user" (id),
        credit_code text NOT NULL CONSTRAINT company_credit_code_unique UNIQUE
          CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        -- The check character fits, or a reviewer has seen the licence.
        is_credit_code_accepted boolean NOT NULL,
        legal_name text NOT NULL CHECK (length(btrim(legal_name)) BETWEEN 2 AND 200),
        legal_name_en text CHECK (length(legal_name_en) <= 200),
        unit_type text NOT NULL CHECK (unit_type IN (
          'state_owned', 'private', 'foreign_invested', 'individual_business',
          'public_institution', 'government_body', 'social_organization', 'other')),
        industry_code text NOT NULL,
        region_code text NOT NULL CHECK (region_code ~ '^[0-9]{6}$'),
        address text NOT NULL CHECK (length(btrim(address)) BETWEEN 1 AND 300),
        introduction text NOT NULL DEFAULT '' CHECK (length(introduction) <= 5000),
        contact_name text NOT NULL CHECK (length(contact_name) BETWEEN 1 AND 80),
        contact_phone text NOT NULL CHECK (length(contact_phone) BETWEEN 5 AND 30),
        contact_email text CHECK (length(contact_email) <= 254),
        status text NOT NULL CHECK (status IN (
          'draft', 'submitted', 'needs_fix', 'verified', 'due_reverify', 'suspended', 'closed',
          'blacklisted')),
        status_reason text CHECK (length(status_reason) <= 1000),
        verified_at timestamptz,
        reverify_by timestamptz,
        version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        content_hash bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT company_verified_with_dates CHECK (
          status NOT IN ('verified', 'due_reverify')
          OR (verified_at IS NOT NULL AND reverify_by > verified_at)),
        CONSTRAINT company_verified_with_accepted_code CHECK (
          status NOT IN ('verified', 'due_reverify') OR is_credit_code_accepted)
      );
      CREATE INDEX company_status ON company (status, id);
      CREATE INDEX company_reverify ON company (reverify_by) WHERE status = 'verified';

      CREATE VIEW reporting.company AS
        SELECT id, organization_id, credit_code, legal_name, legal_name_en, unit_type,
               industry_code, region_code, status, verified_at, reverify_by, created_at
        FROM company;

      -- Which companies an import took in; see CompanyService.importFile.
      CREATE VIEW reporting.company_import_item AS
        SELECT item.import_id, company.id AS company_id
        FROM csv_import_item AS item JOIN company ON company.id = item.item_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP VIEW reporting.company_import_item, reporting.company; DROP TABLE company;',
    );
  }
}
