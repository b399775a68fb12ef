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

/** Sends each wall its figures, at most once a second and only where somebody looks. */
@Injectable()
export class StatisticsBroadcaster implements OnModuleInit {
  constructor(
    private readonly wall: WallService,
    private readonly realtime: Realtime,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    this.ticker.every(frameEvery, 'statistics.wall', () => this.sendFrames());
  }

  private async sendFrames(): Promise<void> {
    const seen: Scope[] = [];
    for (const scope of this.wall.watched) {
      if (this.realtime.viewersIn(roomOf(scope)) > 0) seen.push(scope);
      else this.wall.forget(scope);
    }
    for (const frame of await this.wall.refresh(seen)) {
      this.realtime.broadcast(wallRoom(frame), 'wall.frame', frame satisfies WallFrame);
    }
  }
}

function roomOf(scope: Scope): string {
  return wallRoom({ scope: scope.kind === 'fair' ? 'fair' : 'season', id: scopeId(scope) });
}
