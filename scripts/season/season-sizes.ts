/** How much a season holds. */
export interface SeasonSizes {
  readonly fairs: number;
  readonly companies: number;
  readonly postings: number;
  readonly applications: number;
  readonly jobseekers: number;
}

/** Pudong, 2020, as the news reported it; the number of jobseekers is ours. */
const pudong = {
  fairs: 70,
  companies: 1_657,
  postings: 21_090,
  applications: 28_840,
  jobseekers: 9_640,
} as const;

/** The season at a scale: each figure rounded, at least one. */
export function seasonSizes(scale: number): SeasonSizes {
  if (!(scale > 0 && scale <= 10)) throw new RangeError('A scale is above 0 and at most 10');
  const scaled = (figure: number): number => Math.max(1, Math.round(figure * scale));
  const postings = scaled(pudong.postings);
  const applications = scaled(pudong.applications);
  return {
    fairs: scaled(pudong.fairs),
    companies: scaled(pudong.companies),
    postings,
    applications,
    // Nobody applies twice for one opening, so tiny seasons need enough people.
    jobseekers: Math.max(scaled(pudong.jobseekers), Math.ceil(applications / postings)),
  };
}

/**
 * Divides a total into whole shares by weight (largest remainder), each share at least `least`.
 * The shares always add up to the total.
 */
export function apportion(total: number, weights: readonly number[], least: number): number[] {
  const free = total - least * weights.length;
  if (free < 0) throw new RangeError('The total is too small for the least shares');
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (weight / sum) * free);
  const shares = exact.map((share) => least + Math.floor(share));
  const left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
