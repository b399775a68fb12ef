import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../platform/auth/actor.js';
import { CurrentActor, Permission } from '../../platform/auth/permission.js';
import { IdPipe } from '../../platform/http/id-pipe.js';
import { ApplicationAccessService } from './application-access.service.js';
import { ApplicationIntakeService } from './application-intake.service.js';
import { ApplicationReviewService } from './application-review.service.js';
import { ApplicationService } from './application.service.js';
import { ApplicationListQuery } from './dto/application-list.query.js';
import {
  ApplicationDetailResponse,
  ApplicationPage,
  ApplicationReceiptResponse,
  applicationResponse,
  receiptResponse,
} from './dto/application.response.js';
import { StepApplicationDto } from './dto/step-application.dto.js';
import { SubmitApplicationDto } from './dto/submit-application.dto.js';

@ApiTags('application')
@Controller()
export class ApplicationController {
  constructor(
    private readonly intake: ApplicationIntakeService,
    private readonly applications: ApplicationService,
    private readonly access: ApplicationAccessService,
    private readonly review: ApplicationReviewService,
  ) {}

  @Post('applications')
  @Permission('application.submit')
  @ApiOperation({
    operationId: 'submitApplication',
    summary: 'Apply; answers once the application is durable. A repeat gets the same receipt.',
  })
  @ApiCreatedResponse({ type: ApplicationReceiptResponse })
  @ApiOkResponse({ type: ApplicationReceiptResponse, description: 'Applied before' })
  async submit(
    @CurrentActor() actor: Actor,
    @Body() body: SubmitApplicationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationReceiptResponse> {
    const { receipt, isNew } = await this.intake.submit(actor, body);
    void reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return receiptResponse(receipt);
  }

  @Get('applications')
  @Permission('application.read-own')
  @ApiOperation({ operationId: 'listApplications', summary: 'Applications, newest first' })
  @ApiOkResponse({ type: ApplicationPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ApplicationListQuery,
  ): Promise<ApplicationPage> {
    const page = await this.access.list(actor, query.scope ?? 'mine', query);
    return { items: page.items.map(applicationResponse), nextCursor: page.nextCursor };
  }

  @Get('applications/:id')
  @Permission('application.read-own')
  @ApiOperation({ operationId: 'getApplication', summary: 'One application' })
  @ApiOkResponse({ type: ApplicationDetailResponse })
  async detail(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
  ): Promise<ApplicationDetailResponse> {
    const { application, applicantName } = await this.applications.detail(actor, id);
    return { ...applicationResponse(application), answers: application.answers, applicantName };
  }

  @Post('applications/:id/transitions')
  @Permission('application.read-own')
  @HttpCode(204)
  @ApiOperation({ operationId: 'stepApplication', summary: 'Move an application on' })
  @ApiNoContentResponse()
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: StepApplicationDto,
  ): Promise<void> {
    await this.review.step(actor, id, body.to, body.reason ?? null);
  }

  @Post('applications/:id/retry')
  @Permission('application.retry')
  @HttpCode(204)
  @ApiOperation({ operationId: 'retryApplication', summary: 'Process again what needed attention' })
  @ApiNoContentResponse()
  async retry(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.review.retry(actor, id);
  }

  @Get('application-exports')
  @Permission('application.export')
  @ApiOperation({ operationId: 'exportApplications', summary: 'Applications as CSV' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() query: ApplicationListQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const scope = query.scope === 'company' ? 'company' : 'fair';
    const file = await this.applications.export(actor, scope, query);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="applications.csv"');
    await reply.send(file);
  }
}
