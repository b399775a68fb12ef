import { costTable, disagreementLines, publishedTable } from './season-report.js';

function figure(key: string, value: number | null) {
  return { key, value, unit: '', list: null };
}

describe('the report of a season', () => {
  it('prints the totals and the busiest fairs first', () => {
    const table = publishedTable(
      [figure('fairs', 70), figure('applications', 28_840), figure('headcountPerApplicant', null)],
      [
        { name: '集成电路', figures: [figure('applications', 5)] },
        { name: '春风行动', figures: [figure('applications', 1_200)] },
      ],
    );
    expect(table).toMatch(/招聘会 +fairs +70\n/);
    expect(table).toMatch(/applications +28,840\n/);
    expect(table).toMatch(/people sought per applicant +—\n/);
    expect(table).toMatch(/春风行动.* 1,200.*\n集成电路.* 5/);
  });

  it('prints what each stage cost, and what could not be measured', () => {
    const table = costTable(
      [{ stage: 'applications', wall: 12.34, server: 9.9, postgres: null, load: 7 }],
      { server: 251.4, postgres: null },
    );
    expect(table).toMatch(/applications +12\.3 +9\.9 +not measured +7\.0/);
    expect(table).toContain('server 251 MB, Postgres not measured');
  });

  it('names every number on which a source differs', () => {
    expect(
      disagreementLines([{ figure: 'openings', source: 'wall', expected: 21_090, said: 21_089 }]),
    ).toBe('wall: openings is 21,089, not 21,090');
  });
});
