import { localeOf } from './locale.js';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['fr', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['fr,en;q=0.5,zh;q=0.3', 'en'],
    ['zh;q=0.1, en;q=0.9', 'en'],
    ['en;q=0,zh', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['en;q=x', 'zh-CN'],
    ['en;q=0.5,zh;q=0.5', 'en'],
    ['english', 'zh-CN'],
  ])('for %s is %s', (asked, expected) => {
    expect(localeOf(asked)).toBe(expected);
  });
});
