import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { batchesOf, csvStream } from '../../../platform/csv/csv-export.js';
import { CompanyQueries } from '../company.queries.js';
import { CompanyService } from '../company.service.js';
import { exportCells, exportHeader } from './company-line.js';

/** The companies that the actor may see from inside, as a file. */
@Injectable()
export class CompanyExportService {
  constructor(
    private readonly companies: CompanyService,
    private readonly queries: CompanyQueries,
  ) {}

  exportFile(actor: Actor): Readable {
    const scope = this.companies.scopeOf(actor);
    return csvStream(
      exportHeader,
      batchesOf((afterId, limit) => this.queries.batch(scope, afterId, limit), exportCells),
    );
  }
}
