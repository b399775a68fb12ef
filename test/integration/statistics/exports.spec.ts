import { parse } from 'csv-parse/sync';
import { expectOk } from '../../support/employer.js';
import type { Person } from '../../support/person.js';
import { startSmallSeason } from './small-season.js';
import type { SmallSeason } from './small-season.js';

interface Figures {
  figures: { key: string; value: number | null; unit: string }[];
}

const seasonTitles = {
  招聘会场次: 'fairs',
  参会企业数: 'companies',
  岗位数: 'openings',
  招聘人数: 'headcount',
  投递简历数: 'applications',
  投递人数: 'applicants',
  已处理: 'processed',
  待人工处理: 'attention',
  处理中: 'pending',
  岗位投递比: 'applicationsPerOpening',
  求人倍率: 'headcountPerApplicant',
  浏览量: 'pageViews',
  浏览人数: 'visitors',
  正在观看直播: 'viewers',
  直播互动消息: 'messages',
} as const;

describe('the published tables as files', () => {
  let season: SmallSeason;

  beforeAll(async () => {
    season = await startSmallSeason();
  });

  afterAll(async () => {
    await season.app.stop();
  });

  async function download(
    person: Person,
    path: string,
    language = 'zh-CN',
  ): Promise<{ headers: Headers; text: string; rows: Record<string, string>[] }> {
    const answer = await expectOk(
      person.request<string>('GET', `/api/v1/statistics/${path}`, undefined, {
        'accept-language': language,
      }),
    );
    const rows = parse(answer.body, { columns: true, bom: true }) as Record<string, string>[];
    return { headers: answer.headers, text: answer.body, rows };
  }

  async function wallTexts(path: string): Promise<Record<string, string>> {
    const answer = await expectOk(season.operator.get<Figures>(`/api/v1/statistics/${path}`));
    return Object.fromEntries(
      answer.body.figures.map(({ key, value, unit }) => [
        key,
        value === null ? '—' : unit === 'ratio' ? value.toFixed(2) : String(value),
      ]),
    );
  }

  const keyed = (row: Record<string, string> | undefined): Record<string, string> =>
    Object.fromEntries(
      Object.entries(seasonTitles).flatMap(([title, key]) =>
        row?.[title] === undefined || row[title] === '' ? [] : [[key, row[title]]],
      ),
    );

  it('say of the season what the wall says, to the last digit', async () => {
    const { rows } = await download(season.operator, 'season/export');
    expect(rows).toHaveLength(3);
    const [autumn, spring, total] = rows;
    expect(keyed(autumn)).toEqual(await wallTexts(`fairs/${season.autumn}`));
    expect(keyed(spring)).toEqual(await wallTexts(`fairs/${season.spring}`));
    expect(total?.['名称']).toBe('合计');
    expect(keyed(total)).toEqual(await wallTexts('season'));
    expect(new Set(rows.map((row) => row['统计时间'])).size).toBe(1);
  });

  it('say of a fair what the wall says, and add up from its companies', async () => {
    const { rows } = await download(season.organizer, `fairs/${season.spring}/export`);
    const total = rows.at(-1);
    expect(keyed(total)).toEqual(await wallTexts(`fairs/${season.spring}`));
    const companies = rows.slice(0, -1);
    expect(new Set(companies.map((row) => row['名称']))).toEqual(
      new Set([season.employers[0].name, season.employers[1].name]),
    );
    for (const title of ['岗位数', '招聘人数', '投递简历数', '已处理', '待人工处理', '处理中']) {
      const sum = companies.reduce((all, row) => all + Number(row[title]), 0);
      expect([title, sum]).toEqual([title, Number(total?.[title])]);
    }
    const idle = companies.find((row) => row['投递简历数'] === '0');
    expect(idle).toMatchObject({ 求人倍率: '—', 岗位投递比: '0.00' });
  });

  it('open in a spreadsheet as they are: marked, quoted, no cell a formula', async () => {
    const { headers, text } = await download(season.operator, 'season/export');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toContain('season.csv');
    expect(text).toContain(`"'=春季招聘会"`);
    expect(text).not.toMatch(/(^|,|")[=+@]/m);
    const bytes = await fetch(`${season.app.url}/api/v1/statistics/season/export`, {
      headers: { cookie: season.operator.cookie },
    });
    const start = new Uint8Array(await bytes.arrayBuffer()).subarray(0, 3);
    expect([...start]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('bear English titles for those who read English', async () => {
    const { rows } = await download(season.organizer, `fairs/${season.spring}/export`, 'en');
    expect(rows.at(-1)).toMatchObject({
      Name: 'Total',
      Applications: '3',
      'People sought per applicant': '5.00',
    });
  });
});
