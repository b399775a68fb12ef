import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { sessionCookieName, writeSessionCookie } from '../../src/modules/identity/index.js';
import { migrate } from '../../src/platform/database/migrate.js';
import type { HttpRequest } from './http-load.js';

const companies = 40;
const postings = 400;
const applicants = 1_000;

/** One live fair with its openings, and signed-in jobseekers with their profiles. */
export interface ApplyFixture {
  databaseUrl: string;
  authSecret: string;
  fairId: string;
  postingIds: string[];
  people: { userId: string; cookie: string }[];
}

/** Written set-based with plain SQL: how the rows came there is no part of the measurement. */
export async function createApplyFixture(
  databaseUrl: string,
  authSecret = randomBytes(32).toString('hex'),
): Promise<ApplyFixture> {
  await migrate(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(companiesSql, [companies]);
  await client.query(postingsSql, [companies, postings]);
  await client.query(fairSql);
  await client.query(applicantsSql, [applicants]);
  await client.query('ANALYZE');
  const column = async (sql: string) =>
    (await client.query<{ value: string }>(sql)).rows.map((row) => row.value);
  const [fairId = ''] = await column('SELECT id AS value FROM fair');
  const postingIds = await column('SELECT id AS value FROM job_posting ORDER BY reference');
  const userIds = await column('SELECT "userId" AS value FROM session ORDER BY token');
  const tokens = await column('SELECT token AS value FROM session ORDER BY token');
  await client.end();
  const cookieName = sessionCookieName(false);
  const people = userIds.map((userId, index) => ({
    userId,
    cookie: writeSessionCookie(cookieName, tokens[index] ?? '', authSecret),
  }));
  return { databaseUrl, authSecret, fairId, postingIds, people };
}

/** So many submissions, no person twice for one opening, spread over both. */
export function submissions(fixture: ApplyFixture, count: number): HttpRequest[] {
  const { postingIds, people, fairId } = fixture;
  if (count > postingIds.length * people.length) throw new RangeError('Too few pairs');
  return Array.from({ length: count }, (_, index) => {
    const person = people[index % people.length] as ApplyFixture['people'][number];
    const round = Math.floor(index / people.length);
    const jobPostingId = postingIds[(index + round * 7) % postingIds.length];
    const answers = { q1: index % 5 === 0 ? '否' : '是' };
    return { cookie: person.cookie, body: { jobPostingId, fairId, answers, consent: true } };
  });
}

const companiesSql = `
  WITH employer AS (
    INSERT INTO organization (id, kind, name)
    SELECT uuidv7(), 'employer', '浦东企业 ' || n FROM generate_series(1, $1::int) AS n
    RETURNING id, name
  )
  INSERT INTO company (id, organization_id, credit_code, is_credit_code_accepted, legal_name,
    unit_type, industry_code, region_code, address, contact_name, contact_phone, status,
    verified_at, reverify_by)
  SELECT uuidv7(), id, '9131011500' || lpad(row_number() OVER ()::text, 8, '0'), true, name,
    'private', 'I', '310115', '张江路 1 号', '王经理', '13800000000', 'verified',
    now(), now() + interval '1 year'
  FROM employer`;

const postingsSql = `
  INSERT INTO job_posting (id, company_id, reference, title, occupation_code, headcount,
    employment_type, duties, requirements, region_code, address, pay_min, pay_max, pay_currency,
    pay_period, working_time, minimum_education, minimum_experience_years, skills, questions,
    contact_route, valid_through, status, published_at)
  SELECT uuidv7(), company.id, 'P' || lpad(n::text, 6, '0'), '软件工程师 ' || n, '2-02-10-03',
    1 + n % 5, 'full_time', '设计、编写和测试软件。', '踏实，善于合作。', '310115', '张江路 1 号',
    800000 + n % 10 * 100000, 1200000 + n % 10 * 100000, 'CNY', 'month', '9:00 至 18:00',
    n % 5, n % 4, (ARRAY['Java', 'SQL', 'Linux', 'TypeScript', 'React'])[1 + n % 3 : 3 + n % 3],
    '[{"id": "q1", "text": "能接受轮班吗？", "required": true, "acceptableAnswers": ["是"]}]',
    '平台投递', now() + interval '90 days', 'published', now()
  FROM generate_series(1, $2::int) AS n
  JOIN (SELECT id, row_number() OVER (ORDER BY id) AS number FROM company) AS company
    ON company.number = 1 + n % $1::int`;

const fairSql = `
  WITH organizer AS (
    INSERT INTO organization (id, kind, name) VALUES (uuidv7(), 'organizer', '就业促进中心')
    RETURNING id
  ), opened AS (
    INSERT INTO fair (id, organizer_id, name, region_code, time_zone, opens_at, closes_at, status,
      published_at)
    SELECT uuidv7(), id, '春季招聘会', '310115', 'Asia/Shanghai', now() - interval '1 hour',
      now() + interval '1 day', 'live', now()
    FROM organizer RETURNING id
  ), stand AS (
    INSERT INTO booth (id, fair_id, company_id, status, position)
    SELECT uuidv7(), opened.id, company.id, 'online', row_number() OVER ()
    FROM opened CROSS JOIN company RETURNING id, fair_id, company_id
  )
  INSERT INTO booth_posting (fair_id, job_posting_id, booth_id, takes_part)
  SELECT stand.fair_id, job_posting.id, stand.id, true
  FROM stand JOIN job_posting ON job_posting.company_id = stand.company_id`;

const applicantsSql = `
  WITH person AS (
    INSERT INTO "user" (id, name, email)
    SELECT uuidv7(), '求职者 ' || n, 'person' || n || '@example.com'
    FROM generate_series(1, $1::int) AS n RETURNING id
  ), signed_in AS (
    INSERT INTO session (id, token, "userId", "expiresAt")
    SELECT uuidv7(), replace(gen_random_uuid()::text, '-', ''), id, now() + interval '1 day'
    FROM person
  )
  INSERT INTO applicant (user_id, phone, education, experience_years, birth_date, region_code,
    occupation_codes, skills, expected_pay_min)
  SELECT id, '13900000000', row_number() OVER () % 6, row_number() OVER () % 8, '1998-05-01',
    '310115', ARRAY['2-02-10-03'], ARRAY['Java', 'SQL', 'React'], 900000
  FROM person`;
