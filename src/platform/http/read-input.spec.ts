import { declareField, readInput } from './read-input.js';
import type { InputField } from './read-input.js';

const text: InputField = { code: 'field.length', check: (value) => typeof value === 'string' };
const whole: InputField = {
  code: 'field.range',
  parameters: { least: 1 },
  check: (value) => Number.isInteger(value),
  convert: (value) => (typeof value === 'string' ? Number(value) : value),
};

class Page {}
declareField(Page.prototype, 'limit', { ...whole, optional: true });

class Question {}
declareField(Question.prototype, 'text', text);

class Posting extends Page {}
declareField(Posting.prototype, 'title', text);
declareField(Posting.prototype, 'source', { ...text, optional: true, nullable: true });
declareField(Posting.prototype, 'questions', {
  code: 'field.invalid',
  check: (value) => Array.isArray(value) && value.length <= 2,
  itemType: () => Question,
  optional: true,
});

const faultsOf = (given: unknown): string[] =>
  readInput(Posting, given).faults.map(({ field, code }) => `${field} ${code}`);

describe('reading an input', () => {
  it('takes the fields of the class and of the one it extends', () => {
    const given = { title: 'a', source: null, limit: '7', questions: [{ text: 'b' }] };
    const input = { title: 'a', source: null, limit: 7, questions: [{ text: 'b' }] };
    expect(readInput(Posting, given)).toEqual({ input, faults: [] });
  });

  it('leaves out what was left out', () => {
    expect(Object.keys(readInput(Posting, { title: 'a' }).input)).toEqual(['title']);
  });

  it('names every wrong field with its code, rules and path', () => {
    const given = { limit: 'many', questions: [{ text: 'b' }, { text: 1, more: 2 }, 'c'] };
    expect(faultsOf(given)).toEqual([
      'title field.length',
      'questions field.invalid',
      'questions.1.more field.unknown',
      'questions.1.text field.length',
      'questions.2 field.invalid',
      'limit field.range',
    ]);
    expect(readInput(Posting, given).faults.at(-1)?.parameters).toEqual({ least: 1 });
  });

  it('takes null only where it is a value', () => {
    expect(faultsOf({ title: null, questions: null })).toEqual([
      'title field.length',
      'questions field.invalid',
    ]);
  });

  it.each(['status', 'constructor', 'toString', '__proto__'])('knows no field %s', (name) => {
    expect(faultsOf(JSON.parse(`{"title": "a", "${name}": {}}`))).toEqual([
      `${name} field.unknown`,
    ]);
  });

  it.each([[null], ['text'], [7], [[]], [Buffer.from('bytes')]])('refuses %p', (given) => {
    expect(faultsOf(given)).toEqual(['title field.length']);
    expect(readInput(Page, given).faults).toEqual([{ field: 'body', code: 'field.invalid' }]);
  });

  it('lets nothing into a class that has no fields', () => {
    expect(readInput(class Nothing {}, { a: 1 }).faults).toHaveLength(1);
  });
});
