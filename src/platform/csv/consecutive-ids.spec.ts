import { isId, newId } from '../ids/new-id.js';
import { ConsecutiveIds } from './consecutive-ids.js';

it('gives ids in order, all different, between those of newId', () => {
  const before = newId();
  const ids = new ConsecutiveIds();
  const some = Array.from({ length: 10_000 }, () => ids.next());
  const others = new ConsecutiveIds();
  expect(some.every(isId)).toBe(true);
  expect(some.every((id) => id[14] === '7')).toBe(true);
  expect(new Set(some).size).toBe(10_000);
  expect([...some].sort((one, other) => (one < other ? -1 : 1))).toEqual(some);
  expect((some[0] ?? '').slice(0, 13) >= before.slice(0, 13)).toBe(true);
  expect(some).not.toContain(others.next());
});
