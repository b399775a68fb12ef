import { Global, Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';
import { createDataSource } from './data-source.js';
import { Database } from './database.js';

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  static with(entities: readonly (new () => object)[]): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: DataSource,
          inject: [CONFIG],
          useFactory: (config: Config) =>
            createDataSource({
              databaseUrl: config.databaseUrl,
              poolSize: config.databasePoolSize,
              entities,
            }).initialize(),
        },
        Database,
      ],
      exports: [DataSource, Database],
    };
  }

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
