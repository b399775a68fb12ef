import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/auth/actor.js';
import { CurrentActor, Permission } from '../../../platform/auth/permission.js';
import type { CsvFile } from '../../../platform/csv/csv-importer.js';
import { ApiCsvUpload, UploadedCsv } from '../../../platform/csv/csv-upload.js';
import type { Locale } from '../../../platform/errors/domain-error.js';
import { IdPipe } from '../../../platform/http/id-pipe.js';
import { RequestLocale } from '../../../platform/http/locale.js';
import { FairFillingResponse, fairFillingResponse } from './dto/filling.response.js';
import { FillingService } from './filling.service.js';

@ApiTags('fairs')
@Controller('fairs/:id')
export class FillingController {
  constructor(private readonly filling: FillingService) {}

  @Post('company-imports')
  @Permission('fair.manage')
  @HttpCode(200)
  @ApiCsvUpload()
  @ApiOperation({
    operationId: 'importFairCompanies',
    summary: 'Import companies and give each of them an approved booth',
  })
  @ApiOkResponse({ type: FairFillingResponse })
  async companies(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) fairId: string,
    @UploadedCsv() file: CsvFile,
    @RequestLocale() locale: Locale,
  ): Promise<FairFillingResponse> {
    const filling = await this.filling.fillWithCompanies(actor, fairId, file);
    return fairFillingResponse(filling, locale);
  }

  @Post('job-posting-imports')
  @Permission('fair.manage')
  @HttpCode(200)
  @ApiCsvUpload()
  @ApiOperation({
    operationId: 'importFairJobPostings',
    summary: 'Import openings and show them in the booths of their companies',
  })
  @ApiOkResponse({ type: FairFillingResponse })
  async jobPostings(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) fairId: string,
    @UploadedCsv() file: CsvFile,
    @RequestLocale() locale: Locale,
  ): Promise<FairFillingResponse> {
    const filling = await this.filling.fillWithJobPostings(actor, fairId, file);
    return fairFillingResponse(filling, locale);
  }
}
