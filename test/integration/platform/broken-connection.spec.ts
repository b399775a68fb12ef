import type { Socket } from 'node:net';
import { Database } from '../../../src/platform/database/database.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

interface Connected {
  readonly connection: { readonly stream: Socket };
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ WORKERS: 'external' });
});
afterAll(() => app.stop());

describe('a connection that breaks under a prepared statement', () => {
  it('fails that statement and nothing else', async () => {
    const database = app.app.get(Database);
    const acquired = new Promise<Connected>((resolve) => {
      database.pool.once('acquire', (client) => resolve(client as unknown as Connected));
    });
    const sleeping = database.statement('test.sleep', 'SELECT pg_sleep(30)', []);
    const fault = sleeping.catch((error: unknown) => error);
    const { connection } = await acquired;
    await new Promise((resolve) => setTimeout(resolve, 100));
    connection.stream.destroy();
    expect(await fault).toMatchObject({ message: 'Connection terminated unexpectedly' });
    expect(await database.statement('test.one', 'SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
  });
});
