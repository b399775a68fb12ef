import { mayIn, reachOf } from './actor.js';
import type { Actor } from './actor.js';

function actorWith(rights: Record<string, string[]>, everywhere: string[] = []): Actor {
  const memberships = Object.entries(rights).map(([organizationId, permissions]) => ({
    organizationId,
    organizationKind: 'employer' as const,
    organizationName: '',
    role: '',
    permissions: new Set(permissions),
  }));
  return {
    sessionId: '',
    userId: '',
    name: '',
    email: '',
    locale: null,
    memberships,
    everywhere: new Set(everywhere),
    permissions: new Set([...Object.values(rights).flat(), ...everywhere]),
  };
}

describe('what somebody may do where', () => {
  const actor = actorWith({ one: ['read', 'write'], other: ['read'] });

  it('is what the role in that organization says', () => {
    expect(mayIn(actor, 'one', 'write')).toBe(true);
    expect(mayIn(actor, 'other', 'write')).toBe(false);
    expect(mayIn(actor, 'foreign', 'read')).toBe(false);
    expect(mayIn(null, 'one', 'read')).toBe(false);
  });

  it('does not add up from rights in different organizations', () => {
    const torn = actorWith({ one: ['read'], other: ['export'] });
    expect(reachOf(torn, 'read', 'export')).toEqual({ all: false, ids: [] });
    expect(reachOf(actor, 'read', 'write')).toEqual({ all: false, ids: ['one'] });
  });

  it('reaches what nobody belongs to only by a right that counts everywhere', () => {
    const operator = actorWith({ one: [] }, ['write']);
    expect(mayIn(operator, null, 'write')).toBe(true);
    expect(mayIn(operator, 'foreign', 'write')).toBe(true);
    expect(mayIn(operator, 'one', 'read')).toBe(false);
    expect(mayIn(actor, null, 'write')).toBe(false);
  });
});
