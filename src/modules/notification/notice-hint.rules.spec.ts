import fc from 'fast-check';
import { packHints, unpackHints } from './notice-hint.rules.js';

describe('hints on their way to the sockets', () => {
  const hint = fc.record({ recipientId: fc.uuid(), id: fc.uuid() });

  it('arrive whole and in order, in texts that Postgres takes', () => {
    fc.assert(
      fc.property(
        fc.array(hint, { maxLength: 400 }),
        fc.integer({ min: 200, max: 7_900 }),
        (hints, longest) => {
          const texts = packHints('application.processed', hints, longest);
          expect(texts.every((text) => Buffer.byteLength(text) <= longest)).toBe(true);
          expect(texts.flatMap((text) => unpackHints(text).hints)).toEqual(hints);
        },
      ),
    );
  });

  it('fit into one text for a whole slice', () => {
    const hints = Array.from({ length: 100 }, () => ({
      recipientId: '01890000-0000-7000-8000-000000000001',
      id: '01890000-0000-7000-8000-000000000002',
    }));
    expect(packHints('application.interview_offered', hints, 7_800)).toHaveLength(1);
  });

  it('send nothing for nobody', () => {
    expect(packHints('application.processed', [], 7_800)).toEqual([]);
  });
});
