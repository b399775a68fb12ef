import { ConnectedSocket, MessageBody, SubscribeMessage } from '@nestjs/websockets';
import { PublicRoute } from '../../platform/auth/permission.js';
import { LiveGateway } from '../../platform/realtime/live-gateway.js';
import type { LiveSocket } from '../../platform/realtime/live-socket.js';
import { scopeOfPlace, WallPlaceDto } from './wall/dto/wall-place.dto.js';
import { wallRoom } from './statistics.socket-events.js';
import type { WallFrame } from './statistics.socket-events.js';
import { WallService } from './wall/wall.service.js';

/** Walls are public: they show totals only. */
@LiveGateway()
export class StatisticsGateway {
  constructor(private readonly wall: WallService) {}

  @SubscribeMessage('wall.join')
  @PublicRoute()
  async join(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() place: WallPlaceDto,
  ): Promise<WallFrame> {
    const scope = scopeOfPlace(place);
    await this.wall.admit(socket.data.actor, scope);
    // In the room first: a change while the answer is made comes as a frame after it.
    if (socket.connected) await socket.join(roomOf(place));
    return this.wall.present(scope);
  }

  @SubscribeMessage('wall.leave')
  @PublicRoute()
  async leave(
    @ConnectedSocket() socket: LiveSocket,
    @MessageBody() place: WallPlaceDto,
  ): Promise<void> {
    scopeOfPlace(place);
    await socket.leave(roomOf(place));
  }
}

function roomOf({ scope, id }: WallPlaceDto): string {
  return wallRoom({ scope, id: id?.toLowerCase() });
}
