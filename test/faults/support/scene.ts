import { createApplyFixture } from '../../../bench/support/apply-fixture.js';
import type { ApplyFixture } from '../../../bench/support/apply-fixture.js';
import { startTopology } from '../../../scripts/topology.mjs';
import type { Topology, TopologyOptions } from '../../../scripts/topology.mjs';
import { Crowd } from './crowd.js';
import type { Outcome } from './crowd.js';
import { findFaults } from './verdict.js';

/** Two API processes, two workers, Redis and Postgres, with a fair that is open. */
export interface Scene {
  readonly topology: Topology;
  readonly fixture: ApplyFixture;
  /** Lets the crowd press on while `disturb` breaks things; returns what they wrote down. */
  during(disturb: () => Promise<void>): Promise<readonly Outcome[]>;
  /** What is wrong after healing; empty when the promise held. */
  faults(history: readonly Outcome[]): Promise<string[]>;
  stop(): Promise<void>;
}

export async function openScene(options: TopologyOptions = {}): Promise<Scene> {
  const topology = await startTopology(options);
  const secret = topology.environment.AUTH_SECRET;
  const fixture = await createApplyFixture(topology.databaseUrl, secret);
  return {
    topology,
    fixture,
    async during(disturb) {
      const crowd = new Crowd(topology.url, fixture);
      try {
        await pause(1_000);
        await disturb();
        await pause(1_000);
      } finally {
        await crowd.stop();
      }
      return crowd.history;
    },
    faults: (history) => findFaults(topology.databaseUrl, history),
    stop: () => topology.stop(),
  };
}

export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The share of applications that got no receipt at all, for the report on screen. */
export function report(name: string, history: readonly Outcome[]): void {
  const accepted = history.filter((outcome) => outcome.receipts.length > 0).length;
  const requests = history.reduce(
    (sum, outcome) => sum + outcome.receipts.length + outcome.failures.length,
    0,
  );
  const failed = history.reduce((sum, outcome) => sum + outcome.failures.length, 0);
  process.stdout.write(
    `  ${name}: ${accepted} of ${history.length} applications acknowledged, ` +
      `${failed} of ${requests} requests failed\n`,
  );
}
