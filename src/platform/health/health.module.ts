import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { Health } from './health.js';
import { Metrics } from './metrics.js';
import { QueueCanary } from './queue-canary.js';

@Module({
  controllers: [HealthController],
  providers: [Health, Metrics, QueueCanary],
  exports: [Health],
})
export class HealthModule {}

/** Worker processes answer canaries and have no HTTP. */
@Module({ providers: [QueueCanary] })
export class CanaryModule {}
