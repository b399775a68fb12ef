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
import {
  CreateFairDto,
  editedFair,
  EditFairDto,
  FairListQuery,
  MoveFairDto,
  newFair,
} from './dto/fair.dto.js';
import { FairPage, FairResponse, fairResponse } from './dto/fair.response.js';
import { statusesOf } from './dto/status-list.js';
import { FairCalendarService } from './fair-calendar.service.js';
import { FairService } from './fair.service.js';

@ApiTags('fairs')
@Controller('fairs')
export class FairController {
  constructor(
    private readonly fairs: FairService,
    private readonly calendar: FairCalendarService,
  ) {}

  @Get()
  @PublicRoute()
  @ApiOperation({ operationId: 'listFairs', summary: 'Fairs: open now, then to come, then over' })
  @ApiOkResponse({ type: FairPage })
  async list(@MaybeActor() actor: Actor | null, @Query() query: FairListQuery): Promise<FairPage> {
    const { status, ...filter } = query;
    const page = await this.fairs.list(actor, { ...filter, statuses: statusesOf(status) });
    return { ...page, items: page.items.map(fairResponse) };
  }

  @Post()
  @Permission('fair.manage')
  @Idempotent()
  @ApiOperation({ operationId: 'createFair', summary: 'Plan a fair' })
  @ApiCreatedResponse({ type: FairResponse })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateFairDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FairResponse> {
    const fair = await this.fairs.create(actor, body.organizerId, newFair(body));
    return tagged(reply, fairResponse(fair));
  }

  @Get(':id')
  @PublicRoute()
  @ApiOperation({ operationId: 'getFair', summary: 'One fair; ETag is its version' })
  @ApiOkResponse({ type: FairResponse })
  async read(
    @MaybeActor() actor: Actor | null,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FairResponse> {
    return tagged(reply, fairResponse(await this.fairs.read(actor, id)));
  }

  @Patch(':id')
  @Permission('fair.manage')
  @ApiOperation({ operationId: 'editFair', summary: 'Change what a fair says of itself' })
  @ApiHeader({ name: 'If-Match', required: true, schema: { type: 'string' } })
  @ApiOkResponse({ type: FairResponse })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: EditFairDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FairResponse> {
    const fair = await this.fairs.edit(actor, id, version, editedFair(body));
    return tagged(reply, fairResponse(fair));
  }

  @Post(':id/transitions')
  @Permission('fair.manage')
  @HttpCode(200)
  @ApiOperation({ operationId: 'moveFair', summary: 'Take a fair to its next status' })
  @ApiOkResponse({ type: FairResponse })
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: MoveFairDto,
  ): Promise<FairResponse> {
    return fairResponse(await this.calendar.move(actor, id, body.to));
  }
}

function tagged(reply: FastifyReply, fair: FairResponse): FairResponse {
  void reply.header('etag', `"${fair.version}"`);
  return fair;
}
