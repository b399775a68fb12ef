/** The product's own stack, from the socket through session, permission and validation, to a handler that does nothing. */
import { Body, Controller, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { entities } from '../../src/entities.js';
import { CurrentActor, Permission } from '../../src/platform/auth/permission.js';
import type { Actor } from '../../src/platform/auth/actor.js';
import { loadConfig } from '../../src/platform/config/config.js';
import { Id, MustBeTrue, TextMap } from '../../src/platform/http/fields.js';
import { createHttpAdapter, prepareHttp } from '../../src/platform/http/web-application.js';
import { newId } from '../../src/platform/ids/new-id.js';
import { createLogger } from '../../src/platform/logging/logger.js';

class NoOpApplicationDto {
  @Id()
  jobPostingId: string;

  @Id({ optional: true })
  fairId?: string;

  @Id({ optional: true })
  liveSessionId?: string;

  @TextMap(20, 2_000)
  answers: Record<string, string>;

  @MustBeTrue()
  consent: true;
}

@Controller()
class NoOpController {
  @Post('no-op-applications')
  @Permission('application.submit')
  submit(@CurrentActor() actor: Actor, @Body() { jobPostingId, fairId }: NoOpApplicationDto) {
    const submittedAt = new Date().toISOString();
    return { id: newId(), jobPostingId, companyId: actor.userId, fairId, submittedAt };
  }
}

class NoOpModule {}

/** @returns the port that it listens on */
export async function startNoOpServer(environment: Record<string, string>): Promise<number> {
  const config = loadConfig(environment);
  const logger = createLogger(config.logLevel, 'api');
  const app = await NestFactory.create<NestFastifyApplication>(
    {
      module: NoOpModule,
      imports: [AppModule.forApi({ config, logger, entities })],
      controllers: [NoOpController],
    },
    createHttpAdapter(config),
    { logger: false },
  );
  app.setGlobalPrefix('api/v1');
  await prepareHttp(app, config);
  await app.listen(0, '127.0.0.1');
  return (app.getHttpServer().address() as { port: number }).port;
}
