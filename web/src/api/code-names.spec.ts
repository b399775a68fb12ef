import { namesOf, optionsOf } from './code-names';

const regions = [
  { code: '320000', zh: '江苏省', en: 'Jiangsu' },
  { code: '320100', zh: '南京市', en: 'Nanjing' },
  { code: '320106', zh: '鼓楼区', en: 'Gulou' },
  { code: '310000', zh: '上海市', en: 'Shanghai' },
  { code: '310115', zh: '浦东新区', en: 'Pudong' },
];

describe('names of codes', () => {
  it('show a place by its own name, else by the nearest above, else by its code', () => {
    const nameOf = namesOf(regions, 'en');
    expect(['310115', '320199', '321000', '990000'].map(nameOf)).toEqual([
      'Pudong',
      'Nanjing',
      'Jiangsu',
      '990000',
    ]);
  });

  it('leave codes of other lists alone', () => {
    const occupations = [{ code: '2-02', zh: '工程技术人员', en: 'Engineers' }];
    expect(namesOf(occupations, 'zh')('2-02')).toBe('工程技术人员');
    expect(namesOf(occupations, 'zh')('2-99')).toBe('2-99');
    expect(optionsOf(occupations, 'zh')).toEqual([{ value: '2-02', label: '工程技术人员' }]);
  });

  it('tell districts of the same name apart by their city', () => {
    expect(optionsOf(regions, 'zh').map(({ label }) => label)).toEqual([
      '江苏省',
      '南京市 · 江苏省',
      '鼓楼区 · 南京市',
      '上海市',
      '浦东新区 · 上海市',
    ]);
  });
});
