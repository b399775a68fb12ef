import { Module } from '@nestjs/common';
import { CsvModule } from '../../platform/csv/csv.module.js';
import { CompanyController } from './company.controller.js';
import { CompanyEntity } from './company.entity.js';
import { CompanyQueries } from './company.queries.js';
import { CompanyRegistrationService } from './company-registration.service.js';
import { CompanyRepository } from './company.repository.js';
import { CompanyReverificationService } from './company-reverification.service.js';
import { CompanyReviewService } from './company-review.service.js';
import { CompanyService } from './company.service.js';
import { CompanyExportService } from './transfer/company-export.service.js';
import { CompanyImportRepository } from './transfer/company-import.repository.js';
import { CompanyImportService } from './transfer/company-import.service.js';
import { CompanyTransferController } from './transfer/company-transfer.controller.js';

@Module({
  imports: [CsvModule],
  controllers: [CompanyController, CompanyTransferController],
  providers: [
    CompanyExportService,
    CompanyImportRepository,
    CompanyImportService,
    CompanyQueries,
    CompanyRegistrationService,
    CompanyRepository,
    CompanyReverificationService,
    CompanyReviewService,
    CompanyService,
  ],
  exports: [CompanyService],
})
export class CompanyModule {
  static readonly entities = [CompanyEntity];
}
