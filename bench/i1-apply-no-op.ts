import { startNoOpServer } from './reference/no-op-server.js';
import { createApplyFixture, submissions } from './support/apply-fixture.js';
import { applyAll } from './support/apply-load.js';
import type { BenchContext } from './support/bench-context.js';
import type { Goal, SideResult } from './support/goal.js';
import { takeApplications } from './support/intake.js';
import { productEnvironment } from './support/product-api.js';

const applies = (context: BenchContext) => Math.round(18_000 * context.scale);

async function doNothing(context: BenchContext): Promise<SideResult> {
  const fixture = await createApplyFixture(await context.createDatabase());
  const port = await startNoOpServer(productEnvironment(context, fixture));
  const requests = submissions(fixture, applies(context));
  const path = '/api/v1/no-op-applications';
  const { cost, units, differences } = await applyAll(context, { port, path }, requests);
  return { units, cost, differences };
}

export const goal: Goal = {
  id: 'I1',
  title:
    'CPU per durably accepted application, against the same stack with a handler that does nothing',
  unit: 'application',
  ratio: 'cost',
  must: 1.5,
  onSameStack: true,
  reference: doNothing,
  product: (context) => takeApplications(context, applies(context)),
};
