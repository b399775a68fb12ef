import { agendaTimeFaults } from './agenda.rules.js';

const fair = {
  opensAt: new Date('2026-03-01T01:00:00Z'),
  closesAt: new Date('2026-03-01T09:00:00Z'),
};

function codes(startsAt: string, endsAt: string): string[] {
  return agendaTimeFaults({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, fair).map(
    ({ field, code }) => `${field} ${code}`,
  );
}

describe('the time of an agenda item', () => {
  it.each([
    ['2026-03-01T01:00:00Z', '2026-03-01T09:00:00Z', []],
    ['2026-03-01T08:59:59Z', '2026-03-01T09:00:00Z', []],
    ['2026-03-01T02:00:00Z', '2026-03-01T02:00:00Z', ['endsAt agenda-item.ends-before-start']],
    ['2026-03-01T00:59:59Z', '2026-03-01T02:00:00Z', ['startsAt agenda-item.outside-fair']],
    ['2026-03-01T08:00:00Z', '2026-03-01T09:00:01Z', ['endsAt agenda-item.outside-fair']],
    [
      '2026-03-01T09:00:00Z',
      '2026-03-01T10:00:00Z',
      ['startsAt agenda-item.outside-fair', 'endsAt agenda-item.outside-fair'],
    ],
  ])('from %s to %s', (startsAt, endsAt, expected) => {
    expect(codes(startsAt, endsAt)).toEqual(expected);
  });
});
