import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { entities } from './entities.js';
import { loadConfig } from './platform/config/config.js';
import { createLogger } from './platform/logging/logger.js';
import { NestLogger } from './platform/logging/nest-logger.js';
import { OutboxModule } from './platform/outbox/outbox.module.js';

const longestDrain = 10_000;

/** A queue process: relays facts, works on slices, runs periodic tasks. It opens no port. */
async function run(): Promise<void> {
  const config = { ...loadConfig(process.env), workers: 'inside' as const };
  const logger = createLogger(config.logLevel, 'worker');
  const app = await NestFactory.createApplicationContext(
    AppModule.forWorker({ config, logger, entities }),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  const stop = async (): Promise<void> => {
    await app.get(OutboxModule).stopWorking(longestDrain);
    await app.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  logger.info('worker is ready');
}

try {
  await run();
} catch (error) {
  const message = error instanceof Error ? error.message : 'unknown fault';
  process.stderr.write(`Cloudfair worker cannot start: ${message}\n`);
  process.exit(1);
}
