import { Global, Module } from '@nestjs/common';
import { MailOutbox } from './mail-outbox.js';
import { MailTransport } from './mail-transport.js';

@Global()
@Module({ providers: [MailOutbox, MailTransport], exports: [MailOutbox, MailTransport] })
export class MailModule {}
