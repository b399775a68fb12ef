import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/auth/actor.js';
import { CurrentActor, Permission } from '../../platform/auth/permission.js';
import { IdPipe } from '../../platform/http/id-pipe.js';
import { NoticeListQuery } from './dto/notice.dto.js';
import { NoticePage, noticeResponse, NoticeResponse } from './dto/notice.response.js';
import { NoticeService } from './notice.service.js';

@ApiTags('notification')
@Controller('notices')
export class NoticeController {
  constructor(private readonly notices: NoticeService) {}

  @Get()
  @Permission('notice.read')
  @ApiOperation({ operationId: 'listNotices', summary: 'My notices, the newest first' })
  @ApiOkResponse({ type: NoticePage })
  async list(@CurrentActor() actor: Actor, @Query() query: NoticeListQuery): Promise<NoticePage> {
    const page = await this.notices.list(actor, query, query.unread === 'true');
    return { ...page, items: page.items.map(noticeResponse) };
  }

  @Post('read-all')
  @Permission('notice.read')
  @HttpCode(204)
  @ApiOperation({ operationId: 'readAllNotices', summary: 'Mark all my notices as read' })
  @ApiNoContentResponse()
  async readAll(@CurrentActor() actor: Actor): Promise<void> {
    await this.notices.readAll(actor);
  }

  @Post(':id/read')
  @Permission('notice.read')
  @HttpCode(200)
  @ApiOperation({ operationId: 'readNotice', summary: 'Mark a notice as read' })
  @ApiOkResponse({ type: NoticeResponse })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
  ): Promise<NoticeResponse> {
    return noticeResponse(await this.notices.read(actor, id));
  }
}
