import { cellOf, columnsOf, englishOf } from './list-columns';

const everything = [
  {
    name: '上海宏业有限公司',
    title: '焊工',
    companyName: '宏业',
    regionCode: '310115',
    headcount: 3,
    status: 'live',
    score: 80,
    fairs: 2,
    applications: 5,
    id: 'x',
    opensAt: 'a',
    submittedAt: 'b',
    firstAppliedAt: 'c',
  },
];

describe('the columns behind a figure', () => {
  it.each([
    ['/api/v1/fairs?status=live', 'name opens region status'],
    ['/api/v1/statistics/season/companies', 'name fairs region status'],
    ['/api/v1/fairs/1/booths', 'name status'],
    ['/api/v1/statistics/fairs/1/job-postings', 'title company headcount region status'],
    ['/api/v1/applications?scope=fair', 'title company submitted score status'],
    ['/api/v1/statistics/season/applicants', 'applicant first applications'],
    ['/api/v1/something-new', 'name submitted'],
    ['/api/v1/constructor', 'name submitted'],
  ])('suit %s', (path, keys) => {
    const columns = columnsOf(path, everything);
    expect(columns.map(({ key }) => key).join(' ')).toBe(keys);
  });

  it('are left out where no row has anything to show', () => {
    const rows = [{ name: '上海宏业有限公司', fairs: 2 }, { name: '浦芯' }];
    const columns = columnsOf('/api/v1/statistics/season/companies', rows);
    expect(columns.map(({ key }) => key)).toEqual(['name', 'fairs']);
  });

  it('read the first field that a row has, and nothing that is no text or number', () => {
    const [name] = columnsOf('/api/v1/companies', everything);
    if (name === undefined) throw new Error('no column');
    expect(cellOf({ legalName: '上海宏业有限公司' }, name)).toBe('上海宏业有限公司');
    expect(cellOf({ name: { odd: true } }, name)).toBeNull();
    expect(englishOf({ legalNameEn: 'Hongye' }, name)).toBe('Hongye');
  });
});
