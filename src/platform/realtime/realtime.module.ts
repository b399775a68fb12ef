import { Global, Module } from '@nestjs/common';
import { ConnectionGateway } from './connection.gateway.js';
import { Realtime } from './realtime.js';
import { Signals } from './signals.js';
import { Ticker } from './ticker.js';

@Global()
@Module({
  providers: [ConnectionGateway, Realtime, Signals, Ticker],
  exports: [Realtime, Signals, Ticker],
})
export class RealtimeModule {}

/** Worker processes send signals and hold no sockets. */
@Global()
@Module({ providers: [Realtime, Signals, Ticker], exports: [Realtime, Signals, Ticker] })
export class SignalsModule {}
