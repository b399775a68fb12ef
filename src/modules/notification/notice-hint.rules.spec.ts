import { readHints } from './notice-hint.rules.js';

describe('hints on their way to the sockets', () => {
  it('name their kind once and each notice with its person', () => {
    expect(readHints('application.offered p1 n1 p2 n2')).toEqual({
      kind: 'application.offered',
      hints: [
        { recipientId: 'p1', id: 'n1' },
        { recipientId: 'p2', id: 'n2' },
      ],
    });
  });

  it.each([
    ['', 0],
    ['application.offered', 0],
    ['application.offered p1', 0],
    ['application.offered p1 n1 p2', 1],
  ])('are as many as are whole in "%s"', (text, count) => {
    expect(readHints(text).hints).toHaveLength(count);
  });
});
