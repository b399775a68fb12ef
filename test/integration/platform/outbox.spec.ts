import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '../../../src/platform/config/config.js';
import { Database } from '../../../src/platform/database/database.js';
import type { Transaction } from '../../../src/platform/database/transaction.js';
import { newId } from '../../../src/platform/ids/new-id.js';
import { createLogger } from '../../../src/platform/logging/logger.js';
import { Consumes, defineFact } from '../../../src/platform/outbox/fact.js';
import type { FactConsumer } from '../../../src/platform/outbox/fact.js';
import { mostPublications, Outbox } from '../../../src/platform/outbox/outbox.js';
import { OutboxModule } from '../../../src/platform/outbox/outbox.module.js';
import { SliceRunner } from '../../../src/platform/outbox/slice-runner.js';
import { PlatformModule } from '../../../src/platform/platform.module.js';
import { createTestDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';

const parcelSent = defineFact('test.parcel-sent');
const poison = newId();

@Injectable()
@Consumes(parcelSent, 'test.parcels')
class ParcelConsumer implements FactConsumer {
  async consume(transaction: Transaction, ids: readonly string[]): Promise<void> {
    if (ids.includes(poison)) throw new RangeError('poison');
    await transaction.query(
      'INSERT INTO parcel_effect (id) SELECT id FROM unnest($1::uuid[]) AS id',
      [ids],
    );
  }
  async giveUp(transaction: Transaction, id: string, reason: string): Promise<void> {
    await transaction.query('INSERT INTO parcel_attention (id, reason) VALUES ($1, $2)', [
      id,
      reason,
    ]);
  }
}

@Module({ providers: [ParcelConsumer] })
class ParcelModule {}

describe('outbox', () => {
  let databaseOfTest: TestDatabase;
  let database: Database;
  let outbox: Outbox;
  let runner: SliceRunner;
  let close: () => Promise<void>;

  beforeAll(async () => {
    databaseOfTest = await createTestDatabase();
    const config = {
      ...loadConfig({
        DATABASE_URL: databaseOfTest.url,
        AUTH_SECRET: 'a secret for tests that is long enough',
        QUEUE_PREFIX: newId(),
        ...(process.env.REDIS_URL ? { REDIS_URL: process.env.REDIS_URL } : {}),
      }),
      workers: 'external' as const,
    };
    const platform = PlatformModule.forWorker({
      config,
      logger: createLogger('silent', 'test'),
      entities: [],
    });
    const app = await NestFactory.createApplicationContext(
      { module: ParcelModule, imports: [platform] },
      { logger: false },
    );
    database = app.get(Database);
    outbox = app.get(Outbox);
    runner = app.get(SliceRunner, { strict: false });
    await database.query('CREATE TABLE parcel_effect (id uuid PRIMARY KEY)');
    await database.query('CREATE TABLE parcel_attention (id uuid PRIMARY KEY, reason text)');
    close = async () => {
      await app.get(OutboxModule).stopWorking(5_000);
      await app.close();
      await databaseOfTest.drop();
    };
    startWorking = () => app.get(OutboxModule).startWorking();
  });
  let startWorking: () => void;
  afterAll(() => close());
  beforeEach(() => database.query('TRUNCATE outbox, parcel_effect, parcel_attention'));

  async function send(ids: readonly string[]): Promise<void> {
    await database.transaction((transaction) => outbox.append(transaction, parcelSent, ids));
  }

  async function effects(): Promise<number> {
    const rows = await database.query('SELECT id FROM parcel_effect');
    return rows.length;
  }

  it('forgets a fact whose transaction rolled back', async () => {
    const attempt = database.transaction(async (transaction) => {
      await outbox.append(transaction, parcelSent, [newId()]);
      throw new Error('rolled back');
    });
    await expect(attempt).rejects.toThrow('rolled back');
    expect(await outbox.claimDue(10)).toEqual([]);
  });

  it('has one effect when a slice runs twice and in two workers at once', async () => {
    const ids = Array.from({ length: 40 }, () => newId());
    await send(ids);
    const due = await outbox.claimDue(100);
    const slice = { consumer: 'test.parcels', ids: due.map((fact) => fact.id) };
    await Promise.all([runner.run(slice), runner.run(slice), runner.run(slice)]);
    await runner.run(slice);
    expect(await effects()).toBe(40);
    expect((await outbox.backlog()).waiting).toBe(0);
  });

  it('gives a claimed fact to nobody else until its lease ends, then again', async () => {
    await send([newId()]);
    expect(await outbox.claimDue(10)).toHaveLength(1);
    expect(await outbox.claimDue(10)).toHaveLength(0);
    await database.query(`UPDATE outbox SET available_at = now() - interval '1 second'`);
    expect(await outbox.claimDue(10)).toHaveLength(1);
  });

  it('handles the others at once and puts the poisoned fact where a person sees it', async () => {
    await send([...Array.from({ length: 20 }, () => newId()), poison]);
    for (let round = 0; round < 5; round += 1) {
      await database.query('UPDATE outbox SET available_at = now()');
      const due = await outbox.claimDue(100);
      await runner.run({ consumer: 'test.parcels', ids: due.map((fact) => fact.id) });
    }
    expect(await effects()).toBe(20);
    expect(await database.query('SELECT id, reason FROM parcel_attention')).toEqual([
      { id: poison, reason: 'processing-failed' },
    ]);
    expect((await outbox.backlog()).waiting).toBe(0);
  });

  it('gives up only the one fact of a row that kills every worker', async () => {
    const others = Array.from({ length: 7 }, () => newId());
    await send([...others, newId()]);
    // What a crash leaves behind: published once more, nothing else.
    await database.query('UPDATE outbox SET publications = $1', [mostPublications]);
    const [row] = await outbox.claimDue(10);
    await runner.run({ consumer: 'test.parcels', ids: [row?.id ?? 0] });
    expect(await effects()).toBe(0);
    expect((await outbox.backlog()).waiting).toBe(8);
    const halves = await database.query<{ facts: number; publications: number }>(
      'SELECT cardinality(entity_ids) AS facts, publications FROM outbox',
    );
    expect(halves).toEqual([
      { facts: 4, publications: Math.floor((mostPublications + 1) / 2) },
      { facts: 4, publications: Math.floor((mostPublications + 1) / 2) },
    ]);
  });

  it('writes facts that come together into rows of at most 500', async () => {
    const ids = Array.from({ length: 1_250 }, () => newId());
    await send(ids);
    const rows = await database.query<{ entityIds: string[] }>(
      'SELECT entity_ids AS "entityIds" FROM outbox ORDER BY id',
    );
    expect(rows.map((row) => row.entityIds.length)).toEqual([500, 500, 250]);
    expect(rows.flatMap((row) => row.entityIds)).toEqual(ids);
  });

  it('reaches its consumer through the queue, once for each of 1,000 facts', async () => {
    startWorking();
    await send(Array.from({ length: 1_000 }, () => newId()));
    for (let attempt = 0; attempt < 200 && (await outbox.backlog()).waiting > 0; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await effects()).toBe(1_000);
  });
});
