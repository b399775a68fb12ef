import { industries } from './industries.js';
import { occupations } from './occupations.js';
import { regions } from './regions.js';

describe('code lists', () => {
  it('names regions in both languages', () => {
    expect(regions.nameOf('310115', 'zh-CN')).toBe('浦东新区');
    expect(regions.nameOf('310115', 'en')).toBe('Pudong');
    expect(regions.nameOf('320583', 'zh-CN')).toBe('昆山市');
  });

  it('lists the thirteen units of Fuzhou and the sixteen districts of Shanghai', () => {
    const below = (prefix: string): number =>
      regions.codes.filter(({ code }) => code.startsWith(prefix) && !code.endsWith('00')).length;
    expect(below('3501')).toBe(13);
    expect(below('3101')).toBe(16);
  });

  it('names the nearest region above a district that it does not list', () => {
    expect(regions.isKnown('440305')).toBe(true);
    expect(regions.nameOf('440305', 'en')).toBe('Shenzhen');
    expect(regions.isKnown('130283')).toBe(true);
    expect(regions.nameOf('130283', 'zh-CN')).toBe('河北省');
  });

  it.each(['310199', '320599', '379900', '990000', '31011', '3101155', 'pudong', ''])(
    'does not know the region "%s"',
    (code) => {
      expect(regions.isKnown(code)).toBe(false);
    },
  );

  it('places every region below one that is listed', () => {
    const provinces = regions.codes.filter(({ code }) => code.endsWith('0000'));
    expect(provinces).toHaveLength(34);
    for (const { code } of regions.codes)
      expect(regions.isKnown(`${code.slice(0, 2)}0000`)).toBe(true);
  });

  it('holds the 20 sections and 97 divisions of industries', () => {
    const sections = industries.codes.filter(({ code }) => /^[A-T]$/.test(code));
    const divisions = industries.codes.filter(({ code }) => /^[0-9]{2}$/.test(code));
    expect(sections).toHaveLength(20);
    expect(divisions.map(({ code }) => Number(code))).toEqual(
      Array.from({ length: 97 }, (_, index) => index + 1),
    );
    expect(sections.length + divisions.length).toBe(industries.codes.length);
    expect(industries.nameOf('65', 'zh-CN')).toBe('软件和信息技术服务业');
  });

  it('holds the 8 major and 79 middle classes of occupations', () => {
    const major = occupations.codes.filter(({ code }) => /^[1-8]$/.test(code));
    const middle = occupations.codes.filter(({ code }) => /^[1-8]-[0-9]{2}$/.test(code));
    expect([major.length, middle.length]).toEqual([8, 79]);
    expect(major.length + middle.length).toBe(occupations.codes.length);
    expect(occupations.nameOf('2-02', 'en')).toBe('Engineers');
  });

  it('shows a code that it does not know as it is', () => {
    expect(occupations.isKnown('2-98')).toBe(false);
    expect(occupations.nameOf('2-98', 'en')).toBe('2-98');
  });

  it('has both names for every code', () => {
    for (const list of [regions, industries, occupations]) {
      for (const { zh, en } of list.codes) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/);
      }
    }
  });
});
