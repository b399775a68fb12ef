import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../../../platform/auth/permission.js';
import { MailMessageListQuery } from './dto/mail-message.dto.js';
import { MailMessagePage, mailMessageResponse } from './dto/mail-message.response.js';
import { MailMessageService } from './mail-message.service.js';

@ApiTags('notification')
@Controller('mail-messages')
export class MailMessageController {
  constructor(private readonly mails: MailMessageService) {}

  @Get()
  @Permission('mail.read')
  @ApiOperation({
    operationId: 'listMailMessages',
    summary: 'Mails of this installation; their text only where no SMTP server takes them',
  })
  @ApiOkResponse({ type: MailMessagePage })
  async list(@Query() query: MailMessageListQuery): Promise<MailMessagePage> {
    const { items, nextCursor } = await this.mails.list(query, query.state);
    return { items: items.map(mailMessageResponse), nextCursor };
  }
}
