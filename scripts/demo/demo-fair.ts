import { text } from 'node:stream/consumers';
import { companiesCsv, postingsCsv } from '../season/season-csv.js';
import type { Season } from '../season/generate-season.js';
import type { DemoPeople } from './demo-people.js';

const hour = 3_600_000;
const day = 24 * hour;
/** A fair lasts 92 days at most; whoever comes back to the demo later still finds it open. */
const fairDays = 91;

const name = '云聘示范招聘会';

/** A demo that is over is left as it is, and a new fair takes its place. */
const unfinished = 'planned,registration_open,booths_frozen,live';

const agenda = [
  ['talk', '开幕与就业政策宣讲', 'Opening and employment policy', -1, -0.25],
  ['live_session', '直播带岗：企业在线答疑', 'Employers live: questions and answers', 0, 3],
  ['break', '休息', 'Break', 3, 4],
  ['talk', '简历门诊', 'Résumé clinic', 4, 5],
  ['live_session', '技能人才专场直播', 'Skilled workers live', 24, 26],
] as const;

/** A fair that opened an hour ago, still before its booths are frozen. */
export async function planFair(
  { operator, organizer, organizerId }: DemoPeople,
  now: Date,
): Promise<string> {
  const known = await operator.list<{ id: string; organizerId: string; name: string }>(
    `/fairs?query=${encodeURIComponent(name)}&status=${unfinished}`,
  );
  const id =
    known.find((fair) => fair.organizerId === organizerId && fair.name === name)?.id ??
    (await newFair({ organizer, organizerId }, now));
  const items = await organizer.list(`/fairs/${id}/agenda`);
  for (const [kind, title, titleEn, from, to] of agenda.slice(items.length)) {
    await organizer.post(`/fairs/${id}/agenda-items`, {
      kind,
      title,
      titleEn,
      startsAt: new Date(now.getTime() + from * hour).toISOString(),
      endsAt: new Date(now.getTime() + to * hour).toISOString(),
    });
  }
  await step(organizer, id, 'planned', 'registration_open');
  return id;
}

/** All companies but the first came by file, with their openings. */
export async function fillFair(
  { organizer }: DemoPeople,
  fairId: string,
  { companies, postings }: Season,
): Promise<void> {
  const came = companies.filter(({ index }) => index > 0);
  const theirs = postings.filter(({ companyIndex }) => companyIndex > 0);
  await organizer.upload('/company-imports', 'companies.csv', await text(companiesCsv(came)));
  await organizer.upload(
    `/fairs/${fairId}/job-posting-imports`,
    'job-postings.csv',
    await text(postingsCsv(theirs, companies)),
  );
}

/** With frozen booths the hours of the fair open it. */
export async function openFair({ organizer }: DemoPeople, fairId: string): Promise<void> {
  await step(organizer, fairId, 'registration_open', 'booths_frozen');
}

async function newFair(
  { organizer, organizerId }: Pick<DemoPeople, 'organizer' | 'organizerId'>,
  now: Date,
): Promise<string> {
  const opensAt = new Date(now.getTime() - hour);
  const { id } = await organizer.post<{ id: string }>('/fairs', {
    organizerId,
    name,
    nameEn: 'Cloudfair demo fair',
    description: '企业在线展示岗位，求职者看直播、投简历；大屏实时统计。示范数据，企业均为虚构。',
    regionCode: '310115',
    timeZone: 'Asia/Shanghai',
    opensAt: opensAt.toISOString(),
    closesAt: new Date(opensAt.getTime() + fairDays * day).toISOString(),
  });
  return id;
}

async function step(
  organizer: DemoPeople['organizer'],
  fairId: string,
  from: string,
  to: string,
): Promise<void> {
  const { status } = await organizer.get<{ status: string }>(`/fairs/${fairId}`);
  if (status === from) await organizer.move(`/fairs/${fairId}`, to);
}
