import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/auth/actor.js';
import {
  CurrentActor,
  MaybeActor,
  Permission,
  PublicRoute,
} from '../../../platform/auth/permission.js';
import { IdPipe } from '../../../platform/http/id-pipe.js';
import { Idempotent } from '../../../platform/http/idempotency.js';
import { statusesOf } from '../dto/status-list.js';
import { BoothReviewService } from './booth-review.service.js';
import { BoothService } from './booth.service.js';
import {
  ApplyForBoothDto,
  BoothListQuery,
  ChooseBoothPostingsDto,
  DecideBoothDto,
  SetBoothPresenceDto,
} from './dto/booth.dto.js';
import { BoothPage, BoothResponse, boothResponse } from './dto/booth.response.js';
import { ExhibitorService } from './exhibitor.service.js';

@ApiTags('fairs')
@Controller('fairs/:id/booths')
export class BoothController {
  constructor(
    private readonly booths: BoothService,
    private readonly exhibitors: ExhibitorService,
    private readonly reviews: BoothReviewService,
  ) {}

  @Get()
  @PublicRoute()
  @ApiOperation({ operationId: 'listBooths', summary: 'The booths of a fair by their place' })
  @ApiOkResponse({ type: BoothPage })
  async list(
    @MaybeActor() actor: Actor | null,
    @Param('id', IdPipe) fairId: string,
    @Query() query: BoothListQuery,
  ): Promise<BoothPage> {
    const { status, ...filter } = query;
    const page = await this.booths.list(actor, fairId, { ...filter, statuses: statusesOf(status) });
    return { ...page, items: page.items.map(boothResponse) };
  }

  @Post()
  @Permission('booth.apply')
  @Idempotent()
  @ApiOperation({ operationId: 'applyForBooth', summary: 'A company applies for a booth' })
  @ApiCreatedResponse({ type: BoothResponse })
  async apply(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) fairId: string,
    @Body() body: ApplyForBoothDto,
  ): Promise<BoothResponse> {
    return boothResponse(await this.exhibitors.apply(actor, fairId, body.companyId.toLowerCase()));
  }

  @Post(':boothId/transitions')
  @Permission('fair.review-booths')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'decideBooth',
    summary: 'The organizer approves, waitlists, rejects',
  })
  @ApiOkResponse({ type: BoothResponse })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) fairId: string,
    @Param('boothId', IdPipe) boothId: string,
    @Body() { to, reason }: DecideBoothDto,
  ): Promise<BoothResponse> {
    return boothResponse(await this.reviews.decide(actor, fairId, boothId, to, reason ?? null));
  }

  @Post(':boothId/presence')
  @Permission('booth.edit')
  @HttpCode(200)
  @ApiOperation({ operationId: 'setBoothPresence', summary: 'The company sets up, opens, closes' })
  @ApiOkResponse({ type: BoothResponse })
  async setPresence(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) fairId: string,
    @Param('boothId', IdPipe) boothId: string,
    @Body() body: SetBoothPresenceDto,
  ): Promise<BoothResponse> {
    return boothResponse(await this.exhibitors.setPresence(actor, fairId, boothId, body.to));
  }

  @Put(':boothId/job-postings')
  @Permission('booth.edit')
  @ApiOperation({ operationId: 'chooseBoothPostings', summary: 'Which openings the booth shows' })
  @ApiOkResponse({ type: BoothResponse })
  async choosePostings(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) fairId: string,
    @Param('boothId', IdPipe) boothId: string,
    @Body() { jobPostingIds }: ChooseBoothPostingsDto,
  ): Promise<BoothResponse> {
    return boothResponse(
      await this.exhibitors.choosePostings(actor, fairId, boothId, jobPostingIds),
    );
  }
}
