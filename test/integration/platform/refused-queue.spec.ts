import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { pino } from 'pino';
import { loadConfig } from '../../../src/platform/config/config.js';
import { openQueue, openWorker } from '../../../src/platform/queue/bullmq.js';
import { createTestDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';

const attempts = 3;

/** What Postgres says while it starts or stops: ErrorResponse, FATAL, 57P03. */
const refusal = (() => {
  const fields = 'SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0';
  const message = Buffer.alloc(5 + fields.length);
  message.write('E');
  message.writeInt32BE(4 + fields.length, 1);
  message.write(fields, 5);
  return message;
})();

describe('a queue whose database refuses the first connections', () => {
  let database: TestDatabase;
  let door: Server;
  let refusals = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    const { hostname, port } = new URL(database.url);
    door = createServer((client) => {
      client.on('error', () => undefined);
      if (refusals > 0) {
        refusals -= 1;
        client.once('data', () => client.end(refusal));
        return;
      }
      const server = connect(Number(port), hostname);
      server.on('error', () => client.destroy());
      client.pipe(server).pipe(client);
    });
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    door.close();
    await database.drop();
  });

  it.each([1, 2, 3, 4, 6])(
    'works once it is let in, after %i refusals',
    async (count) => {
      const url = new URL(database.url);
      url.port = String((door.address() as AddressInfo).port);
      const config = loadConfig({
        DATABASE_URL: url.href,
        AUTH_SECRET: 'a secret for tests that is long enough',
      });
      const logger = pino({ level: 'silent' });
      refusals = count;
      const done: number[] = [];
      const worker = openWorker<number>(config, logger, attempts, async (data) => {
        done.push(data);
        return Promise.resolve();
      });
      const queue = openQueue<number>(config, logger);
      const add = async (): Promise<unknown> =>
        queue.addBulk([{ name: 'x', data: count, opts: { removeOnComplete: true } }]);
      for (let tries = 0; done.length === 0 && tries < 60; tries += 1) {
        await add().catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      await worker.close(2_000);
      await queue.close();
      expect(done).toContain(count);
    },
    30_000,
  );
});
