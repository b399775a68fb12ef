import { Database } from '../../../src/platform/database/database.js';
import { MailOutbox } from '../../../src/platform/mail/mail-outbox.js';
import { expectOk, publishOpening, registerEmployer } from '../../support/employer.js';
import { makeOperator } from '../../support/organizations.js';
import type { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { startMailServer } from './mail-server.js';
import type { MailServer } from './mail-server.js';

interface MailPage {
  items: {
    id: string;
    template: string;
    recipientId: string;
    state: string;
    attempts: number;
    sentAt: string | null;
    content: { subject: string; text: string } | null;
  }[];
  nextCursor: string | null;
}

const title = '高级会计师（浦东）';

async function prepare(environment: Record<string, string>) {
  const app = await startTestApp(environment);
  const operator = await app.person('平台');
  await makeOperator(app, operator);
  const employer = await registerEmployer(app, operator);
  const opening = await publishOpening(employer, operator, { title, headcount: 1 });
  const apply = async (person: Person): Promise<string> => {
    const body = { jobPostingId: opening, answers: {}, consent: true };
    const answer = await expectOk(person.post<{ id: string }>('/api/v1/applications', body));
    await app.settled();
    return answer.body.id;
  };
  return { app, operator, apply };
}

async function waitUntil(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 160; attempt += 1) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen within 8 seconds');
}

describe('mails where an SMTP server is connected', () => {
  let server: MailServer;
  let app: TestApp;
  let operator: Person;
  let apply: (person: Person) => Promise<string>;

  beforeAll(async () => {
    server = await startMailServer();
    ({ app, operator, apply } = await prepare({
      SMTP_URL: server.url,
      PUBLIC_URL: 'https://fair.example',
      ALLOWED_ORIGINS: '',
    }));
  });

  afterAll(async () => {
    await app.stop();
    await server.stop();
  });

  const mailsTo = (person: Person) =>
    server.taken.filter((mail) => JSON.stringify(mail.to).includes(person.email));

  it('arrive in Chinese, with the title of the opening in the subject', async () => {
    const applicant = await app.person('王小明');
    await apply(applicant);
    await waitUntil(() => mailsTo(applicant).length === 1);
    const [mail] = mailsTo(applicant);
    expect(mail?.subject).toBe(`投递已处理：${title}`);
    expect(mail?.text).toContain('王小明，您好');
    expect(mail?.text).toContain(`“${title}”`);
    expect(mail?.text).toContain('https://fair.example/applications');
    expect(mail?.from?.text).toContain('no-reply@cloudfair.example');
  });

  it('arrive in English for those who read English', async () => {
    const applicant = await app.person('Jane Doe');
    await expectOk(applicant.request('PATCH', '/api/v1/me', { locale: 'en' }));
    await apply(applicant);
    await waitUntil(() => mailsTo(applicant).length === 1);
    const [mail] = mailsTo(applicant);
    expect(mail?.subject).toBe(`Application processed: ${title}`);
    expect(mail?.text).toContain('Hello Jane Doe');
  });

  it('are tried again after a refusal, under the same Message-ID, and sent once', async () => {
    const applicant = await app.person();
    server.refuseNext(1);
    const before = server.tries;
    await apply(applicant);
    await waitUntil(() => server.tries === before + 1);
    const waiting = await mailOf(applicant);
    expect(waiting).toMatchObject({ state: 'retrying', attempts: 1, sentAt: null });
    await app.database.query('UPDATE notice SET mail_next_attempt_at = now() WHERE id = $1', [
      waiting?.id,
    ]);
    await waitUntil(() => mailsTo(applicant).length === 1);
    await waitUntil(async () => (await mailOf(applicant))?.state === 'sent');
    const [mail] = mailsTo(applicant);
    expect(mail?.messageId).toMatch(/^<[0-9a-f]{40}@fair\.example>$/);
    await app.database.query(
      `UPDATE notice SET mail_state = 'retrying', mail_sent_at = NULL, mail_next_attempt_at = now()
       WHERE id = $1`,
      [waiting?.id],
    );
    await waitUntil(() => mailsTo(applicant).length === 2);
    expect(mailsTo(applicant)[1]?.messageId).toBe(mail?.messageId);
  });

  it('are given up in the end, where an operator sees it', async () => {
    const applicant = await app.person();
    server.refuseNext(2);
    const before = server.tries;
    await apply(applicant);
    await waitUntil(() => server.tries === before + 1);
    await app.database.query(
      `UPDATE notice SET mail_attempts = 29, mail_next_attempt_at = now() WHERE recipient_id = $1`,
      [applicant.userId],
    );
    await waitUntil(async () => (await mailOf(applicant))?.state === 'given_up');
    expect(mailsTo(applicant)).toEqual([]);
    const listed = await operator.get<MailPage>('/api/v1/mail-messages?state=given_up');
    expect(listed.body.items.map((mail) => mail.recipientId)).toEqual([applicant.userId]);
  });

  it('bring a link that somebody asked for, once however often it was asked', async () => {
    const person = await app.person();
    const intent = {
      key: `test:${person.userId}`,
      recipientId: person.userId,
      template: 'identity.reset-password',
      parameters: { url: 'https://fair.example/new-password?token=x' },
    };
    const outbox = app.app.get(MailOutbox);
    for (let time = 0; time < 2; time += 1) {
      await app.app
        .get(Database)
        .transaction((transaction) => outbox.add(transaction, [intent, intent]));
    }
    await waitUntil(() => mailsTo(person).length > 0);
    await waitUntil(async () => (await mailOf(person))?.state === 'sent');
    expect(mailsTo(person).map((mail) => mail.subject)).toEqual(['重置密码']);
  });

  it('go to the address that the account has when they are sent', async () => {
    const applicant = await app.person();
    server.refuseNext(1);
    const before = server.tries;
    await apply(applicant);
    await waitUntil(() => server.tries === before + 1);
    const moved = `moved-${applicant.email}`;
    await app.database.query('UPDATE "user" SET email = $2 WHERE id = $1', [
      applicant.userId,
      moved,
    ]);
    await app.database.query(
      'UPDATE notice SET mail_next_attempt_at = now() WHERE recipient_id = $1',
      [applicant.userId],
    );
    await waitUntil(() => server.taken.some((mail) => JSON.stringify(mail.to).includes(moved)));
    expect(
      server.taken.filter(
        (mail) => mail.to && JSON.stringify(mail.to).includes(`"${applicant.email}"`),
      ),
    ).toEqual([]);
  });

  it('are listed for operators without their text, which is their recipients’ alone', async () => {
    const applicant = await app.person();
    await apply(applicant);
    await waitUntil(async () => (await mailOf(applicant))?.state === 'sent');
    const mail = await mailOf(applicant);
    expect(mail).toMatchObject({ template: 'notification.application.processed', content: null });
    expect((await applicant.get('/api/v1/mail-messages')).status).toBe(403);
  });

  async function mailOf(person: Person) {
    const { body } = await expectOk(operator.get<MailPage>('/api/v1/mail-messages?limit=100'));
    return body.items.find((mail) => mail.recipientId === person.userId);
  }
});

