import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/auth/actor.js';
import { CurrentActor, Permission, PublicRoute } from '../../../platform/auth/permission.js';
import { IdPipe } from '../../../platform/http/id-pipe.js';
import { PageQuery } from '../../../platform/http/page.js';
import { CountedRowService } from './counted-row.service.js';
import { FairRowsQuery } from './dto/counted-row.dto.js';
import {
  CountedApplicantPage,
  countedApplicantResponse,
  CountedCompanyPage,
  CountedOpeningPage,
} from './dto/counted-row.response.js';

/** What the numbers open: each list holds exactly the rows that a figure counts. */
@ApiTags('statistics')
@Controller('statistics')
export class CountedRowController {
  constructor(private readonly rows: CountedRowService) {}

  @Get('season/companies')
  @PublicRoute()
  @ApiOperation({ operationId: 'listSeasonCompanies', summary: 'The companies of the season' })
  @ApiOkResponse({ type: CountedCompanyPage })
  async companies(@Query() query: PageQuery): Promise<CountedCompanyPage> {
    return this.rows.companies(query);
  }

  @Get('season/job-postings')
  @PublicRoute()
  @ApiOperation({ operationId: 'listSeasonOpenings', summary: 'The openings of the season' })
  @ApiOkResponse({ type: CountedOpeningPage })
  async openings(@Query() query: PageQuery): Promise<CountedOpeningPage> {
    return this.rows.openings(query);
  }

  @Get('season/applicants')
  @Permission('statistics.read')
  @ApiOperation({
    operationId: 'listSeasonApplicants',
    summary: 'The people who applied in the season, under pseudonyms',
  })
  @ApiOkResponse({ type: CountedApplicantPage })
  async applicants(@Query() query: PageQuery): Promise<CountedApplicantPage> {
    const page = await this.rows.applicants(query);
    return { ...page, items: page.items.map(countedApplicantResponse) };
  }

  @Get('fairs/:id/applicants')
  @Permission('statistics.read')
  @ApiOperation({
    operationId: 'listFairApplicants',
    summary: 'The people who applied at a fair, under pseudonyms, for its organizer',
  })
  @ApiOkResponse({ type: CountedApplicantPage })
  async fairApplicants(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: FairRowsQuery,
  ): Promise<CountedApplicantPage> {
    const page = await this.rows.applicantsOfFair(actor, id, query);
    return { ...page, items: page.items.map(countedApplicantResponse) };
  }

  @Get('companies/:id/job-postings')
  @Permission('statistics.read-own')
  @ApiOperation({
    operationId: 'listCountedCompanyOpenings',
    summary: 'The openings of a company that the season counts, for its members',
  })
  @ApiOkResponse({ type: CountedOpeningPage })
  async companyOpenings(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<CountedOpeningPage> {
    return this.rows.openingsOfCompany(actor, id, query);
  }

  @Get('companies/:id/applicants')
  @Permission('statistics.read-own')
  @ApiOperation({
    operationId: 'listCompanyApplicants',
    summary: 'The people who applied to a company, under pseudonyms, for its members',
  })
  @ApiOkResponse({ type: CountedApplicantPage })
  async companyApplicants(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<CountedApplicantPage> {
    const page = await this.rows.applicantsOfCompany(actor, id, query);
    return { ...page, items: page.items.map(countedApplicantResponse) };
  }
}
