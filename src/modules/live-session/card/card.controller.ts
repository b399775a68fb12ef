import { Body, Controller, Delete, HttpCode, HttpStatus, Param, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../platform/auth/actor.js';
import { CurrentActor, Permission } from '../../../platform/auth/permission.js';
import { IdPipe } from '../../../platform/http/id-pipe.js';
import { FeedEventResponse, feedEventResponse } from '../feed/dto/feed.response.js';
import { CardService } from './card.service.js';
import { PushCardDto } from './dto/card.dto.js';

@ApiTags('live-sessions')
@Controller('live-sessions/:id/cards')
export class CardController {
  constructor(private readonly cards: CardService) {}

  @Post()
  @Permission('live-session.host')
  @ApiOperation({ operationId: 'pushCard', summary: 'Hold an opening up to the audience' })
  @ApiCreatedResponse({ type: FeedEventResponse })
  @ApiOkResponse({ type: FeedEventResponse, description: 'The card is shown already' })
  async push(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) sessionId: string,
    @Body() body: PushCardDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedEventResponse> {
    const jobPostingId = body.jobPostingId.toLowerCase();
    const { event, isRepeat } = await this.cards.push(actor, sessionId, jobPostingId);
    void reply.status(isRepeat ? HttpStatus.OK : HttpStatus.CREATED);
    return feedEventResponse(event);
  }

  @Delete(':jobPostingId')
  @Permission('live-session.host')
  @HttpCode(204)
  @ApiOperation({ operationId: 'withdrawCard', summary: 'Take a card down' })
  @ApiNoContentResponse()
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) sessionId: string,
    @Param('jobPostingId', IdPipe) jobPostingId: string,
  ): Promise<void> {
    await this.cards.withdraw(actor, sessionId, jobPostingId);
  }
}
