import { cellOf, columnsOf, englishOf } from './list-columns';

describe('the columns behind a figure', () => {
  it.each([
    ['/api/v1/fairs?status=live', 'name opens region status'],
    ['/api/v1/companies?fairId=1', 'name region status'],
    ['/api/v1/fairs/1/booths', 'name status'],
    ['/api/v1/fairs/1/job-postings', 'title company headcount region status'],
    ['/api/v1/applications?scope=fair', 'title company submitted score status'],
    ['/api/v1/something-new', 'name submitted'],
    ['/api/v1/constructor', 'name submitted'],
  ])('suit %s', (path, keys) => {
    expect(
      columnsOf(path)
        .map(({ key }) => key)
        .join(' '),
    ).toBe(keys);
  });

  it('read the first field that a row has, and nothing that is no text or number', () => {
    const [name] = columnsOf('/api/v1/companies');
    if (name === undefined) throw new Error('no column');
    expect(cellOf({ legalName: '上海宏业有限公司' }, name)).toBe('上海宏业有限公司');
    expect(cellOf({ name: { odd: true } }, name)).toBeNull();
    expect(englishOf({ legalNameEn: 'Hongye' }, name)).toBe('Hongye');
  });
});
