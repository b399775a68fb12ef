import type { Actor, Membership } from '../../platform/auth/actor.js';
import {
  canMoveFair,
  contentFaults,
  countedFairStatuses,
  fairStatuses,
  fairTransitions,
  maySeeFair,
  seasonStep,
} from './fair.rules.js';
import type { FairStatus } from './fair.rules.js';

const edges = [
  'planned registration_open',
  'planned cancelled',
  'registration_open booths_frozen',
  'registration_open cancelled',
  'booths_frozen live',
  'booths_frozen cancelled',
  'live closed',
  'live cancelled',
  'closed reported',
  'reported archived',
];

const pairs = fairStatuses.flatMap((from) => fairStatuses.map((to) => ({ from, to })));

function memberOf(
  organizationKind: Membership['organizationKind'],
  organizationId: string,
  permissions: readonly string[] = [],
): Actor {
  return {
    sessionId: '',
    userId: '',
    name: '',
    email: '',
    locale: null,
    memberships: [
      {
        organizationId,
        organizationKind,
        organizationName: '',
        role: '',
        permissions: new Set(permissions),
      },
    ],
    everywhere: new Set(organizationKind === 'operator' ? permissions : []),
    permissions: new Set(permissions),
  };
}

describe('the way of a fair', () => {
  it.each(pairs)('from $from to $to is open only as planned', ({ from, to }) => {
    expect(canMoveFair(from, to)).toBe(edges.includes(`${from} ${to}`));
  });

  it('reaches every status from planned and ends where nothing follows', () => {
    const reached = new Set<FairStatus>(['planned']);
    for (const from of reached) for (const to of fairTransitions[from]) reached.add(to);
    expect([...reached].sort()).toEqual([...fairStatuses].sort());
    const ends = fairStatuses.filter((status) => fairTransitions[status].length === 0);
    expect(ends).toEqual(['archived', 'cancelled']);
  });

  it('counts a fair once, from its publication until it is cancelled', () => {
    const counted = (from: FairStatus, path: FairStatus[]) =>
      path.reduce(({ at, sum }, to) => ({ at: to, sum: sum + seasonStep(at, to) }), {
        at: from,
        sum: 0,
      }).sum;
    expect(counted('planned', [...countedFairStatuses])).toBe(1);
    expect(counted('planned', ['registration_open', 'booths_frozen', 'cancelled'])).toBe(0);
    expect(counted('planned', ['cancelled'])).toBe(0);
  });
});

describe('who sees a fair', () => {
  const planned = { organizerId: 'o1', publishedAt: null };
  const published = { organizerId: 'o1', publishedAt: new Date(0) };

  it('is everybody once it is published', () => {
    expect(maySeeFair(null, published)).toBe(true);
  });

  it.each([
    ['its organizer', memberOf('organizer', 'o1', ['fair.preview']), true],
    ['an operator', memberOf('operator', 'o9', ['fair.preview']), true],
    ['another organizer', memberOf('organizer', 'o2', ['fair.preview']), false],
    ['an organizer without the right', memberOf('organizer', 'o1'), false],
    ['an operator without the right', memberOf('operator', 'o9'), false],
    ['an employer', memberOf('employer', 'o1'), false],
    ['a visitor', null, false],
  ])('before that: %s', (_, actor, sees) => {
    expect(maySeeFair(actor, planned)).toBe(sees);
  });
});

describe('the content of a fair', () => {
  const content = {
    opensAt: new Date('2026-03-01T01:00:00Z'),
    closesAt: new Date('2026-03-02T09:00:00Z'),
    regionCode: '310115',
    timeZone: 'Asia/Shanghai',
  };
  const codes = (change: object) =>
    contentFaults({ ...content, ...change }).map(({ field, code }) => `${field} ${code}`);

  it('is taken as it should be', () => {
    expect(codes({})).toEqual([]);
  });

  it.each([
    [{ closesAt: content.opensAt }, 'closesAt fair.ends-before-start'],
    [{ closesAt: new Date('2026-06-01T01:00:00.001Z') }, 'closesAt fair.too-long'],
    [{ regionCode: '999999' }, 'regionCode fair.unknown-region'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone fair.unknown-time-zone'],
  ])('names what is wrong with %o', (change, expected) => {
    expect(codes(change)).toEqual([expected]);
  });
});
