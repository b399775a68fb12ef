import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/auth/actor.js';
import {
  CurrentActor,
  MaybeActor,
  Permission,
  PublicRoute,
} from '../../platform/auth/permission.js';
import { IdPipe } from '../../platform/http/id-pipe.js';
import { PageQuery } from '../../platform/http/page.js';
import {
  CompanyFiguresPage,
  companyFiguresResponse,
  FairFiguresPage,
  fairFiguresResponse,
  figuresResponse,
  FiguresResponse,
} from './dto/figures.response.js';
import { StatisticsService } from './statistics.service.js';

@ApiTags('statistics')
@Controller('statistics')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get('season')
  @PublicRoute()
  @ApiOperation({ operationId: 'getSeasonFigures', summary: 'The totals of the season' })
  @ApiOkResponse({ type: FiguresResponse })
  async season(): Promise<FiguresResponse> {
    return figuresResponse(await this.statistics.season());
  }

  @Get('season/fairs')
  @PublicRoute()
  @ApiOperation({ operationId: 'listSeasonFairFigures', summary: 'The season fair by fair' })
  @ApiOkResponse({ type: FairFiguresPage })
  async fairs(@Query() query: PageQuery): Promise<FairFiguresPage> {
    const page = await this.statistics.fairs(query);
    return { ...page, items: page.items.map(fairFiguresResponse) };
  }

  @Get('fairs/:id')
  @PublicRoute()
  @ApiOperation({ operationId: 'getFairFigures', summary: 'The totals of a fair' })
  @ApiOkResponse({ type: FiguresResponse })
  async fair(
    @MaybeActor() actor: Actor | null,
    @Param('id', IdPipe) id: string,
  ): Promise<FiguresResponse> {
    return figuresResponse(await this.statistics.fair(actor, id));
  }

  @Get('fairs/:id/companies')
  @Permission('statistics.read')
  @ApiOperation({
    operationId: 'listFairCompanyFigures',
    summary: 'A fair company by company, for its organizer',
  })
  @ApiOkResponse({ type: CompanyFiguresPage })
  async companies(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<CompanyFiguresPage> {
    const page = await this.statistics.booths(actor, id, query);
    return { ...page, items: page.items.map(companyFiguresResponse) };
  }

  @Get('companies/:id')
  @Permission('statistics.read-own')
  @ApiOperation({
    operationId: 'getCompanyFigures',
    summary: 'The totals of a company, for its members and for operators',
  })
  @ApiOkResponse({ type: FiguresResponse })
  async company(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
  ): Promise<FiguresResponse> {
    return figuresResponse(await this.statistics.company(actor, id));
  }
}
