import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTestDatabase } from '../../support/database.js';

describe('the API contract', () => {
  it('is committed as the built server says it', async () => {
    const database = await createTestDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'cloudfair-contract-'));
    const file = join(folder, 'openapi.json');
    const script = new URL('../../../dist/scripts/write-openapi.js', import.meta.url).href;
    const program = `import(${JSON.stringify(script)}).then((m) => m.writeOpenApi(...process.argv.slice(1)))`;
    try {
      await promisify(execFile)(process.execPath, ['-e', program, database.url, file], {
        cwd: folder,
      });
      const built: unknown = JSON.parse(await readFile(file, 'utf8'));
      const committed: unknown = JSON.parse(
        await readFile(new URL('../../../openapi.json', import.meta.url), 'utf8'),
      );
      // Differs? Run `npm run openapi` and commit what it writes.
      expect(committed).toEqual(built);
    } finally {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
