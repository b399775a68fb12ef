import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Realtime } from '../../platform/realtime/realtime.js';
import { Ticker } from '../../platform/realtime/ticker.js';
import { AudienceService } from './audience/audience.service.js';
import { roomOfLiveSession } from './live-session.rules.js';

/** The tick sets the price of chat: a socket is written once per frame, however many messages it holds. */
const frameEvery = 250;

/** One frame per room and tick, to the viewers of this process. */
@Injectable()
export class LiveSessionBroadcaster implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly realtime: Realtime,
    private readonly audience: AudienceService,
  ) {}

  onModuleInit(): void {
    this.ticker.every(frameEvery, 'live-session.frame', () => this.broadcast());
  }

  private async broadcast(): Promise<void> {
    const frames = await this.audience.nextFrames((sessionId) =>
      this.realtime.viewersIn(roomOfLiveSession(sessionId)),
    );
    for (const frame of frames) {
      this.realtime.broadcast(roomOfLiveSession(frame.sessionId), 'live-session.frame', frame);
    }
  }
}
