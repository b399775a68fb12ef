import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Reconciler } from '../counters/reconciler.js';
import { Outbox } from '../outbox/outbox.js';
import { Realtime } from '../realtime/realtime.js';

/** Prometheus text; off unless `METRICS=on`, because it tells how the installation is used. */
@Injectable()
export class Metrics {
  private registry: Registry | null = null;

  constructor(
    private readonly outbox: Outbox,
    private readonly reconciler: Reconciler,
    private readonly realtime: Realtime,
  ) {}

  async text(): Promise<string> {
    this.registry ??= this.createRegistry();
    return this.registry.metrics();
  }

  private createRegistry(): Registry {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const { outbox, reconciler, realtime } = this;
    register(registry, 'cloudfair_outbox_waiting', 'Facts not yet handled', async () => {
      return (await outbox.backlog()).waiting;
    });
    register(registry, 'cloudfair_outbox_oldest_seconds', 'Age of the oldest fact', async () => {
      return (await outbox.backlog()).oldestSeconds;
    });
    register(registry, 'cloudfair_counter_differences', 'Counters unlike their facts', () =>
      Promise.resolve(reconciler.differences.length),
    );
    register(registry, 'cloudfair_socket_connections', 'Open sockets', () =>
      Promise.resolve(realtime.connections),
    );
    return registry;
  }
}

function register(
  registry: Registry,
  name: string,
  help: string,
  read: () => Promise<number>,
): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read());
    },
  });
}
