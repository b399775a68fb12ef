import { noticeHintTexts, readHints } from './notice-hint.rules.js';

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
    ['application.offered p1 n1 ', 1],
  ])('are as many as are whole in "%s"', (text, count) => {
    expect(readHints(text).hints).toHaveLength(count);
  });

  it('arrive whole and in order, each signal short enough for Postgres', () => {
    const ids = Array.from(
      { length: 500 },
      (_, index) => `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    );
    const hints = ids.map((id) => `${id} `).join('');
    const texts = noticeHintTexts({ kind: 'application.interview_offered', hints });
    expect(texts.map((text) => text.length)).toEqual([7_430, 7_430, 3_730]);
    const read = texts.flatMap((text) => readHints(text).hints);
    expect(read.flatMap(({ recipientId, id }) => [recipientId, id])).toEqual(ids);
  });
});
