import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/auth/actor.js';
import { CurrentActor, Permission } from '../../../platform/auth/permission.js';
import { ApiCsvDownload, csvDownload } from '../../../platform/csv/csv-download.js';
import { RequestLocale } from '../../../platform/http/locale.js';
import type { Locale } from '../../../platform/errors/domain-error.js';
import { IdPipe } from '../../../platform/http/id-pipe.js';
import { StatisticsExportService } from './statistics-export.service.js';

@ApiTags('statistics')
@Controller('statistics')
export class StatisticsExportController {
  constructor(private readonly exports: StatisticsExportService) {}

  @Get('season/export')
  @Permission('statistics.export')
  @ApiCsvDownload()
  @ApiOperation({ operationId: 'exportSeason', summary: 'The season fair by fair, as a CSV file' })
  async season(@RequestLocale() locale: Locale): Promise<StreamableFile> {
    return csvDownload('season.csv', await this.exports.season(locale));
  }

  @Get('fairs/:id/export')
  @Permission('statistics.export')
  @ApiCsvDownload()
  @ApiOperation({ operationId: 'exportFair', summary: 'A fair company by company, as a CSV file' })
  async fair(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @RequestLocale() locale: Locale,
  ): Promise<StreamableFile> {
    return csvDownload('fair.csv', await this.exports.fair(actor, id, locale));
  }
}
