import { seasonApplications } from './season-applications.js';
import { seasonCompanies } from './season-companies.js';
import { seasonFairs } from './season-fairs.js';
import { seasonJobseekers } from './season-jobseekers.js';
import { seasonPostings } from './season-postings.js';
import { Random } from './random.js';
import type { SeasonSizes } from './season-sizes.js';
import type {
  SeasonApplication,
  SeasonCompany,
  SeasonFair,
  SeasonJobseeker,
  SeasonPosting,
} from './season.types.js';

/** Everything that happens in a season, before it happens. */
export interface Season {
  readonly fairs: readonly SeasonFair[];
  readonly companies: readonly SeasonCompany[];
  readonly postings: readonly SeasonPosting[];
  readonly jobseekers: readonly SeasonJobseeker[];
  readonly applications: readonly SeasonApplication[];
}

/** The same seed, sizes and day give the same season. */
export function generateSeason(seed: number, sizes: SeasonSizes, today: Date): Season {
  const fairs = seasonFairs(sizes.fairs, today);
  const companies = seasonCompanies(fairs, sizes.companies, Random.for(seed, 'companies'));
  const postings = seasonPostings(companies, sizes.postings, today, Random.for(seed, 'postings'));
  const jobseekers = seasonJobseekers(sizes.jobseekers, Random.for(seed, 'jobseekers'));
  const applications = seasonApplications(
    jobseekers,
    postings,
    sizes.applications,
    Random.for(seed, 'applications'),
  );
  return { fairs, companies, postings, jobseekers, applications };
}
