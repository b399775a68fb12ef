import { ConnectedSocket, MessageBody, SubscribeMessage } from '@nestjs/websockets';
import type { Actor } from '../../platform/auth/actor.js';
import { Permission, PublicRoute } from '../../platform/auth/permission.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { LiveGateway } from '../../platform/realtime/live-gateway.js';
import type { LiveSocket } from '../../platform/realtime/live-socket.js';
import { AudienceService } from './audience/audience.service.js';
import { JoinLiveSessionDto, LeaveLiveSessionDto } from './audience/dto/audience.dto.js';
import { SayInSessionDto } from './feed/dto/feed.dto.js';
import { FeedService } from './feed/feed.service.js';
import { LiveSessionErrors } from './live-session.errors.js';
import { roomOfLiveSession } from './live-session.rules.js';
import type { LiveSessionSnapshot } from './live-session.socket-events.js';

/** Nobody looks at more at once; a page watches one. */
const mostJoined = 10;

/** What viewers of a session send. */
@LiveGateway()
export class LiveSessionGateway {
  private readonly joining = new WeakMap<LiveSocket, Set<string>>();

  constructor(
    private readonly audience: AudienceService,
    private readonly feed: FeedService,
  ) {}

  @SubscribeMessage('live-session.join')
  @PublicRoute()
  async join(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() { sessionId, since }: JoinLiveSessionDto,
  ): Promise<LiveSessionSnapshot> {
    const room = roomOfLiveSession(sessionId.toLowerCase());
    const joining = this.reserve(socket, room);
    try {
      return await this.audience.join(socket.data.actor, sessionId.toLowerCase(), since ?? 0, () =>
        socket.join(room),
      );
    } finally {
      joining.delete(room);
    }
  }

  @SubscribeMessage('live-session.leave')
  @PublicRoute()
  async leave(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() { sessionId }: LeaveLiveSessionDto,
  ): Promise<null> {
    await socket.leave(roomOfLiveSession(sessionId.toLowerCase()));
    return null;
  }

  @SubscribeMessage('live-session.say')
  @Permission('live-session.say')
  async say(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() { sessionId, text, clientKey }: SayInSessionDto,
  ): Promise<{ seq: number }> {
    const actor = socket.data.actor as Actor;
    const { seq } = await this.feed.say(actor, sessionId.toLowerCase(), text, clientKey);
    return { seq };
  }

  /** A place for the room, counted from here on. @returns all that this socket is joining */
  private reserve(socket: LiveSocket, room: string): Set<string> {
    const joining = this.joining.get(socket) ?? new Set();
    this.joining.set(socket, joining);
    const rooms = new Set([...socket.rooms, ...joining].filter(isOfLiveSession)).add(room);
    if (rooms.size > mostJoined) {
      throw new DomainError(LiveSessionErrors['live-session.too-many-joined']);
    }
    return joining.add(room);
  }
}

function isOfLiveSession(room: string): boolean {
  return room.startsWith(roomOfLiveSession(''));
}
