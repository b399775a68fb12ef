import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/auth/actor.js';
import { CurrentActor, Permission } from '../../../platform/auth/permission.js';
import { ApiCsvDownload, csvDownload } from '../../../platform/csv/csv-download.js';
import type { CsvFile } from '../../../platform/csv/csv-importer.js';
import { CsvImports } from '../../../platform/csv/csv-imports.js';
import { ApiCsvUpload, UploadedCsv } from '../../../platform/csv/csv-upload.js';
import {
  ImportFaultPage,
  importFaultPage,
  ImportReportResponse,
  importReportResponse,
} from '../../../platform/csv/import-report.response.js';
import { RequestLocale } from '../../../platform/http/locale.js';
import type { Locale } from '../../../platform/errors/domain-error.js';
import { IdPipe } from '../../../platform/http/id-pipe.js';
import { PageQuery } from '../../../platform/http/page.js';
import { JobPostingExportService } from './job-posting-export.service.js';
import { jobPostingImportKind, JobPostingImportService } from './job-posting-import.service.js';

@ApiTags('job-postings')
@Controller()
export class JobPostingTransferController {
  constructor(
    private readonly imports: JobPostingImportService,
    private readonly importRecords: CsvImports,
    private readonly exports: JobPostingExportService,
  ) {}

  @Post('job-posting-imports')
  @Permission('job-posting.import')
  @HttpCode(200)
  @ApiCsvUpload()
  @ApiOperation({
    operationId: 'importJobPostings',
    summary: 'Import postings from a CSV file; good lines go in, bad lines are told',
  })
  @ApiOkResponse({ type: ImportReportResponse })
  async importFile(
    @CurrentActor() actor: Actor,
    @UploadedCsv() file: CsvFile,
    @RequestLocale() locale: Locale,
  ): Promise<ImportReportResponse> {
    const report = await this.imports.importFile(actor, file, { keepsItems: false });
    return importReportResponse(report, locale);
  }

  @Get('job-posting-imports/:id/errors')
  @Permission('job-posting.import')
  @ApiOperation({
    operationId: 'listJobPostingImportErrors',
    summary: 'Rejected lines of an import',
  })
  @ApiOkResponse({ type: ImportFaultPage })
  async faults(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
    @RequestLocale() locale: Locale,
  ): Promise<ImportFaultPage> {
    const page = await this.importRecords.faultsOf(actor, jobPostingImportKind, id, query);
    return importFaultPage(page, locale);
  }

  @Get('job-posting-exports')
  @Permission('job-posting.export')
  @ApiCsvDownload()
  @ApiOperation({ operationId: 'exportJobPostings', summary: 'Postings as a CSV file' })
  async exportFile(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    return csvDownload('job-postings.csv', await this.exports.exportFile(actor));
  }
}
