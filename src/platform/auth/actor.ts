import type { Locale } from '../errors/domain-error.js';

export interface Membership {
  readonly organizationId: string;
  readonly organizationKind: 'operator' | 'organizer' | 'employer';
  readonly organizationName: string;
  readonly role: string;
}

/** Who is asking, with everything that a service needs to scope its queries. */
export interface Actor {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale | null;
  readonly memberships: readonly Membership[];
  readonly permissions: ReadonlySet<string>;
}

/** The organizations of a kind that the actor belongs to. */
export function organizationsOf(actor: Actor, kind: Membership['organizationKind']): string[] {
  return actor.memberships
    .filter((membership) => membership.organizationKind === kind)
    .map((membership) => membership.organizationId);
}

/** Operators see every organization's data; everybody else only their own. */
export function isOperator(actor: Actor): boolean {
  return actor.memberships.some((membership) => membership.organizationKind === 'operator');
}
