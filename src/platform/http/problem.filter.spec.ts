import { OverloadedError } from '../batching/micro-batcher.js';
import { asDomainError } from './problem.filter.js';

describe('what leaves as a problem', () => {
  it('says how long an overloaded part wants to be left alone', () => {
    expect(asDomainError(new OverloadedError(5))).toMatchObject({
      code: 'server.overloaded',
      parameters: { retryAfterSeconds: 5 },
    });
  });
});
