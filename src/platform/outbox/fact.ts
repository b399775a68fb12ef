import { SetMetadata } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';

/** Something that happened and that others must hear of, however often a process dies. */
export interface Fact {
  readonly name: string;
}

const names = new Set<string>();

/** Declares a fact of a module, for example `application.submitted`. */
export function defineFact(name: string): Fact {
  if (names.has(name)) throw new Error(`Fact ${name} is defined twice`);
  names.add(name);
  return { name };
}

/**
 * What a consumer does with facts. It runs in the transaction that also takes the facts
 * off the outbox: both commit or neither, so an effect happens once.
 */
export interface FactConsumer {
  /** Handles up to 2,000 facts at once, given by the ids of the rows that they are about. */
  consume(transaction: Transaction, entityIds: readonly string[]): Promise<void>;
  /** Records why one fact can never be handled, where a person will see it. */
  giveUp(transaction: Transaction, entityId: string, reason: string): Promise<void>;
}

export interface Consumption {
  readonly fact: Fact;
  readonly consumer: string;
}

export const consumptionKey = 'cloudfair:consumes';

/**
 * Marks a provider that implements `FactConsumer`.
 *
 * @param consumer stable name, kept in the outbox rows
 */
export function Consumes(fact: Fact, consumer: string): ClassDecorator {
  return SetMetadata(consumptionKey, { fact, consumer } satisfies Consumption);
}
