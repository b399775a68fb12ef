import { mayIn } from '../../platform/auth/actor.js';
import type { Actor } from '../../platform/auth/actor.js';

/** Whose figures: the whole season's, one fair's, one company's, one company's at one fair. */
export const scopeKinds = ['season', 'fair', 'company', 'booth'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

export type Scope =
  | { readonly kind: 'season' }
  | { readonly kind: 'fair'; readonly id: string }
  | { readonly kind: 'company'; readonly id: string }
  | { readonly kind: 'booth'; readonly id: string; readonly fairId: string };

export const season: Scope = { kind: 'season' };

export function fairScope(id: string): Scope {
  return { kind: 'fair', id };
}

export function companyScope(id: string): Scope {
  return { kind: 'company', id };
}

/** What a company has to show for at one fair. */
export function boothScope(fairId: string, companyId: string): Scope {
  return { kind: 'booth', fairId, id: companyId };
}

export function scopeId(scope: Scope): string | null {
  return scope.kind === 'season' ? null : scope.id;
}

/** The scope's name, also in the counter rows: `season`, `fair:<id>`, `company:<id>`. */
export function scopeName(scope: Scope): string {
  if (scope.kind === 'season') return 'season';
  const place = scope.kind === 'booth' ? `${scope.fairId}:` : '';
  return `${scope.kind}:${place}${scope.id}`;
}

export const figureKeys = [
  'fairs',
  'companies',
  'openings',
  'headcount',
  'applications',
  'applicants',
  'processed',
  'attention',
  'pending',
  'applicationsPerOpening',
  'headcountPerApplicant',
  'pageViews',
  'visitors',
  'viewers',
  'messages',
] as const;

export type FigureKey = (typeof figureKeys)[number];

export const figureUnits = [
  'fairs',
  'companies',
  'openings',
  'people',
  'applications',
  'views',
  'messages',
  'ratio',
] as const;

export type FigureUnit = (typeof figureUnits)[number];

/** One number as it is published. */
export interface Figure {
  readonly key: FigureKey;
  /** `null` where it has no meaning, for example a ratio to nobody; shown as "—", never as 0. */
  readonly value: number | null;
  readonly unit: FigureUnit;
  /** The API path whose items are exactly what the number counts. */
  readonly list: string | null;
}

/** Figures of one scope, all of one moment. */
export interface FigureSet {
  readonly scope: Scope;
  readonly takenAt: Date;
  readonly figures: readonly Figure[];
}

/** Ratios are published with this many digits after the point, everywhere the same. */
export const ratioDigits = 2;

/** `dividend / divisor`, half up; `null` for a divisor of zero (domain rules §1). */
export function ratioOf(dividend: number, divisor: number): number | null {
  if (divisor === 0) return null;
  const scale = 10 ** ratioDigits;
  return Math.round((dividend * scale) / divisor) / scale;
}

/** The number as the wall shows it, without grouping. */
export function figureText(figure: Pick<Figure, 'value' | 'unit'>): string {
  if (figure.value === null) return '—';
  return figure.unit === 'ratio' ? figure.value.toFixed(ratioDigits) : String(figure.value);
}

export interface FairFace {
  readonly id: string;
  readonly organizerId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly status: string;
  readonly opensAt: Date;
  readonly isPublished: boolean;
}

export interface CompanyFace {
  readonly id: string;
  readonly organizationId: string | null;
  readonly name: string;
  readonly nameEn: string | null;
}

/** The totals of a published fair are everybody's; before that its organizer's people prepare alone. */
export function maySeeFair(actor: Actor | null, fair: FairFace): boolean {
  return fair.isPublished || mayIn(actor, fair.organizerId, 'fair.preview');
}

export type OverseeingPermission = 'statistics.read' | 'statistics.export';

/** Who may see numbers of single companies: the small cells of a fair are not for the public. */
export function mayOversee(
  actor: Actor,
  { organizerId }: Pick<FairFace, 'organizerId'>,
  permission: OverseeingPermission,
): boolean {
  return mayIn(actor, organizerId, permission);
}

export function maySeeCompany(actor: Actor, { organizationId }: CompanyFace): boolean {
  return mayIn(actor, organizationId, 'statistics.read-own');
}
