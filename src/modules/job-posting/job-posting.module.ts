import { Module } from '@nestjs/common';
import { CsvModule } from '../../platform/csv/csv.module.js';
import { CompanyModule } from '../company/index.js';
import { JobPostingClosingService } from './job-posting-closing.service.js';
import { JobPostingController } from './job-posting.controller.js';
import { JobPostingDeskService } from './job-posting-desk.service.js';
import { JobPostingLedgerService } from './job-posting-ledger.service.js';
import { JobPostingProcessor } from './job-posting.processor.js';
import { JobPostingEntity } from './job-posting.entity.js';
import { JobPostingQueries } from './job-posting.queries.js';
import { JobPostingRepository } from './job-posting.repository.js';
import { JobPostingReviewService } from './job-posting-review.service.js';
import { JobPostingService } from './job-posting.service.js';
import { JobPostingExportService } from './transfer/job-posting-export.service.js';
import { JobPostingImportRepository } from './transfer/job-posting-import.repository.js';
import { JobPostingImportService } from './transfer/job-posting-import.service.js';
import { JobPostingTransferController } from './transfer/job-posting-transfer.controller.js';

@Module({
  imports: [CsvModule, CompanyModule],
  controllers: [JobPostingController, JobPostingTransferController],
  providers: [
    JobPostingClosingService,
    JobPostingDeskService,
    JobPostingExportService,
    JobPostingImportRepository,
    JobPostingImportService,
    JobPostingLedgerService,
    JobPostingProcessor,
    JobPostingQueries,
    JobPostingRepository,
    JobPostingReviewService,
    JobPostingService,
  ],
  exports: [JobPostingService],
})
export class JobPostingModule {
  static readonly entities = [JobPostingEntity];
}
