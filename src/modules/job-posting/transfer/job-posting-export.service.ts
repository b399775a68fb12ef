import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { batchesOf, csvStream } from '../../../platform/csv/csv-export.js';
import { JobPostingQueries } from '../job-posting.queries.js';
import { statusAt } from '../job-posting.rules.js';
import { JobPostingService } from '../job-posting.service.js';
import { exportCells, exportHeader } from './job-posting-line.js';

/** The postings that the actor may see from inside, as a file. */
@Injectable()
export class JobPostingExportService {
  constructor(
    private readonly jobPostings: JobPostingService,
    private readonly queries: JobPostingQueries,
    private readonly clock: Clock,
  ) {}

  async exportFile(actor: Actor): Promise<Readable> {
    const scope = await this.jobPostings.scopeOf(actor);
    const now = this.clock.now();
    return csvStream(
      exportHeader,
      batchesOf(
        (afterId, limit) => this.queries.batch(scope, afterId, limit),
        (posting) => exportCells({ ...posting, status: statusAt(posting, now) }),
      ),
    );
  }
}
