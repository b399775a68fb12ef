import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { consumptionKey } from './fact.js';
import type { Consumption, Fact, FactConsumer } from './fact.js';

/** Who hears which fact. Built at boot; a consumer named twice stops the boot. */
@Injectable()
export class Consumers implements OnModuleInit {
  private readonly handlers = new Map<string, FactConsumer>();
  private readonly consumersOfFact = new Map<string, string[]>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!metatype || !instance) continue;
      const consumption = this.reflector.get<Consumption | undefined>(consumptionKey, metatype);
      if (consumption) this.register(consumption, instance as FactConsumer);
    }
  }

  /** The names under which a fact is written to the outbox: one row for each. */
  namesFor(fact: Fact): readonly string[] {
    return this.consumersOfFact.get(fact.name) ?? [];
  }

  handler(consumer: string): FactConsumer {
    const handler = this.handlers.get(consumer);
    if (!handler) throw new Error(`Nobody consumes as ${consumer} in this version`);
    return handler;
  }

  private register({ fact, consumer }: Consumption, handler: FactConsumer): void {
    if (this.handlers.has(consumer)) throw new Error(`Consumer ${consumer} is registered twice`);
    this.handlers.set(consumer, handler);
    this.consumersOfFact.set(fact.name, [...this.namesFor(fact), consumer].sort());
  }
}
