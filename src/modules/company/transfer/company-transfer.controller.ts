import { Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/auth/actor.js';
import { CurrentActor, Permission } from '../../../platform/auth/permission.js';
import type { CsvFile } from '../../../platform/csv/csv-importer.js';
import { ApiCsvDownload, csvDownload } from '../../../platform/csv/csv-download.js';
import { CsvImports } from '../../../platform/csv/csv-imports.js';
import { ApiCsvUpload, UploadedCsv } from '../../../platform/csv/csv-upload.js';
import {
  ImportFaultPage,
  importFaultPage,
  ImportReportResponse,
  importReportResponse,
} from '../../../platform/csv/import-report.response.js';
import { IdPipe } from '../../../platform/http/id-pipe.js';
import { RequestLocale } from '../../../platform/http/locale.js';
import { PageQuery } from '../../../platform/http/page.js';
import type { Locale } from '../../../platform/errors/domain-error.js';
import { CompanyExportService } from './company-export.service.js';
import { companyImportKind, CompanyImportService } from './company-import.service.js';

@ApiTags('companies')
@Controller()
export class CompanyTransferController {
  constructor(
    private readonly imports: CompanyImportService,
    private readonly importRecords: CsvImports,
    private readonly exports: CompanyExportService,
  ) {}

  @Post('company-imports')
  @Permission('company.import')
  @HttpCode(200)
  @ApiCsvUpload()
  @ApiOperation({
    operationId: 'importCompanies',
    summary: 'Import companies from a CSV file; good lines go in, bad lines are told',
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

  @Get('company-imports/:id/errors')
  @Permission('company.import')
  @ApiOperation({ operationId: 'listCompanyImportErrors', summary: 'Rejected lines of an import' })
  @ApiOkResponse({ type: ImportFaultPage })
  async faults(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
    @RequestLocale() locale: Locale,
  ): Promise<ImportFaultPage> {
    const page = await this.importRecords.faultsOf(actor, companyImportKind, id, query);
    return importFaultPage(page, locale);
  }

  @Get('company-exports')
  @Permission('company.export')
  @ApiCsvDownload()
  @ApiOperation({ operationId: 'exportCompanies', summary: 'Companies as a CSV file' })
  exportFile(@CurrentActor() actor: Actor): StreamableFile {
    return csvDownload('companies.csv', this.exports.exportFile(actor));
  }
}
