import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Reconciler } from '../../platform/counters/reconciler.js';
import { CompanyModule } from '../company/index.js';
import { FairModule } from '../fair/index.js';
import { JobPostingModule } from '../job-posting/index.js';
import { AudienceProcessor } from './audience/audience.processor.js';
import { AudienceQueries } from './audience/audience.queries.js';
import { AudienceRepository } from './audience/audience.repository.js';
import { AudienceService } from './audience/audience.service.js';
import { CardController } from './card/card.controller.js';
import { CardProcessor } from './card/card.processor.js';
import { CardQueries } from './card/card.queries.js';
import { CardService } from './card/card.service.js';
import { FairCancelledProcessor } from './fair-cancelled.processor.js';
import { FairClosedProcessor } from './fair-closed.processor.js';
import { ChatAllowances } from './feed/chat-allowances.js';
import { FeedController } from './feed/feed.controller.js';
import { FeedQueries } from './feed/feed.queries.js';
import { FeedRepository } from './feed/feed.repository.js';
import { FeedService } from './feed/feed.service.js';
import { LiveSessionAccess } from './live-session-access.js';
import { LiveSessionBroadcaster } from './live-session.broadcaster.js';
import { LiveSessionController } from './live-session.controller.js';
import { liveSessionCounters } from './live-session.counters.js';
import { LiveSessionGateway } from './live-session.gateway.js';
import { LiveSessionQueries } from './live-session.queries.js';
import { LiveSessionRepository } from './live-session.repository.js';
import { LiveSessionService } from './live-session.service.js';
import { OnAirService } from './on-air.service.js';

@Module({
  imports: [CompanyModule, FairModule, JobPostingModule],
  controllers: [LiveSessionController, FeedController, CardController],
  providers: [
    AudienceProcessor,
    AudienceQueries,
    AudienceRepository,
    AudienceService,
    CardProcessor,
    CardQueries,
    CardService,
    ChatAllowances,
    FairCancelledProcessor,
    FairClosedProcessor,
    FeedQueries,
    FeedRepository,
    FeedService,
    LiveSessionAccess,
    LiveSessionBroadcaster,
    LiveSessionGateway,
    LiveSessionQueries,
    LiveSessionRepository,
    LiveSessionService,
    OnAirService,
  ],
})
export class LiveSessionModule implements OnModuleInit {
  constructor(private readonly reconciler: Reconciler) {}

  onModuleInit(): void {
    for (const definition of liveSessionCounters) this.reconciler.define(definition);
  }
}