describe('mails where no SMTP server is connected', () => {
  let app: TestApp;
  let operator: Person;
  let apply: (person: Person) => Promise<string>;

  beforeAll(async () => {
    ({ app, operator, apply } = await prepare({}));
  });

  afterAll(async () => {
    await app.stop();
  });

  it('wait in the mailbox of the operator, in the words that they would have', async () => {
    const people = [await app.person('甲'), await app.person('乙')];
    for (const person of people) await apply(person);
    const first = await operator.get<MailPage>('/api/v1/mail-messages?state=waiting&limit=1');
    const second = await operator.get<MailPage>(
      `/api/v1/mail-messages?state=waiting&limit=1&cursor=${first.body.nextCursor}`,
    );
    const mails = [...first.body.items, ...second.body.items];
    expect(mails.map((mail) => mail.recipientId)).toEqual([people[1]?.userId, people[0]?.userId]);
    expect(mails[0]).toMatchObject({ state: 'waiting', attempts: 0, sentAt: null });
    expect(mails[0]?.content?.subject).toBe(`投递已处理：${title}`);
    expect(mails[0]?.content?.text).toContain('乙，您好');
  });

  it('of every state are listed in one order, the newest first', async () => {
    const recipients = await Promise.all(['一', '二', '三', '四'].map((name) => app.person(name)));
    for (const person of recipients) await apply(person);
    const changes = [
      `mail_state = 'given_up'`,
      `mail_state = 'retrying', mail_next_attempt_at = now()`,
      `mail_state = 'sent', mail_sent_at = now()`,
    ];
    for (const [index, change] of changes.entries()) {
      await app.database.query(`UPDATE notice SET ${change} WHERE recipient_id = $1`, [
        recipients[index]?.userId,
      ]);
    }
    const listed: string[] = [];
    let cursor = '';
    while (listed.length < recipients.length) {
      const { body } = await operator.get<MailPage>(`/api/v1/mail-messages?limit=3${cursor}`);
      listed.push(...body.items.map((mail) => mail.state));
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(listed.slice(0, 4)).toEqual(['waiting', 'sent', 'retrying', 'given_up']);
  });

  it('are shown without words when no module of this version knows their template', async () => {
    await app.database.query(
      `INSERT INTO mail_message (id, key, recipient_id, template, parameters)
       VALUES ('ffffffff-0000-7000-8000-000000000000', 'x', $1, 'gone.module', '{}')`,
      [operator.userId],
    );
    const answer = await operator.get<MailPage>('/api/v1/mail-messages?limit=1');
    expect(answer.body.items[0]).toMatchObject({ template: 'gone.module', content: null });
  });

  it.each([
    ['state=lost', 'field.choice'],
    ['limit=many', 'field.range'],
    ['cursor=%00', 'field.length'],
  ])('refuse %s with the field that is wrong', async (query, code) => {
    const answer = await operator.get<{ errors: { code: string }[] }>(
      `/api/v1/mail-messages?${query}`,
    );
    expect([answer.status, answer.body.errors[0]?.code]).toEqual([422, code]);
  });
});
