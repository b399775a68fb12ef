/** The figures on which every source must agree. */
export const comparedFigures = [
  'fairs',
  'companies',
  'openings',
  'headcount',
  'applications',
  'applicants',
  'processed',
  'attention',
] as const;

export type ComparedFigure = (typeof comparedFigures)[number];

/** What one source says; a figure that it does not know is left out. */
export interface Testimony {
  readonly source: string;
  readonly figures: Readonly<Partial<Record<ComparedFigure, number | null>>>;
}

export interface Disagreement {
  readonly figure: ComparedFigure;
  readonly source: string;
  readonly expected: number;
  readonly said: number | null;
}

/** Every figure of every source that is not as expected. */
export function disagreements(
  expected: Readonly<Record<ComparedFigure, number>>,
  testimonies: readonly Testimony[],
): Disagreement[] {
  return testimonies.flatMap(({ source, figures }) =>
    comparedFigures.flatMap((figure) => {
      const said = figures[figure];
      if (said === undefined || said === expected[figure]) return [];
      return [{ figure, source, expected: expected[figure], said }];
    }),
  );
}
