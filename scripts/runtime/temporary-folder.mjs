import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder that PostgreSQL can pass through when it runs as another user. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `cloudfair-${name}-`));
  chmodSync(folder, 0o711);
  return folder;
}
