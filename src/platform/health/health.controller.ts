import { Controller, Get, Header, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PublicRoute } from '../auth/permission.js';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';
import { DomainError } from '../errors/domain-error.js';
import { Health } from './health.js';
import { Metrics } from './metrics.js';

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @PublicRoute()
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('health/ready')
  @PublicRoute()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const report = await this.health.report();
    if (!report.ready) void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return report;
  }

  @Get('metrics')
  @PublicRoute()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async readMetrics(): Promise<string> {
    if (!this.config.metricsEnabled) throw new DomainError('resource.not-found');
    return this.metrics.text();
  }
}
