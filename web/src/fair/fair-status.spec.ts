import type { Fair } from '../api/models';
import { groupFairs, phaseOf } from './fair-status';

function fair(id: string, status: Fair['status'], opensAt: string, closesAt: string): Fair {
  const rest = {
    organizerId: 'o',
    name: id,
    nameEn: null,
    description: '',
    regionCode: '310115',
    version: 1,
  };
  return { ...rest, id, status, opensAt, closesAt, timeZone: 'Asia/Shanghai' };
}

describe('fairs as visitors see them', () => {
  it.each([
    ['planned', 'upcoming'],
    ['registration_open', 'upcoming'],
    ['booths_frozen', 'upcoming'],
    ['live', 'open'],
    ['closed', 'over'],
    ['reported', 'over'],
    ['archived', 'over'],
    ['cancelled', 'cancelled'],
  ])('shows %s as %s', (status, phase) => {
    expect(phaseOf(status)).toBe(phase);
  });

  it('puts open fairs first, the next to close at the top, and the latest past fair before older', () => {
    const groups = groupFairs([
      fair('old', 'closed', '2026-01-01', '2026-01-02'),
      fair('recent', 'reported', '2026-05-01', '2026-05-02'),
      fair('later', 'planned', '2026-12-01', '2026-12-02'),
      fair('soon', 'registration_open', '2026-11-25', '2026-11-26'),
      fair('long', 'live', '2026-11-20', '2026-11-30'),
      fair('ending', 'live', '2026-11-20', '2026-11-23'),
    ]);
    expect(groups.map(({ phase, fairs }) => [phase, ...fairs.map(({ id }) => id)])).toEqual([
      ['open', 'ending', 'long'],
      ['upcoming', 'soon', 'later'],
      ['over', 'recent', 'old'],
    ]);
  });
});
