import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';

export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Stable for one intent, so that a receiver drops the copy of a repeated try. */
  readonly messageId: string;
}

/** A mail server that hangs is tried again later; the default would wait ten minutes for it. */
const limits = {
  pool: true,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
};

/** SMTP where `SMTP_URL` is set; without it mails stay in the database and nothing leaves. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly transporter: Transporter | null;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.transporter = config.smtpUrl ? createTransport({ url: config.smtpUrl, ...limits }) : null;
  }

  get isConnected(): boolean {
    return this.transporter !== null;
  }

  async send(mail: OutgoingMail): Promise<void> {
    await this.transporter?.sendMail({ from: this.config.mailFrom, ...mail });
  }

  onApplicationShutdown(): void {
    this.transporter?.close();
  }
}
