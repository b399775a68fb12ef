import pg from 'pg';
import { migrations } from '../../../migrations/index.js';
import { migrate, migrateDown } from '../../../src/platform/database/migrate.js';
import { newId } from '../../../src/platform/ids/new-id.js';
import { createEmptyDatabase } from '../../support/database.js';

const [organization, company, posting, person, processed, unprofiled, waiting, fact] = Array.from(
  { length: 8 },
  () => newId(),
) as [string, string, string, string, string, string, string, string];

/** What other rows name. */
const named = `
  INSERT INTO organization (id, kind, name) VALUES ('${organization}', 'employer', '企业');
  INSERT INTO company (id, organization_id, credit_code, is_credit_code_accepted, legal_name, unit_type,
    industry_code, region_code, address, contact_name, contact_phone, status, verified_at, reverify_by)
  VALUES ('${company}', '${organization}', '913101150000000001', true, '企业', 'private', 'I', '310115',
    '路', '王', '13800000000', 'verified', now(), now() + interval '1 year');
  INSERT INTO job_posting (id, company_id, reference, title, occupation_code, headcount, employment_type,
    duties, requirements, region_code, address, pay_min, pay_max, pay_currency, pay_period, working_time,
    minimum_education, minimum_experience_years, contact_route, valid_through, status)
  VALUES ('${posting}', '${company}', '1', ' 护工 ', '4-14', 1, 'gig', 'x', 'x', '310115', 'x', 1, 1, 'CNY',
    'hour', 'x', 0, 0, 'x', now() + interval '1 day', 'draft');
  INSERT INTO "user" (id, name, email) VALUES ('${person}', '人', 'person@example.com');`;

/** As the version before the shared rows wrote them. */
const rows = `${named}
  INSERT INTO application (id, job_posting_id, applicant_id, company_id, status, answers, processed_at,
    eligible, score, score_reasons)
  VALUES
    ('${processed}', '${posting}', '${person}', '${company}', 'withdrawn', '{}', now(), false, 50,
     '{"obstacles": ["education", "answers"], "reasons": [
        {"factor": "skills", "points": 30, "outOf": 40},
        {"factor": "occupation", "points": 20, "outOf": 20}]}'),
    ('${unprofiled}', '${posting}', '${person}', '${company}', 'withdrawn', '{}', now(), false, 0,
     '{"obstacles": ["profile-missing"], "reasons": []}'),
    ('${waiting}', '${posting}', '${person}', '${company}', 'submitted', '{}', NULL, NULL, NULL, NULL);
  INSERT INTO outbox (consumer, entity_id) VALUES ('application.screening', '${fact}');
  INSERT INTO mail_message (id, key, recipient_id, template, parameters)
  VALUES ('${newId()}', 'identity:1', '${person}', 'identity.welcome', '{}');`;

const written = `
  SELECT (SELECT jsonb_agg(jsonb_build_array(id, score_reasons) ORDER BY id) FROM application) AS results,
         (SELECT jsonb_agg(entity_id) FROM outbox) AS facts,
         (SELECT jsonb_agg(key) FROM mail_message) AS mails`;

const notices = Array.from({ length: 6 }, () => newId());
const [notMailed, fresh, failed, sent, hopeless] = notices as [
  string,
  string,
  string,
  string,
  string,
];

