import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { AuditModule } from './audit/audit.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Config } from './config/config.js';
import { CountersModule } from './counters/counters.module.js';
import { DatabaseModule } from './database/database.module.js';
import { FilesModule } from './files/files.module.js';
import { CanaryModule, HealthModule } from './health/health.module.js';
import { CodeListsModule } from './http/code-lists.module.js';
import { LoggingModule } from './logging/logging.module.js';
import { MailModule } from './mail/mail.module.js';
import { OutboxModule } from './outbox/outbox.module.js';
import { RealtimeModule, SignalsModule } from './realtime/realtime.module.js';

export interface PlatformSettings {
  readonly config: Config;
  readonly logger: Logger;
  readonly entities: readonly (new () => object)[];
}

/** Everything that knows no business word, wired once per process. */
@Module({})
export class PlatformModule {
  static forApi(settings: PlatformSettings): DynamicModule {
    return PlatformModule.with(settings, [RealtimeModule, HealthModule, CodeListsModule]);
  }

  static forWorker(settings: PlatformSettings): DynamicModule {
    return PlatformModule.with(settings, [SignalsModule, CanaryModule]);
  }

  private static with(
    { config, logger, entities }: PlatformSettings,
    own: readonly (new () => object)[],
  ): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.with(config),
        LoggingModule.with(logger),
        DatabaseModule.with(entities),
        OutboxModule,
        CountersModule,
        AuditModule,
        FilesModule,
        MailModule,
        ...own,
      ],
    };
  }
}
