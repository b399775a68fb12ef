import type { Locale } from '../errors/domain-error.js';

export interface Membership {
  readonly organizationId: string;
  readonly organizationKind: 'operator' | 'organizer' | 'employer';
  readonly organizationName: string;
  readonly role: string;
  /** What the role allows in this organization. */
  readonly permissions: ReadonlySet<string>;
}

/** Who is asking, with everything that a service needs to scope its queries. */
export interface Actor {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale | null;
  readonly memberships: readonly Membership[];
  /** What some role allows in every organization, such as an operator's or a reviewer's. */
  readonly everywhere: ReadonlySet<string>;
  /** All of it together. It opens routes; to whose records, only `reachOf` and `mayIn` say. */
  readonly permissions: ReadonlySet<string>;
}

/** Whose records somebody reaches: all, or those of these ids. */
export interface Reach {
  readonly all: boolean;
  readonly ids: readonly string[];
}

/**
 * The organizations in which the actor may do all of this. A right that somebody has in one
 * organization counts nothing in another.
 */
export function reachOf(actor: Actor | null, ...permissions: readonly string[]): Reach {
  if (!actor) return { all: false, ids: [] };
  const isGranted = (held: ReadonlySet<string>): boolean =>
    permissions.every((permission) => held.has(permission) || actor.everywhere.has(permission));
  return {
    all: isGranted(actor.everywhere),
    ids: actor.memberships
      .filter((membership) => isGranted(membership.permissions))
      .map((membership) => membership.organizationId),
  };
}

export function reaches({ all, ids }: Reach, id: string | null): boolean {
  return all || (id !== null && ids.includes(id));
}

/** Whether the actor may do this in this organization; `null` is one that nobody belongs to. */
export function mayIn(
  actor: Actor | null,
  organizationId: string | null,
  permission: string,
): boolean {
  return reaches(reachOf(actor, permission), organizationId);
}

/** The organizations of a kind that the actor belongs to, in whatever role. */
export function organizationsOf(actor: Actor, kind: Membership['organizationKind']): string[] {
  return actor.memberships
    .filter((membership) => membership.organizationKind === kind)
    .map((membership) => membership.organizationId);
}
