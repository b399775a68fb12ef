import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { reaches } from '../../platform/auth/actor.js';
import type { Actor } from '../../platform/auth/actor.js';
import { csvStream } from '../../platform/csv/csv-export.js';
import type { CsvValue } from '../../platform/csv/csv-export.js';
import { IdentityService } from '../identity/index.js';
import { ApplicationAccessService } from './application-access.service.js';
import { ApplicationQueries } from './application.queries.js';
import type { ApplicationFilter, ApplicationRow, ApplicationScope } from './application.queries.js';

const exportHeader = [
  'application_id',
  'job_posting_id',
  'job_posting_title',
  'company_id',
  'company_name',
  'fair_id',
  'status',
  'state',
  'eligible',
  'score',
  'submitted_at',
  'processed_at',
];
const exportBatch = 1_000;

export interface ApplicationDetail {
  readonly application: ApplicationRow;
  readonly applicantName: string | null;
}

/** Reading applications: details and files. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly access: ApplicationAccessService,
    private readonly queries: ApplicationQueries,
    private readonly identity: IdentityService,
  ) {}

  /** Organizers see that an application is there, not what the person wrote. */
  async detail(actor: Actor, id: string): Promise<ApplicationDetail> {
    const application = await this.access.find(actor, id);
    const isApplicant = application.applicantId === actor.userId;
    const reviewed = await this.access.reviewed(actor);
    if (!isApplicant && !reaches(reviewed, application.companyId)) {
      return { application: { ...application, answers: {} }, applicantName: null };
    }
    const [contact] = await this.identity.contactsOf([application.applicantId]);
    return { application, applicantName: contact?.name ?? null };
  }

  /** One line per application, without personal data: what the organizers' totals are checked by. */
  async export(
    actor: Actor,
    scope: 'company' | 'fair',
    filter: ApplicationFilter,
  ): Promise<Readable> {
    const readable = await this.access.scopeOf(actor, scope, 'application.export');
    return csvStream(exportHeader, this.batches(readable, filter));
  }

  private async *batches(
    scope: ApplicationScope,
    filter: ApplicationFilter,
  ): AsyncGenerator<CsvValue[][]> {
    let before: string | null = null;
    for (;;) {
      const rows: ApplicationRow[] = await this.queries.read(scope, filter, before, exportBatch);
      if (rows.length > 0) yield rows.map(cellsOf);
      const last = rows.at(-1);
      if (!last || rows.length < exportBatch) return;
      before = last.id;
    }
  }
}

function cellsOf(row: ApplicationRow): CsvValue[] {
  return [
    row.id,
    row.jobPostingId,
    row.jobPostingTitle,
    row.companyId,
    row.companyName,
    row.fairId,
    row.status,
    row.state,
    row.eligible,
    row.score,
    row.submittedAt,
    row.processedAt,
  ];
}
