import {
  Body,
  Controller,
  Delete,
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
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../platform/auth/actor.js';
import {
  CurrentActor,
  MaybeActor,
  Permission,
  PublicRoute,
} from '../../../platform/auth/permission.js';
import { IdPipe } from '../../../platform/http/id-pipe.js';
import { Idempotent } from '../../../platform/http/idempotency.js';
import { AnnounceDto, FeedQuery, mostEvents, SayDto } from './dto/feed.dto.js';
import {
  FeedEventResponse,
  feedEventResponse,
  FeedResponse,
  feedResponse,
  SaidResponse,
} from './dto/feed.response.js';
import { FeedService } from './feed.service.js';
import { SeqPipe } from './dto/seq-pipe.js';

@ApiTags('live-sessions')
@Controller('live-sessions/:id')
export class FeedController {
  constructor(private readonly feed: FeedService) {}

  @Get('events')
  @PublicRoute()
  @ApiOperation({ operationId: 'listLiveSessionEvents', summary: 'The feed after a place' })
  @ApiOkResponse({ type: FeedResponse })
  async events(
    @MaybeActor() actor: Actor | null,
    @Param('id', IdPipe) sessionId: string,
    @Query() query: FeedQuery,
  ): Promise<FeedResponse> {
    const { since = 0, limit = mostEvents } = query;
    return feedResponse(await this.feed.eventsAfter(actor, sessionId, since, limit));
  }

  @Post('messages')
  @Permission('live-session.say')
  @ApiOperation({ operationId: 'sayInLiveSession', summary: 'Say something in a session on air' })
  @ApiCreatedResponse({ type: SaidResponse })
  @ApiOkResponse({ type: SaidResponse, description: 'The message was known by its key' })
  async say(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) sessionId: string,
    @Body() { text, clientKey }: SayDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SaidResponse> {
    const { seq, isRepeat } = await this.feed.say(actor, sessionId, text, clientKey);
    void reply.status(isRepeat ? HttpStatus.OK : HttpStatus.CREATED);
    return { seq };
  }

  @Post('notices')
  @Permission('live-session.moderate')
  @Idempotent()
  @ApiOperation({
    operationId: 'announceInLiveSession',
    summary: 'Tell the audience of a session on air something that stands out of the talk',
  })
  @ApiCreatedResponse({ type: FeedEventResponse })
  async announce(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) sessionId: string,
    @Body() { text }: AnnounceDto,
  ): Promise<FeedEventResponse> {
    return feedEventResponse(await this.feed.announce(actor, sessionId, text));
  }

  @Delete('messages/:seq')
  @Permission('live-session.moderate')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'removeLiveSessionMessage',
    summary: 'Remove a message or a notice',
  })
  @ApiNoContentResponse()
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) sessionId: string,
    @Param('seq', SeqPipe) seq: number,
  ): Promise<void> {
    await this.feed.remove(actor, sessionId, seq);
  }
}
