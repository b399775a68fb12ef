import type { BenchContext } from './bench-context.js';
import type { Cost } from './cpu-meter.js';
import { HttpLoad } from './http-load.js';
import type { HttpRequest } from './http-load.js';

const connections = 128;

export interface ApplyLoad {
  cost: Cost;
  /** Requests that were measured. */
  units: number;
  /** Ids in the answers, warm-up included. */
  acceptedIds: string[];
  differences: string[];
}

/** Posts a third as warm-up (compilers need thousands of requests), then the rest measured; each answer must be a 201 with an id of its own. */
export async function applyAll(
  { measure }: BenchContext,
  { port, path }: { port: number; path: string },
  requests: HttpRequest[],
): Promise<ApplyLoad> {
  const load = await HttpLoad.start();
  const warmUp = Math.round(requests.length / 3);
  const prepare = (some: HttpRequest[]) =>
    load.prepare({ port, path, connections, requests: some });
  await prepare(requests.slice(0, warmUp));
  await load.post();
  const first = await load.report();
  await prepare(requests.slice(warmUp));
  const cost = await measure(() => load.post());
  const second = await load.report();
  load.stop();
  const bodies = [...first.bodies, ...second.bodies];
  const acceptedIds = bodies.map((body) => (JSON.parse(body) as { id: string }).id);
  const created = (first.statuses[201] ?? 0) + (second.statuses[201] ?? 0);
  const differences: string[] = [];
  if (created !== requests.length) {
    const statuses = JSON.stringify([first.statuses, second.statuses]);
    differences.push(`Only ${created} of ${requests.length} were created: ${statuses}.`);
    differences.push(bodies.find((body) => !body.includes('"id"'))?.slice(0, 200) ?? '');
  }
  if (new Set(acceptedIds).size !== requests.length) differences.push('Ids came twice.');
  return { cost, units: requests.length - warmUp, acceptedIds, differences };
}
