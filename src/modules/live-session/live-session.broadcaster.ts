import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Realtime } from '../../platform/realtime/realtime.js';
import { Ticker } from '../../platform/realtime/ticker.js';
import { AudienceService } from './audience/audience.service.js';
import { frameEvery } from './feed/feed.rules.js';
import { FeedService } from './feed/feed.service.js';
import { roomOfLiveSession } from './live-session.rules.js';

/** A feed that somebody holds locked must not keep the frames of the others; milliseconds. */
const writePatience = 100;

/** One frame per room and tick, to the viewers of this process. */
@Injectable()
export class LiveSessionBroadcaster implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly realtime: Realtime,
    private readonly feed: FeedService,
    private readonly audience: AudienceService,
  ) {}

  onModuleInit(): void {
    this.ticker.every(frameEvery, 'live-session.frame', () => this.broadcast());
  }

  private async broadcast(): Promise<void> {
    await Promise.race([this.feed.writeWaiting(), sleep(writePatience, undefined, { ref: false })]);
    const frames = await this.audience.nextFrames((sessionId) =>
      this.realtime.viewersIn(roomOfLiveSession(sessionId)),
    );
    for (const frame of frames) {
      this.realtime.broadcast(roomOfLiveSession(frame.sessionId), 'live-session.frame', frame);
    }
  }
}
