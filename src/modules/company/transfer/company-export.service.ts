import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { reachOf } from '../../../platform/auth/actor.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { batchesOf, csvStream } from '../../../platform/csv/csv-export.js';
import { CompanyQueries } from '../company.queries.js';
import { exportCells, exportHeader } from './company-line.js';

/** The companies that the actor may export, as a file. */
@Injectable()
export class CompanyExportService {
  constructor(private readonly queries: CompanyQueries) {}

  exportFile(actor: Actor): Readable {
    const reach = reachOf(actor, 'company.export');
    return csvStream(
      exportHeader,
      batchesOf((afterId, limit) => this.queries.batch(reach, afterId, limit), exportCells),
    );
  }
}
