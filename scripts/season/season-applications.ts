import type { Random } from './random.js';
import { apportion } from './season-sizes.js';
import type { SeasonApplication, SeasonJobseeker, SeasonPosting } from './season.types.js';

/** Draws after which a jobseeker takes whatever is left. */
const mostDraws = 24;

/**
 * Who applies where: mostly in the wanted occupations, some openings far more often than
 * others, nobody twice for the same opening.
 */
export function seasonApplications(
  jobseekers: readonly SeasonJobseeker[],
  postings: readonly SeasonPosting[],
  count: number,
  random: Random,
): SeasonApplication[] {
  const market = new OpeningMarket(postings, random);
  const shares = capped(
    apportion(
      count,
      jobseekers.map(() => random.skewedWeight(0.7)),
      1,
    ),
    postings.length,
  );
  const applications = jobseekers.flatMap((jobseeker) =>
    market
      .choose(jobseeker, shares[jobseeker.index] ?? 0)
      .map((postingIndex) => ({ jobseekerIndex: jobseeker.index, postingIndex })),
  );
  return random.shuffle(applications);
}

/** Nobody can apply more often than there are openings: the rest goes to those with room. */
function capped(shares: readonly number[], most: number): number[] {
  let surplus = shares.reduce((sum, share) => sum + Math.max(0, share - most), 0);
  return shares.map((share) => {
    const taken = Math.min(surplus, Math.max(0, most - share));
    surplus -= taken;
    return Math.min(share, most) + taken;
  });
}

/** A set of openings from which popular ones are drawn more often. */
interface Pool {
  readonly postingIndexes: number[];
  readonly cumulative: number[];
}

class OpeningMarket {
  private readonly all: Pool = { postingIndexes: [], cumulative: [] };
  private readonly byOccupation = new Map<string, Pool>();

  constructor(
    postings: readonly SeasonPosting[],
    private readonly random: Random,
  ) {
    for (const posting of postings) {
      const popularity = random.skewedWeight(1.1);
      append(this.all, posting.index, popularity);
      append(this.poolOf(posting.occupationCode), posting.index, popularity);
    }
  }

  choose(jobseeker: SeasonJobseeker, count: number): number[] {
    const chosen = new Set<number>();
    while (chosen.size < count) chosen.add(this.chooseOne(jobseeker, chosen));
    return [...chosen];
  }

  private chooseOne(jobseeker: SeasonJobseeker, chosen: ReadonlySet<number>): number {
    for (let draw = 0; draw < mostDraws; draw += 1) {
      const wanted = this.poolOf(this.random.pick(jobseeker.occupationCodes));
      const pool = wanted.cumulative.length > 0 && this.random.chance(0.85) ? wanted : this.all;
      const postingIndex = drawFrom(pool, this.random);
      if (!chosen.has(postingIndex)) return postingIndex;
    }
    const left = this.all.postingIndexes.find((postingIndex) => !chosen.has(postingIndex));
    if (left === undefined) throw new RangeError('No opening is left for this jobseeker');
    return left;
  }

  private poolOf(occupationCode: string): Pool {
    let pool = this.byOccupation.get(occupationCode);
    if (!pool) {
      pool = { postingIndexes: [], cumulative: [] };
      this.byOccupation.set(occupationCode, pool);
    }
    return pool;
  }
}

function append(pool: Pool, postingIndex: number, weight: number): void {
  pool.postingIndexes.push(postingIndex);
  pool.cumulative.push((pool.cumulative.at(-1) ?? 0) + weight);
}

function drawFrom(pool: Pool, random: Random): number {
  const point = random.next() * (pool.cumulative.at(-1) ?? 0);
  let low = 0;
  let high = pool.cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pool.cumulative[middle] ?? 0) > point) high = middle;
    else low = middle + 1;
  }
  const postingIndex = pool.postingIndexes[low];
  if (postingIndex === undefined) throw new RangeError('The pool is empty');
  return postingIndex;
}