/** As the version before wrote them: a mail row beside each mailed notice, with its id. */
const noticeRows = `${named.replace(' 护工 ', '护工')}
  INSERT INTO application (id, job_posting_id, applicant_id, company_id, status, answers)
  VALUES ('${waiting}', '${posting}', '${person}', '${company}', 'submitted', '{}');
  INSERT INTO notice (recipient_id, id, kind, subject_id, params)
  SELECT '${person}', id, kind, '${waiting}', '{"jobPostingId": "${posting}", "jobPostingTitle": "护工"}'
  FROM unnest('{${notices.join()}}'::uuid[], ARRAY['application.viewed', 'application.processed',
    'application.shortlisted', 'application.intent', 'application.offered', 'application.onboarded'])
    AS told (id, kind);
  INSERT INTO mail_message (id, recipient_id, template, parameters, attempts, next_attempt_at, sent_at)
  SELECT notice.id, recipient_id, 'notification.' || kind, params, tries, due, sent
  FROM notice JOIN (VALUES
    ('${fresh}'::uuid, 0, now(), NULL),
    ('${failed}', 2, '2026-05-01'::timestamptz, NULL),
    ('${sent}', 1, '2026-05-01', '2026-05-01'::timestamptz),
    ('${hopeless}', 30, 'infinity', NULL)
  ) AS mail (id, tries, due, sent) ON mail.id = notice.id;
  INSERT INTO mail_message (id, key, recipient_id, template, parameters)
  VALUES ('${newId()}', 'identity:1', '${person}', 'identity.welcome', '{}');`.replace(
  'created, NULL',
  'now(), NULL',
);

const writtenNotices = `
  SELECT (SELECT jsonb_agg(to_jsonb(notice) ORDER BY id) FROM notice) AS notices,
         (SELECT jsonb_agg(to_jsonb(mail_message) ORDER BY id) FROM mail_message) AS mails`;

/** The schema before a migration, with rows of that time. */
async function withRowsBefore(
  migration: string,
  sql: string,
  check: (client: pg.Client, database: string, steps: number) => Promise<void>,
): Promise<void> {
  const database = await createEmptyDatabase();
  const client = new pg.Client({ connectionString: database.url });
  try {
    await migrate(database.url);
    const steps =
      migrations.length - migrations.findIndex(({ name }) => name.startsWith(migration));
    await migrateDown(database.url, steps);
    await client.connect();
    await client.query(sql);
    await check(client, database.url, steps);
  } finally {
    await client.end();
    await database.drop();
  }
}

describe('rows of an earlier version', () => {
  it('come along when the schema goes up, and back when it goes down', async () => {
    await withRowsBefore('PlatformSharedRows', rows, async (client, database, steps) => {
      const { rows: before } = await client.query(written);

      await migrate(database);
      const { rows: results } = await client.query(
        'SELECT id, obstacles, score_points AS points FROM application ORDER BY id',
      );
      expect(results).toEqual([
        { id: processed, obstacles: ['education', 'answers'], points: [30, 40, 20, 20] },
        { id: unprofiled, obstacles: ['profile-missing'], points: [] },
        { id: waiting, obstacles: null, points: null },
      ]);
      const { rows: facts } = await client.query('SELECT entity_ids AS facts FROM outbox');
      expect(facts).toEqual([{ facts: [fact] }]);

      await migrateDown(database, steps);
      expect((await client.query(written)).rows).toEqual(before);
    });
  });

  it('keep the mails of their notices, and how far each one is', async () => {
    await withRowsBefore('NotificationMails', noticeRows, async (client, database, steps) => {
      const { rows: before } = await client.query(writtenNotices);

      await migrate(database);
      const { rows: states } = await client.query<{ id: string; state: string | null }>(
        'SELECT id, mail_state AS state, mail_attempts AS tries FROM notice ORDER BY id LIMIT 5',
      );
      expect(states).toEqual([
        { id: notMailed, state: null, tries: 0 },
        { id: fresh, state: 'waiting', tries: 0 },
        { id: failed, state: 'retrying', tries: 2 },
        { id: sent, state: 'sent', tries: 1 },
        { id: hopeless, state: 'given_up', tries: 30 },
      ]);
      const { rows: mails } = await client.query('SELECT key FROM mail_message');
      expect(mails).toEqual([{ key: 'identity:1' }]);

      await migrateDown(database, steps);
      expect((await client.query(writtenNotices)).rows).toEqual(before);
    });
  });
});
