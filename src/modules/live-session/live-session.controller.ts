import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/auth/actor.js';
import {
  CurrentActor,
  MaybeActor,
  Permission,
  PublicRoute,
} from '../../platform/auth/permission.js';
import { IdPipe } from '../../platform/http/id-pipe.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import {
  LiveSessionListQuery,
  MoveLiveSessionDto,
  ScheduleLiveSessionDto,
  scheduleOf,
} from './dto/live-session.dto.js';
import {
  LiveSessionPage,
  LiveSessionResponse,
  liveSessionResponse,
} from './dto/live-session.response.js';
import type { LiveSessionStatus } from './live-session.rules.js';
import { LiveSessionService } from './live-session.service.js';
import { OnAirService } from './on-air.service.js';

@ApiTags('live-sessions')
@Controller('live-sessions')
export class LiveSessionController {
  constructor(
    private readonly sessions: LiveSessionService,
    private readonly onAir: OnAirService,
  ) {}

  @Get()
  @PublicRoute()
  @ApiOperation({
    operationId: 'listLiveSessions',
    summary: 'Sessions in the order of their start',
  })
  @ApiOkResponse({ type: LiveSessionPage })
  async list(
    @MaybeActor() actor: Actor | null,
    @Query() query: LiveSessionListQuery,
  ): Promise<LiveSessionPage> {
    const { status, ...filter } = query;
    const statuses = status?.split(',') as LiveSessionStatus[] | undefined;
    const page = await this.sessions.list(actor, { ...filter, statuses });
    return { ...page, items: page.items.map(liveSessionResponse) };
  }

  @Post()
  @Permission('live-session.manage')
  @Idempotent()
  @ApiOperation({ operationId: 'scheduleLiveSession', summary: 'Schedule a session in a fair' })
  @ApiCreatedResponse({ type: LiveSessionResponse })
  async schedule(
    @CurrentActor() actor: Actor,
    @Body() body: ScheduleLiveSessionDto,
  ): Promise<LiveSessionResponse> {
    return liveSessionResponse(await this.sessions.schedule(actor, scheduleOf(body)));
  }

  @Get(':id')
  @PublicRoute()
  @ApiOperation({ operationId: 'getLiveSession', summary: 'One session' })
  @ApiOkResponse({ type: LiveSessionResponse })
  async read(
    @MaybeActor() actor: Actor | null,
    @Param('id', IdPipe) id: string,
  ): Promise<LiveSessionResponse> {
    return liveSessionResponse(await this.sessions.read(actor, id));
  }

  @Post(':id/transitions')
  @Permission('live-session.host')
  @HttpCode(200)
  @ApiOperation({ operationId: 'moveLiveSession', summary: 'Go on air, end or cancel a session' })
  @ApiOkResponse({ type: LiveSessionResponse })
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: MoveLiveSessionDto,
  ): Promise<LiveSessionResponse> {
    return liveSessionResponse(await this.onAir.move(actor, id, body.to));
  }
}
