/** What a wall counts: one fair, or the whole season. */
export type WallScope =
  { readonly kind: 'season' } | { readonly kind: 'fair'; readonly id: string };

export function scopeOf(fairId: string | undefined): WallScope {
  return fairId === undefined ? { kind: 'season' } : { kind: 'fair', id: fairId };
}

export function wallPath(scope: WallScope): string {
  return scope.kind === 'season' ? '/wall' : `/wall/fairs/${scope.id}`;
}

/** The page that lists what a figure counts. */
export function figurePath(scope: WallScope, figure: string): string {
  return `${wallPath(scope)}/figures/${figure}`;
}

export function scopeKey(scope: WallScope): string {
  return scope.kind === 'season' ? 'season' : `fair:${scope.id}`;
}
