import type { Socket } from 'socket.io-client';
import { NoticeService } from '../../../src/modules/notification/notice.service.js';
import { makeOperator } from '../../support/organizations.js';
import { expectOk, publishOpening, registerEmployer } from '../../support/employer.js';
import type { Employer } from '../../support/employer.js';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

interface Notice {
  id: string;
  kind: string;
  subjectId: string;
  params: Record<string, string>;
  title: { zh: string; en: string };
  text: { zh: string; en: string };
  readAt: string | null;
  createdAt: string;
}

interface NoticeList {
  items: Notice[];
  nextCursor: string | null;
  unread: number;
}

const title = '会计（初级）';

describe('notices', () => {
  let app: TestApp;
  let operator: Person;
  let employer: Employer;
  let openings: string[];

  beforeAll(async () => {
    app = await startTestApp();
    operator = await app.person('平台');
    await makeOperator(app, operator);
    employer = await registerEmployer(app, operator);
    openings = [];
    for (const name of [title, '出纳', '司机']) {
      openings.push(await publishOpening(employer, operator, { title: name, headcount: 2 }));
    }
  });

  afterAll(async () => {
    await app.stop();
  });

  async function apply(person: Person, jobPostingId = openings[0]): Promise<string> {
    const answer = await expectOk(
      person.post<{ id: string }>('/api/v1/applications', {
        jobPostingId,
        answers: {},
        consent: true,
      }),
    );
    return answer.body.id;
  }

  async function noticesOf(person: Person, query = ''): Promise<NoticeList> {
    return (await expectOk(person.get<NoticeList>(`/api/v1/notices${query}`))).body;
  }

  it('tell an applicant once that the application is processed, in both languages', async () => {
    const applicant = await app.person();
    const applicationId = await apply(applicant);
    await app.settled();
    const { items, unread } = await noticesOf(applicant);
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'application.processed',
        subjectId: applicationId,
        readAt: null,
        params: { jobPostingId: openings[0], jobPostingTitle: title },
      }),
    ]);
    expect(items[0]?.text.zh).toContain(`“${title}”`);
    expect(items[0]?.text.en).toContain(`“${title}”`);
    expect(unread).toBe(1);
  });

  it('come to every tab of their person and to nobody else', async () => {
    const applicant = await app.person();
    const other = await app.person();
    const sockets: Socket[] = await Promise.all([
      applicant.socket(),
      applicant.socket(),
      other.socket(),
    ]);
    const heard: unknown[][] = sockets.map(() => []);
    sockets.forEach((socket, index) =>
      socket.on('notice.new', (notice) => heard[index]?.push(notice)),
    );
    await apply(applicant);
    await app.settled();
    const { items } = await noticesOf(applicant);
    const hint = { id: items[0]?.id, kind: 'application.processed' };
    await waitUntil(() => heard[0]?.length === 1 && heard[1]?.length === 1);
    expect(heard).toEqual([[hint], [hint], []]);
    sockets.forEach((socket) => socket.disconnect());
  });

  it('tell of each decision of the employer, and of none of the own steps', async () => {
    const applicant = await app.person();
    const applicationId = await apply(applicant);
    await app.settled();
    for (const to of ['viewed', 'shortlisted', 'interview_offered', 'interview_done', 'offered']) {
      await expectOk(
        employer.person.post(`/api/v1/applications/${applicationId}/transitions`, { to }),
      );
      await app.settled();
    }
    await expectOk(
      applicant.post(`/api/v1/applications/${applicationId}/transitions`, { to: 'accepted' }),
    );
    await app.settled();
    const { items } = await noticesOf(applicant);
    expect(items.map(({ kind }) => kind).reverse()).toEqual([
      'application.processed',
      'application.viewed',
      'application.shortlisted',
      'application.interview_offered',
      'application.interview_done',
      'application.offered',
    ]);
    expect(await mailedKindsOf(applicant)).toEqual([
      'application.processed',
      'application.shortlisted',
      'application.interview_offered',
      'application.offered',
    ]);
  });

  it('stay one when a fact is told again', async () => {
    const applicant = await app.person();
    const applicationId = await apply(applicant);
    await app.settled();
    for (const consumer of [
      'notification.application-processed',
      'notification.application-processed',
      'notification.application-status-changed',
    ]) {
      await app.database.query(
        'INSERT INTO outbox (consumer, entity_ids) VALUES ($1, ARRAY[$2]::uuid[])',
        [consumer, applicationId],
      );
    }
    await app.settled();
    expect((await noticesOf(applicant)).items).toHaveLength(1);
    expect(await mailedKindsOf(applicant)).toEqual(['application.processed']);
  });

  it('are read page by page, unread ones alone, and marked as read once', async () => {
    const applicant = await app.person();
    for (const opening of openings) {
      await apply(applicant, opening);
      await app.settled();
    }
    const first = await noticesOf(applicant, '?limit=2');
    const second = await noticesOf(applicant, `?limit=2&cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
    const titles = [...first.items, ...second.items].map(({ params }) => params.jobPostingTitle);
    expect(titles).toEqual(['司机', '出纳', title]);

    const path = `/api/v1/notices/${first.items[0]?.id}/read`;
    const read = await applicant.post<Notice>(path);
    expect(read.status).toBe(200);
    expect(read.body.readAt).not.toBeNull();
    expect((await applicant.post<Notice>(path)).body.readAt).toBe(read.body.readAt);
    const unread = await noticesOf(applicant, '?unread=true');
    expect([unread.items.length, unread.unread]).toEqual([2, 2]);

    expect((await applicant.post('/api/v1/notices/read-all')).status).toBe(204);
    expect(await noticesOf(applicant, '?unread=true')).toEqual({
      items: [],
      nextCursor: null,
      unread: 0,
    });
    expect((await noticesOf(applicant)).items).toHaveLength(3);
  });

  it('belong to their recipient alone', async () => {
    const applicant = await app.person();
    await apply(applicant);
    await app.settled();
    const [notice] = (await noticesOf(applicant)).items;
    const other = await app.person();
    const foreign = await other.post(`/api/v1/notices/${notice?.id}/read`);
    const absent = await other.post('/api/v1/notices/01890000-0000-7000-8000-000000000000/read');
    expect([foreign.status, foreign.body.code]).toEqual([404, 'resource.not-found']);
    expect([absent.status, absent.body.code]).toEqual([404, 'resource.not-found']);
    expect((await noticesOf(applicant)).unread).toBe(1);
    expect((await noticesOf(other)).items).toEqual([]);
  });

  it.each([
    ['/api/v1/notices?limit=0', 'field.range'],
    ['/api/v1/notices?limit=101', 'field.range'],
    ['/api/v1/notices?unread=yes', 'field.choice'],
    ['/api/v1/notices?cursor=nonsense', 'cursor.invalid'],
    ['/api/v1/notices?colour=red', 'field.unknown'],
  ])('refuse %s with the field that is wrong', async (path, code) => {
    const person = await app.person();
    const answer = await person.get<{ errors: { code: string }[] }>(path);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((fault) => fault.code)).toEqual([code]);
  });

  it.each(['["x"]', '["01890000-0000-7000-8000-00000000000"]', '[1]', '[null]', '{}'])(
    'refuse a cursor that holds %s',
    async (key) => {
      const person = await app.person();
      const cursor = Buffer.from(key).toString('base64url');
      const answer = await person.get(`/api/v1/notices?cursor=${cursor}`);
      expect(answer.status).toBe(422);
    },
  );

  it('are closed to visitors', async () => {
    const visitor = Person.visitor(app.url);
    expect((await visitor.get('/api/v1/notices')).status).toBe(401);
    expect((await visitor.post('/api/v1/notices/read-all')).status).toBe(401);
  });

  it('need two statements for a whole slice: one with its mails, one with its signals', async () => {
    const applicants = await Promise.all(Array.from({ length: 5 }, () => app.person()));
    const ids = await Promise.all(applicants.map((applicant) => apply(applicant)));
    await app.settled();
    await app.database.query('DELETE FROM notice WHERE subject_id = ANY($1)', [ids]);
    const statements: unknown[] = [];
    await app.database.transaction(async (transaction) => {
      const client = transaction.client;
      const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
      client.query = ((...parameters: unknown[]) => {
        statements.push(parameters[0]);
        return query(...parameters);
      }) as typeof client.query;
      try {
        await app.app.get(NoticeService, { strict: false }).tellProcessed(transaction, ids);
      } finally {
        client.query = query as typeof client.query;
      }
    });
    expect(statements).toEqual([
      expect.stringMatching(/INSERT INTO notice \([^)]*mail_state\)/),
      expect.stringMatching(/^SELECT pg_notify/),
    ]);
    for (const applicant of applicants) {
      expect(await mailedKindsOf(applicant)).toEqual(['application.processed']);
    }
  });

  /** The kinds of the notices that were also mailed. */
  async function mailedKindsOf(person: Person): Promise<string[]> {
    const rows = await app.database.query<{ kind: string }>(
      'SELECT kind FROM notice WHERE recipient_id = $1 AND mail_state IS NOT NULL ORDER BY id',
      [person.userId],
    );
    return rows.map((row) => row.kind);
  }
});

async function waitUntil(isTrue: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 100 && !isTrue(); attempt += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
