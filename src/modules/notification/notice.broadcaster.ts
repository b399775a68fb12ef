import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Realtime, roomOfUser } from '../../platform/realtime/realtime.js';
import { Signals } from '../../platform/realtime/signals.js';
import { readHints } from './notice-hint.rules.js';
import { noticeSignal } from './notice.rules.js';
import type { NoticeNew } from './notification.socket-events.js';

/** Hands the hint of a committed notice to the sockets that its recipient has in this process. */
@Injectable()
export class NoticeBroadcaster implements OnModuleInit {
  constructor(
    private readonly signals: Signals,
    private readonly realtime: Realtime,
  ) {}

  onModuleInit(): void {
    this.signals.on(noticeSignal, (text) => this.forward(text));
  }

  private forward(text: string): void {
    const { kind, hints } = readHints(text);
    for (const { recipientId, id } of hints) {
      this.realtime.broadcast(roomOfUser(recipientId), 'notice.new', {
        id,
        kind,
      } satisfies NoticeNew);
    }
  }
}
