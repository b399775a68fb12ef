import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';
import type { Transaction } from '../database/transaction.js';
import { LOGGER } from '../logging/logger.js';

const channel = 'cloudfair';
const retryDelay = 1_000;
/** Postgres refuses longer notifications. */
const longestPayload = 7_900;

export type SignalHandler = (payload: string) => void;

/**
 * Hints from any process to every API process, sent by Postgres when the transaction
 * commits. A lost hint costs a moment, never a fact: whoever hears one reads the tables.
 */
@Injectable()
export class Signals implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly handlers = new Map<string, SignalHandler>();
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  on(topic: string, handler: SignalHandler): void {
    this.handlers.set(topic, handler);
  }

  async send(transaction: Transaction, topic: string, payloads: readonly string[]): Promise<void> {
    if (payloads.length === 0) return;
    const messages = payloads.map((payload) => `${topic} ${payload}`);
    if (messages.some((message) => Buffer.byteLength(message) > longestPayload)) {
      throw new Error('A signal carries ids only');
    }
    await transaction.query('SELECT pg_notify($1, message) FROM unnest($2::text[]) AS message', [
      channel,
      messages,
    ]);
  }

  onApplicationBootstrap(): void {
    if (this.handlers.size > 0) void this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl, keepAlive: true });
    this.client = client;
    client.on('error', () => undefined);
    client.once('end', () => this.listenAgain());
    client.on('notification', ({ payload }) => this.dispatch(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      const fault = error instanceof Error ? error.name : 'unknown';
      this.logger.warn({ fault }, 'signals are away');
      await client.end().catch(() => undefined);
    }
  }

  private listenAgain(): void {
    if (!this.stopped) setTimeout(() => void this.listen(), retryDelay).unref();
  }

  private dispatch(message: string): void {
    const separator = message.indexOf(' ');
    this.handlers.get(message.slice(0, separator))?.(message.slice(separator + 1));
  }
}
