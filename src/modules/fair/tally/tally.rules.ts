/** Companies and openings that enter or leave a fair together. */
export interface Placed {
  readonly companyIds: readonly string[];
  readonly jobPostingIds: readonly string[];
}

export const nothing: Placed = { companyIds: [], jobPostingIds: [] };

/** In how many fairs of the season a company stands after it entered (1) or left (-1) one. */
export interface CompanyStep {
  readonly step: 1 | -1;
  readonly fairs: number;
}

/** The same for an opening. */
export interface PostingStep extends CompanyStep {
  readonly companyId: string;
  readonly headcount: number;
}

/** An opening that looks for more (or fewer) people than when it was last counted. */
export interface HeadcountChange {
  readonly companyId: string;
  /** The fairs that count it now; without any, nothing counts it. */
  readonly fairIds: readonly string[];
  readonly by: number;
}

interface Change {
  readonly scope: string;
  readonly metric: string;
  readonly by: number;
}

export const seasonScope = 'season';

export function scopeOfFair(fairId: string): string {
  return `fair:${fairId}`;
}

/** A fair counts every company in it; the season counts each company once. */
export function companyChanges(fairId: string, steps: readonly CompanyStep[]): Change[] {
  return steps.flatMap((step) => [
    { scope: scopeOfFair(fairId), metric: 'companies', by: step.step },
    ...(isSeasonEdge(step) ? [{ scope: seasonScope, metric: 'companies', by: step.step }] : []),
  ]);
}

/** Openings and the people they look for; the season and a company count an opening once. */
export function postingChanges(fairId: string, steps: readonly PostingStep[]): Change[] {
  return steps.flatMap((step) =>
    [
      scopeOfFair(fairId),
      ...(isSeasonEdge(step) ? [seasonScope, `company:${step.companyId}`] : []),
    ].flatMap((scope) => [
      { scope, metric: 'postings', by: step.step },
      { scope, metric: 'headcount', by: step.step * step.headcount },
    ]),
  );
}

export function headcountChanges(changes: readonly HeadcountChange[]): Change[] {
  return changes
    .filter((change) => change.fairIds.length > 0)
    .flatMap(({ companyId, fairIds, by }) =>
      [seasonScope, `company:${companyId}`, ...fairIds.map(scopeOfFair)].map((scope) => ({
        scope,
        metric: 'headcount',
        by,
      })),
    );
}

/** The first fair that it entered, or the last one that it left. */
function isSeasonEdge({ step, fairs }: CompanyStep): boolean {
  return fairs === (step === 1 ? 1 : 0);
}
