import { characters } from './characters.js';
import { isInstant, phonePattern } from './fields.js';

describe('a text', () => {
  it.each([
    ['', 0],
    ['公司', 2],
    ['𠮷', 1],
    ['a😀b', 3],
  ])('has as many characters as Postgres counts: %s', (text, expected) => {
    expect(characters(text)).toBe(expected);
  });
});

describe('a moment', () => {
  it.each(['2028-02-29T00:00:00Z', '2026-03-01T09:00:00.123456+08:00', '2026-12-31T23:59Z'])(
    'is taken: %s',
    (text) => {
      expect(isInstant(text)).toBe(true);
    },
  );

  it.each([
    '2027-02-29T00:00:00Z',
    '2027-02-30T10:00:00+08:00',
    '2027-04-31T00:00:00Z',
    '2027-13-01T00:00:00Z',
    '2027-01-01',
    '2027-01-01T00:00:00',
    20270101,
    null,
  ])('is refused where the calendar has none: %s', (text) => {
    expect(isInstant(text)).toBe(false);
  });
});

describe('a phone number', () => {
  it.each(['13800000000', '+86 (21) 5555-0000', '12345'])('has digits: %s', (text) => {
    expect(phonePattern.test(text)).toBe(true);
  });

  it.each(['     ', '+ + +', '1234', '1-2-3-4', 'abcde'])('is none without: "%s"', (text) => {
    expect(phonePattern.test(text)).toBe(false);
  });
});
