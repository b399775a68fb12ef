import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Realtime } from '../../platform/realtime/realtime.js';
import { Ticker } from '../../platform/realtime/ticker.js';
import { scopeId } from './statistics.rules.js';
import type { Scope } from './statistics.rules.js';
import { wallRoom } from './statistics.socket-events.js';
import type { WallFrame } from './statistics.socket-events.js';
import { WallService } from './wall/wall.service.js';

const frameEvery = 1_000;
/**
 * Writing to 2,000 sockets holds up everybody else for 20 to 30 ms, so walls rest fifty times as long:
 * up to some 1,500 viewers get a frame each second; more, or those of a busy machine, one in two or three.
 */
const restPerWrite = 50;
const longestRest = 2_000;

/** Sends each wall its figures, at most once a second, only when they changed and only where somebody looks. */
@Injectable()
export class StatisticsBroadcaster implements OnModuleInit {
  private restsUntil = 0;

  constructor(
    private readonly wall: WallService,
    private readonly realtime: Realtime,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    this.ticker.every(frameEvery, 'statistics.wall', () => this.sendFrames());
  }

  private async sendFrames(): Promise<void> {
    if (performance.now() < this.restsUntil) return;
    const seen: Scope[] = [];
    for (const scope of this.wall.watched) {
      if (this.realtime.viewersIn(roomOf(scope)) > 0) seen.push(scope);
      else this.wall.forget(scope);
    }
    const frames = await this.wall.refresh(seen);
    const beganAt = performance.now();
    for (const frame of frames) {
      this.realtime.broadcast(wallRoom(frame), 'wall.frame', frame satisfies WallFrame);
    }
    const writing = performance.now() - beganAt;
    this.restsUntil = beganAt + Math.min(restPerWrite * writing, longestRest);
  }
}

function roomOf(scope: Scope): string {
  return wallRoom({ scope: scope.kind === 'fair' ? 'fair' : 'season', id: scopeId(scope) });
}
