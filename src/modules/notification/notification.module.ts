import { Module } from '@nestjs/common';
import { ApplicationProcessedProcessor } from './application-processed.processor.js';
import { ApplicationStatusChangedProcessor } from './application-status-changed.processor.js';
import { BoothDecidedProcessor } from './booth-decided.processor.js';
import { FairCancelledProcessor } from './fair-cancelled.processor.js';
import { FairNoticeRepository } from './fair-notice.repository.js';
import { MailDeliveryLoop } from './mail/mail-delivery-loop.js';
import { MailDeliveryService } from './mail/mail-delivery.service.js';
import { MailMessageController } from './mail/mail-message.controller.js';
import { MailMessageQueries } from './mail/mail-message.queries.js';
import { MailMessageRepository } from './mail/mail-message.repository.js';
import { MailMessageService } from './mail/mail-message.service.js';
import { NoticeMailRepository } from './mail/notice-mail.repository.js';
import { NoticeBroadcaster } from './notice.broadcaster.js';
import { NoticeController } from './notice.controller.js';
import { NoticeQueries } from './notice.queries.js';
import { NoticeRepository } from './notice.repository.js';
import { NoticeService } from './notice.service.js';
import './notification.mails.js';

@Module({
  controllers: [NoticeController, MailMessageController],
  providers: [
    ApplicationProcessedProcessor,
    ApplicationStatusChangedProcessor,
    BoothDecidedProcessor,
    FairCancelledProcessor,
    FairNoticeRepository,
    MailDeliveryLoop,
    MailDeliveryService,
    MailMessageQueries,
    MailMessageRepository,
    MailMessageService,
    NoticeBroadcaster,
    NoticeMailRepository,
    NoticeQueries,
    NoticeRepository,
    NoticeService,
  ],
})
export class NotificationModule {}
