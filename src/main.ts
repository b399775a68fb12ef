import 'reflect-metadata';
import { pathToFileURL } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import { entities } from './entities.js';
import {
  AUTHENTICATION,
  describeAuthentication,
  mountAuthentication,
  PasswordBrake,
} from './modules/identity/index.js';
import type { Authentication } from './modules/identity/index.js';
import { ConfigError, loadConfig } from './platform/config/config.js';
import type { Config } from './platform/config/config.js';
import { drain, endConnectionsWhileDraining } from './platform/health/drain.js';
import { Health } from './platform/health/health.js';
import { serveDocumentation } from './platform/http/documentation.js';
import { createHttpAdapter, prepareHttp } from './platform/http/web-application.js';
import { createLogger } from './platform/logging/logger.js';
import { NestLogger } from './platform/logging/nest-logger.js';
import { RealtimeAdapter } from './platform/realtime/realtime-adapter.js';

/** A started API process. */
export interface RunningProcess {
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** Finishes what is in hand and lets go of everything, within 15 seconds. */
  close(): Promise<void>;
}

/** Builds the application without opening a port. */
export async function createApi(config: Config): Promise<NestFastifyApplication> {
  const logger = createLogger(config.logLevel, 'api');
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forApi({ config, logger, entities }),
    createHttpAdapter(config),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useWebSocketAdapter(new RealtimeAdapter(app, config));
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  endConnectionsWhileDraining(fastify, app.get(Health));
  await prepareHttp(app, config);
  const authentication = app.get<Authentication>(AUTHENTICATION);
  mountAuthentication(fastify, authentication, app.get(PasswordBrake));
  if (config.documentationEnabled) {
    serveDocumentation(app, await describeAuthentication(authentication));
  }
  return app;
}

/**
 * Starts HTTP, sockets and, unless `WORKERS=external`, the queue in this process.
 *
 * @throws ConfigError when a variable cannot be used
 */
export async function startApi(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<RunningProcess> {
  const config = loadConfig(environment);
  const app = await createApi(config);
  await app.listen(config.port, config.host);
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return { url: `http://localhost:${port}`, app, close: () => drain(app) };
}

async function run(): Promise<void> {
  try {
    const api = await startApi(process.env);
    const stop = (): void => void api.close().then(() => process.exit(0));
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown fault';
    process.stderr.write(`Cloudfair cannot start: ${message}\n`);
    if (!(error instanceof ConfigError) && error instanceof Error && process.env.DEBUG) {
      process.stderr.write(`${error.stack}\n`);
    }
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run();
