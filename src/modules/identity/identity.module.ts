import { Global, Module } from '@nestjs/common';
import { ActorReader } from '../../platform/auth/actor-reader.js';
import { CONFIG } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import { AUTHENTICATION, createAuthentication } from './authentication.js';
import { IdentityController } from './identity.controller.js';
import { IdentityQueries } from './identity.queries.js';
import { IdentityRepository } from './identity.repository.js';
import { IdentityService } from './identity.service.js';
import { PasswordBrake } from './password-brake.js';
import { SessionReader } from './session-reader.js';

@Global()
@Module({
  controllers: [IdentityController],
  providers: [
    {
      provide: AUTHENTICATION,
      inject: [CONFIG, Database, MailOutbox, PasswordBrake],
      useFactory: createAuthentication,
    },
    IdentityQueries,
    IdentityRepository,
    IdentityService,
    PasswordBrake,
    SessionReader,
    { provide: ActorReader, useExisting: SessionReader },
  ],
  exports: [ActorReader, AUTHENTICATION, IdentityService, PasswordBrake],
})
export class IdentityModule {}
