import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { LOGGER } from '../../../platform/logging/logger.js';
import { MailDeliveryService } from './mail-delivery.service.js';

const idlePause = 1_000;
const faultPause = 5_000;
/** A mail server that does not answer must not hold up a shutdown; its mails go out again later. */
const longestFarewell = 3_000;

/**
 * Sends mails in every process that works on the queue. A loop of its own, because a slow mail
 * server would hold up the periodic tasks.
 */
@Injectable()
export class MailDeliveryLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private running: Promise<void> | null = null;
  private stopping = false;
  private wake: (() => void) | null = null;

  constructor(
    private readonly delivery: MailDeliveryService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.workers === 'inside' && this.delivery.canDeliver) this.running = this.loop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    const farewell = new Promise((resolve) => setTimeout(resolve, longestFarewell).unref());
    await Promise.race([this.running, farewell]);
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      const pause = await this.deliverOnce();
      if (pause > 0 && !this.stopping) await this.sleep(pause);
    }
  }

  /** @returns how long to wait before looking again, in milliseconds */
  private async deliverOnce(): Promise<number> {
    try {
      return (await this.delivery.deliverDue()) > 0 ? 0 : idlePause;
    } catch (error) {
      const fault = error instanceof Error ? error.name : 'unknown';
      this.logger.warn({ fault }, 'mail delivery paused');
      return faultPause;
    }
  }

  private async sleep(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
