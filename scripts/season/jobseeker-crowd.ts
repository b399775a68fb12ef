import type { HttpClient } from './http-client.js';
import { inParallel } from './in-parallel.js';
import type { Season } from './generate-season.js';

/** Applications on the way at the same time, as many as to the reference that `bench/p1-season.ts` compares. */
const atATime = 128;

export interface SentApplications {
  /** Answered 201. */
  readonly accepted: number;
  /** Answered otherwise, by status. */
  readonly others: ReadonlyMap<number, number>;
  readonly milliseconds: { readonly median: number; readonly p99: number };
}

/** The jobseekers of the season, each with the own cookie. */
export class JobseekerCrowd {
  constructor(
    private readonly http: HttpClient,
    private readonly season: Season,
    private readonly cookies: readonly string[],
  ) {}

  async writeProfiles(onDone: () => void): Promise<void> {
    await inParallel(this.season.jobseekers, atATime, async (jobseeker, index) => {
      const { phone, education, experienceYears, regionCode, occupationCodes, skills } = jobseeker;
      await this.http.json('PUT', '/api/v1/me/applicant-profile', {
        ...this.as(index),
        body: {
          phone,
          education,
          experienceYears,
          regionCode,
          occupationCodes,
          skills,
          expectedPayMin: jobseeker.expectedPayMin,
        },
      });
      onDone();
    });
  }

  async apply(
    postingIds: readonly string[],
    fairIds: readonly string[],
    onDone: () => void,
  ): Promise<SentApplications> {
    const { companies, postings, applications } = this.season;
    const others = new Map<number, number>();
    const times: number[] = [];
    let accepted = 0;
    await inParallel(applications, atATime, async ({ jobseekerIndex, postingIndex }) => {
      const company = companies[postings[postingIndex]?.companyIndex ?? -1];
      const begun = performance.now();
      const { status } = await this.http.send('POST', '/api/v1/applications', {
        ...this.as(jobseekerIndex),
        body: {
          jobPostingId: postingIds[postingIndex],
          fairId: fairIds[company?.fairIndex ?? -1],
          answers: {},
          consent: true,
        },
      });
      times.push(performance.now() - begun);
      if (status === 201) accepted += 1;
      else others.set(status, (others.get(status) ?? 0) + 1);
      onDone();
    });
    times.sort((one, other) => one - other);
    const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0;
    return { accepted, others, milliseconds: { median: at(0.5), p99: at(0.99) } };
  }

  private as(jobseekerIndex: number): { cookie: string } {
    return { cookie: this.cookies[jobseekerIndex] ?? '' };
  }
}
