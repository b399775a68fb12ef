import { expectOk, publishOpening, registerEmployer } from '../../support/employer.js';
import type { Employer } from '../../support/employer.js';
import { makeOperator } from '../../support/organizations.js';
import type { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import {
  applyForBooth,
  decide,
  fairAt,
  inHours,
  move,
  organizer,
  show,
} from '../fair/fair-stage.js';

interface Notice {
  kind: string;
  subjectId: string;
  params: Record<string, string>;
  text: { zh: string; en: string };
}

describe('what happens to fairs and booths', () => {
  let app: TestApp;
  let operator: Person;
  let host: Person;
  let employer: Employer;

  beforeAll(async () => {
    app = await startTestApp();
    operator = await app.person('平台');
    await makeOperator(app, operator);
    host = await organizer(app);
    employer = await registerEmployer(app, operator);
  }, 60_000);
  afterAll(() => app?.stop());

  async function told(person: Person): Promise<Notice[]> {
    await app.settled();
    const { body } = await expectOk(person.get<{ items: Notice[] }>('/api/v1/notices'));
    return body.items.filter(({ kind }) => !kind.startsWith('application.'));
  }

  const kindsOf = (notices: Notice[]) => notices.map(({ kind }) => kind);

  it('is told to the company whose booth was decided about, and to nobody else', async () => {
    const name = '张江秋季云招聘会';
    const fairId = await fairAt(host, ['registration_open'], { name, nameEn: 'Autumn fair' });
    const boothId = await applyForBooth(employer, fairId);
    await decide(host, fairId, boothId, 'waitlisted');
    expect(kindsOf(await told(employer.person))).toEqual(['booth.waitlisted']);
    await decide(host, fairId, boothId, 'approved');
    const [approved] = await told(employer.person);
    expect(approved).toMatchObject({
      kind: 'booth.approved',
      subjectId: boothId,
      params: { fairId },
    });
    expect(approved?.text.zh).toContain(name);
    expect(approved?.text.en).toContain('Autumn fair');
    expect(await told(host)).toEqual([]);
  });

  it('is told again when it was overturned and restored, the last word first', async () => {
    const fairId = await fairAt(host, ['registration_open']);
    const boothId = await applyForBooth(employer, fairId);
    for (const to of ['approved', 'rejected', 'approved']) {
      await decide(host, fairId, boothId, to);
      await app.settled();
    }
    const ofBooth = (await told(employer.person)).filter(({ subjectId }) => subjectId === boothId);
    expect(kindsOf(ofBooth)).toEqual(['booth.approved', 'booth.rejected']);
  });

  it('is told once to all who applied in a cancelled fair or stood in it, in the product and by mail', async () => {
    const opening = await publishOpening(employer, operator, { title: '出纳', headcount: 1 });
    const fairId = await fairAt(host, ['registration_open'], {
      opensAt: inHours(-1),
      closesAt: inHours(5),
    });
    const boothId = await applyForBooth(employer, fairId);
    await show(employer, fairId, boothId, [opening]);
    await decide(host, fairId, boothId, 'approved');
    await app.settled();
    await move(host, fairId, 'booths_frozen');
    const [applicant, stranger] = [await app.person(), await app.person()];
    const application = { jobPostingId: opening, fairId, answers: {}, consent: true };
    await expectOk(applicant.post('/api/v1/applications', application));
    await move(host, fairId, 'cancelled');

    expect(await told(applicant)).toMatchObject([
      { kind: 'fair.cancelled', subjectId: fairId, params: { fairId } },
    ]);
    expect(kindsOf(await told(employer.person))[0]).toBe('fair.cancelled');
    expect(await told(stranger)).toEqual([]);
    const mails = await operator.get<{
      items: { recipientId: string; template: string; text: string }[];
    }>('/api/v1/mail-messages');
    const mail = mails.body.items.find(
      ({ recipientId, template }) =>
        recipientId === applicant.userId && template === 'notification.fair.cancelled',
    );
    expect(JSON.stringify(mail)).toContain(`/fairs/${fairId}`);
  });
});
