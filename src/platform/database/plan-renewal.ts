import type { ClientBase } from 'pg';

/** Planning all statements of a connection again takes some milliseconds. */
const plansLast = 10_000;

/**
 * A connection keeps the plans of its prepared statements and triggers until statistics are taken
 * anew, a minute and more after a table has begun to grow. A plan that was made while a table was
 * small reads the whole of it: in a season of some minutes the look-up of a session took nearly four
 * times as long (measured). So plans are made afresh from time to time.
 */
export class PlanRenewal {
  private readonly madeAt = new WeakMap<ClientBase, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Before the first statement of whoever has just got the connection. */
  async renew(client: ClientBase): Promise<void> {
    const madeAt = this.madeAt.get(client);
    const now = this.now();
    if (madeAt !== undefined && now - madeAt < plansLast) return;
    this.madeAt.set(client, now);
    if (madeAt !== undefined) await client.query('DISCARD PLANS');
  }
}
