import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { closedLoop } from './closed-loop.js';
import type { HttpLoadOrder, HttpLoadPlan, HttpLoadReport, HttpRequest } from './http-load.js';

type Target = Pick<HttpLoadPlan, 'port' | 'path'>;

async function post({ port, path }: Target, agent: Agent, { cookie, body }: HttpRequest) {
  const bytes = Buffer.from(JSON.stringify(body));
  const outgoing = request({
    agent,
    host: '127.0.0.1',
    port,
    method: 'POST',
    path,
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

let plan: HttpLoadPlan | undefined;
let report: HttpLoadReport = { statuses: {}, bodies: [] };

async function postAll({ connections, requests, ...target }: HttpLoadPlan): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  await closedLoop(requests.length, connections, async (index) => {
    const answer = await post(target, agent, requests[index] as HttpRequest);
    report.statuses[answer.status] = (report.statuses[answer.status] ?? 0) + 1;
    report.bodies.push(answer.body);
  });
  agent.destroy();
}

async function obey(order: HttpLoadOrder): Promise<HttpLoadReport | string> {
  if (order === 'report') return report;
  if (order === 'post') {
    if (plan) await postAll(plan);
    return 'posted';
  }
  plan = order.prepare;
  report = { statuses: {}, bodies: [] };
  return 'prepared';
}

process.on('message', (order: HttpLoadOrder) => {
  void obey(order).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
