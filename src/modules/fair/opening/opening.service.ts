import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Page } from '../../../platform/http/page.js';
import { JobPostingService } from '../../job-posting/index.js';
import type { JobPostingRow } from '../../job-posting/index.js';
import { FairService } from '../fair.service.js';
import { OpeningQueries } from './opening.queries.js';
import type { OpeningFilter } from './opening.queries.js';

export type Opening = JobPostingRow & { readonly boothId: string };

/** Looking for work in a fair. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly fairs: FairService,
    private readonly queries: OpeningQueries,
    private readonly jobPostings: JobPostingService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor | null, fairId: string, filter: OpeningFilter): Promise<Page<Opening>> {
    await this.fairs.read(actor, fairId);
    const page = await this.queries.list(fairId, filter, this.clock.now());
    const postings = await this.jobPostings.byIds(page.items.map((place) => place.jobPostingId));
    const items = page.items.flatMap(({ jobPostingId, boothId }) => {
      const posting = postings.get(jobPostingId);
      return posting ? [{ ...posting, boothId }] : [];
    });
    return { ...page, items };
  }
}
