import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { closedLoop } from './closed-loop.js';
import type { HttpLoadPlan, HttpLoadReport, HttpRequest } from './http-load.js';

async function post(plan: HttpLoadPlan, agent: Agent, { cookie, body }: HttpRequest) {
  const bytes = Buffer.from(JSON.stringify(body));
  const outgoing = request({
    agent,
    host: '127.0.0.1',
    port: plan.port,
    method: 'POST',
    path: plan.path,
    headers: {
      'content-type': 'application/json',
      'content-length': bytes.length,
      ...(cookie && { cookie }),
    },
  });
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    outgoing.once('error', reject);
    outgoing.once('response', (response) => {
      text(response).then(
        (answer) => resolve({ status: response.statusCode ?? 0, body: answer }),
        reject,
      );
    });
    outgoing.end(bytes);
  });
}

async function run(plan: HttpLoadPlan): Promise<HttpLoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: plan.connections, scheduling: 'fifo' });
  const report: HttpLoadReport = { statuses: {}, bodies: [] };
  await closedLoop(plan.requests.length, plan.connections, async (index) => {
    const answer = await post(plan, agent, plan.requests[index] as HttpRequest);
    report.statuses[answer.status] = (report.statuses[answer.status] ?? 0) + 1;
    report.bodies.push(answer.body);
  });
  agent.destroy();
  return report;
}

process.on(
  'message',
  (plan: HttpLoadPlan) => void run(plan).then((report) => process.send?.(report)),
);
process.on('disconnect', () => process.exit());
process.send?.('ready');
