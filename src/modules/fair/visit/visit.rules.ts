import type { Actor } from '../../../platform/auth/actor.js';

/** What a request shows of who sent it. */
export interface Trace {
  readonly address: string;
  readonly browser: string;
}

export interface Visit {
  readonly fairId: string;
  /** Where the fair is held, as `2026-03-01`. */
  readonly day: string;
  readonly visitorKey: string;
}

/** All views of one visitor that are counted together. */
export interface Views extends Visit {
  readonly views: number;
}

/** Views that were counted: which ones, and whether this visitor is new today. */
export interface CountedViews extends Visit {
  readonly isNew: boolean;
}

/** So many views in so many seconds are a person who looks around; more is a program. */
export const windowSeconds = 10;
export const mostViewsInWindow = 30;

/**
 * The words that tell visitors of a day apart. They only ever leave as a keyed hash that holds
 * the day, so that nobody can be followed from one day to the next.
 */
export function visitorWords(actor: Actor | null, trace: Trace, day: string): string {
  const who = actor ? `user ${actor.userId}` : `trace ${trace.address} ${trace.browser}`;
  return `${day} ${who}`;
}

/** The date of a moment in a time zone. */
export function dayIn(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** One text for one visitor on one day of one fair. */
export function identityOf(visit: Visit): string {
  return `${visit.fairId} ${visit.day} ${visit.visitorKey}`;
}

/** Adds up what each visitor did. */
export function viewsOf(visits: readonly Visit[]): Views[] {
  const views = new Map<string, Views>();
  for (const visit of visits) {
    const identity = identityOf(visit);
    views.set(identity, { ...visit, views: (views.get(identity)?.views ?? 0) + 1 });
  }
  return [...views.values()];
}

/** What counted visits change in a fair and in the season. */
export function visitChanges(views: readonly Views[], counted: readonly CountedViews[]) {
  const viewsByVisitor = new Map(views.map((one) => [identityOf(one), one.views]));
  return counted.flatMap((visitor) =>
    ['season', `fair:${visitor.fairId}`].flatMap((scope) => [
      { scope, metric: 'views', by: viewsByVisitor.get(identityOf(visitor)) ?? 0 },
      ...(visitor.isNew ? [{ scope, metric: 'visitors', by: 1 }] : []),
    ]),
  );
}
