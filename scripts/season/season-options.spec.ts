import { OptionError, readOptions } from './season-options.js';

describe('the options of a season', () => {
  it('are those of Pudong 2020 when nothing is said', () => {
    expect(readOptions([])).toEqual({ scale: 1, seed: 2020, json: false });
  });

  it('are read', () => {
    expect(readOptions(['--scale', '0.05', '--seed=7', '--json'])).toEqual({
      scale: 0.05,
      seed: 7,
      json: true,
    });
  });

  it.each([['--scale', '0'], ['--scale', 'much'], ['--seed', '-1'], ['--fast'], ['now']])(
    'are refused in one line: %s %s',
    (...parameters) => {
      const given = parameters.filter((parameter) => typeof parameter === 'string');
      expect(() => readOptions(given)).toThrow(OptionError);
      expect(() => readOptions(given)).toThrow(/^[^\n]*Usage: npm run season/);
    },
  );
});
