import pg from 'pg';
import { idArray, jsonArray } from '../../../src/platform/database/binary-array.js';
import { newId } from '../../../src/platform/ids/new-id.js';
import { testServerUrl } from '../../support/database.js';

let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client({ connectionString: testServerUrl() });
  await client.connect();
});
afterAll(() => client.end());

async function read(type: 'uuid' | 'jsonb', parameter: Buffer): Promise<unknown> {
  const { rows } = await client.query<{ list: unknown }>(
    `SELECT to_json($1::${type}[]) AS list, array_lower($1::${type}[], 1) AS first`,
    [parameter],
  );
  return rows[0]?.list;
}

describe('an array in binary form', () => {
  it('is read as the ids that it was made of, nulls among them', async () => {
    const ids = [...Array.from({ length: 300 }, () => newId()), null, newId()];
    expect(await read('uuid', idArray(ids))).toEqual(ids);
    expect(await read('uuid', idArray(['0195F3C2-ABCD-7DEF-8012-3456789ABCDE']))).toEqual([
      '0195f3c2-abcd-7def-8012-3456789abcde',
    ]);
    expect(await read('uuid', idArray([]))).toEqual([]);
  });

  it('is read as the values that it was made of, counted in bytes', async () => {
    const values = [{ q1: '是', q2: '"\\,{}' }, {}, { 'ключ 🧩': 'a\nb' }];
    expect(await read('jsonb', jsonArray(values))).toEqual(values);
    expect(await read('jsonb', jsonArray([]))).toEqual([]);
  });
});
