import { isPhone, phoneOf } from './phone';

describe('a phone number', () => {
  it.each([
    [' 13800001234 ', '13800001234'],
    ['１３８００００１２３４', '13800001234'],
    ['(021)58888888', '021 58888888'],
    ['+86 138-0000-1234', '+86 138-0000-1234'],
  ])('%j is taken as %j', (typed, phone) => {
    expect(isPhone(typed)).toBe(true);
    expect(phoneOf(typed)).toBe(phone);
  });

  it.each(['', '12345', 'phone', '1380000123a'])('%j is none', (typed) => {
    expect(isPhone(typed)).toBe(false);
  });
});
