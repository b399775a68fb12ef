import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../platform/auth/actor.js';
import {
  CurrentActor,
  MaybeActor,
  Permission,
  PublicRoute,
} from '../../platform/auth/permission.js';
import { ExpectedVersion } from '../../platform/http/expected-version.js';
import { IdPipe } from '../../platform/http/id-pipe.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { CompanyRegistrationService } from './company-registration.service.js';
import { CompanyReviewService } from './company-review.service.js';
import { seesInside } from './company.rules.js';
import { CompanyService } from './company.service.js';
import {
  CompanyListQuery,
  EditCompanyDto,
  editedCompany,
  MoveCompanyDto,
  newCompany,
  RegisterCompanyDto,
} from './dto/company.dto.js';
import { CompanyPage, CompanyResponse, companyResponse } from './dto/company.response.js';

@ApiTags('companies')
@Controller('companies')
export class CompanyController {
  constructor(
    private readonly companies: CompanyService,
    private readonly registration: CompanyRegistrationService,
    private readonly review: CompanyReviewService,
  ) {}

  @Get()
  @PublicRoute()
  @ApiOperation({
    operationId: 'listCompanies',
    summary: 'Verified companies, newest first; reviewers see all, members also their own',
  })
  @ApiOkResponse({ type: CompanyPage })
  async list(
    @MaybeActor() actor: Actor | null,
    @Query() { scope, ...filter }: CompanyListQuery,
  ): Promise<CompanyPage> {
    return this.companies.list(actor, { ...filter, mine: scope === 'mine' });
  }

  @Post()
  @Permission('company.register')
  @Idempotent()
  @ApiOperation({ operationId: 'registerCompany', summary: 'Register a company as a draft' })
  @ApiCreatedResponse({ type: CompanyResponse })
  async register(
    @CurrentActor() actor: Actor,
    @Body() body: RegisterCompanyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CompanyResponse> {
    const company = await this.registration.register(actor, newCompany(body));
    return tagged(reply, companyResponse(company, true));
  }

  @Get(':id')
  @PublicRoute()
  @ApiOperation({
    operationId: 'getCompany',
    summary: 'One company; contact and verification only for itself and reviewers',
  })
  @ApiOkResponse({ type: CompanyResponse })
  async read(
    @MaybeActor() actor: Actor | null,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CompanyResponse> {
    const company = await this.companies.read(actor, id);
    return tagged(reply, companyResponse(company, seesInside(actor, company)));
  }

  @Patch(':id')
  @Permission('company.edit')
  @ApiOperation({ operationId: 'editCompany', summary: 'Change what a company says of itself' })
  @ApiHeader({ name: 'If-Match', required: true, schema: { type: 'string' } })
  @ApiOkResponse({ type: CompanyResponse })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: EditCompanyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CompanyResponse> {
    const company = await this.registration.edit(actor, id, version, editedCompany(body));
    return tagged(reply, companyResponse(company, true));
  }

  // Every account may come here; each step asks for company.edit or company.review of its own.
  @Post(':id/transitions')
  @Permission('company.register')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'moveCompany',
    summary: 'Take a company to another status, as the company itself or as a reviewer',
  })
  @ApiOkResponse({ type: CompanyResponse })
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: MoveCompanyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CompanyResponse> {
    return tagged(reply, companyResponse(await this.review.move(actor, id, body), true));
  }
}

function tagged(reply: FastifyReply, company: CompanyResponse): CompanyResponse {
  void reply.header('etag', `"${company.version}"`);
  return company;
}
