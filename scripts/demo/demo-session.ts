import type { DemoEmployer } from './demo-employer.js';
import type { DemoPeople } from './demo-people.js';
import type { DemoPerson } from './demo-person.js';

const hours = 3_600_000;

const talk = [
  '主持人好！',
  '请问这个岗位要求几年经验？',
  '应届毕业生可以投吗？',
  'Is English needed for this job?',
  '五险一金齐全吗？',
  '已投递，谢谢！',
];

/** A session on air: a host, an audience that talks, openings held up to it. */
export async function goOnAir(
  people: DemoPeople,
  fairId: string,
  employer: DemoEmployer,
  audience: readonly DemoPerson[],
): Promise<string> {
  const { host } = people;
  const { id, status } = await schedule(people, fairId, employer.companyId);
  const session = `/live-sessions/${id}`;
  if (status === 'scheduled') {
    await host.move(session, 'on_air');
    const text = '提问请写上岗位名称，主播依次回答。Please name the opening that you ask about.';
    await host.post(`${session}/notices`, { text });
  }
  const [first, second] = employer.postingIds;
  await host.post(`${session}/messages`, {
    text: '欢迎来到直播间，看中岗位直接点卡片投递。Welcome!',
    clientKey: 'demo-host',
  });
  if (second) await host.post(`${session}/cards`, { jobPostingId: second });
  for (const [index, person] of audience.entries()) {
    const text = talk[index % talk.length];
    await person.post(`${session}/messages`, { text, clientKey: `demo-${index}` });
  }
  if (first) await host.post(`${session}/cards`, { jobPostingId: first });
  return id;
}

interface ScheduledSession {
  readonly id: string;
  readonly status: string;
}

/** The first session of the fair's agenda. */
async function schedule(
  { recruiter, host }: DemoPeople,
  fairId: string,
  companyId: string,
): Promise<ScheduledSession> {
  const [known] = await host.list<ScheduledSession>(
    `/live-sessions?fairId=${fairId}&companyId=${companyId}`,
  );
  if (known) return known;
  const agenda = await host.list<{ id: string; kind: string }>(`/fairs/${fairId}/agenda`);
  const now = Date.now();
  return recruiter.post<ScheduledSession>('/live-sessions', {
    fairId,
    companyId,
    agendaItemId: agenda.find(({ kind }) => kind === 'live_session')?.id,
    hostId: host.userId,
    title: '直播带岗：企业在线答疑',
    titleEn: 'Employers live: questions and answers',
    scheduledStart: new Date(now).toISOString(),
    scheduledEnd: new Date(now + 3 * hours).toISOString(),
  });
}
