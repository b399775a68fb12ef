import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { generateSeason } from '../../scripts/season/generate-season.js';
import { postingsCsv } from '../../scripts/season/season-csv.js';
import { seasonSizes } from '../../scripts/season/season-sizes.js';
import { sessionCookieName, writeSessionCookie } from '../../src/modules/identity/index.js';
import { migrate } from '../../src/platform/database/migrate.js';

const seed = 20_200_601;
/** One line in so many breaks a rule: its headcount is 0. */
const faultyEvery = 100;

export interface ImportFile {
  content: string;
  rows: number;
  faulty: number;
}

/** A database with the season's companies, an operator, and the files of its openings. */
export interface ImportFixture {
  databaseUrl: string;
  authSecret: string;
  operatorCookie: string;
  warmUp: ImportFile;
  measured: ImportFile;
}

export async function createImportFixture(
  databaseUrl: string,
  scale: number,
): Promise<ImportFixture> {
  await migrate(databaseUrl);
  const authSecret = randomBytes(32).toString('hex');
  const season = generateSeason(seed, seasonSizes(scale), new Date());
  const postings = season.postings.map((posting, index) =>
    index % faultyEvery === 1 ? { ...posting, headcount: 0 } : posting,
  );
  const fileOf = async (some: typeof postings): Promise<ImportFile> => ({
    content: await text(postingsCsv(some, season.companies)),
    rows: some.length,
    faulty: some.filter((posting) => posting.headcount === 0).length,
  });
  const first = Math.round(postings.length / 3);
  const token = randomBytes(24).toString('base64url');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(operatorSql, [token]);
  await client.query(companiesSql, [
    season.companies.map((company) => company.creditCode),
    season.companies.map((company) => company.legalName),
  ]);
  await client.query('ANALYZE');
  await client.end();
  return {
    databaseUrl,
    authSecret,
    operatorCookie: writeSessionCookie(sessionCookieName(false), token, authSecret),
    warmUp: await fileOf(postings.slice(0, first)),
    measured: await fileOf(postings.slice(first)),
  };
}

const operatorSql = `
  WITH person AS (
    INSERT INTO "user" (id, name, email) VALUES (uuidv7(), '平台管理员', 'operator@example.com')
    RETURNING id
  ), signed_in AS (
    INSERT INTO session (id, token, "userId", "expiresAt")
    SELECT uuidv7(), $1, id, now() + interval '1 day' FROM person
  ), office AS (
    INSERT INTO organization (id, kind, name) VALUES (uuidv7(), 'operator', '就业促进中心')
    RETURNING id
  )
  INSERT INTO membership (organization_id, user_id, role)
  SELECT office.id, person.id, 'administrator' FROM office CROSS JOIN person`;

const companiesSql = `
  INSERT INTO company (id, credit_code, is_credit_code_accepted, legal_name, unit_type,
    industry_code, region_code, address, contact_name, contact_phone, status, verified_at,
    reverify_by)
  SELECT uuidv7(), credit_code, true, legal_name, 'private', 'I', '310115', '张江路 1 号', '王经理',
    '13800000000', 'verified', now(), now() + interval '1 year'
  FROM unnest($1::text[], $2::text[]) AS given (credit_code, legal_name)`;
