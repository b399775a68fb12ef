import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from './config.js';

describe('the address of an installation', () => {
  const publicUrl = (given: string): string =>
    loadConfig({
      DATABASE_URL: 'postgresql://localhost/x',
      AUTH_SECRET: 'long enough to be a secret of a test',
      PUBLIC_URL: given,
    }).publicUrl;

  it('is a host', () => {
    expect(publicUrl('https://fair.example')).toBe('https://fair.example');
    expect(publicUrl('http://localhost:3000/')).toBe('http://localhost:3000');
  });

  it.each(['https://fair.example/app', 'https://fair.example/?x=1', 'https://me@fair.example'])(
    'has no path: %s',
    (given) => {
      expect(() => publicUrl(given)).toThrow(/PUBLIC_URL must have no path/);
    },
  );
});

describe('the secret of one machine', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cloudfair-config-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const secret = (): string =>
    loadConfig({ DATABASE_URL: 'postgresql://localhost/x', DATA_DIR: folder }).authSecret;

  it('is made once and kept in one file', () => {
    const first = secret();
    expect(first).toHaveLength(64);
    expect(secret()).toBe(first);
    expect(readdirSync(folder)).toEqual(['auth-secret']);
  });

  it.each(['', 'short'])('is refused as "%s"', (kept) => {
    writeFileSync(join(folder, 'auth-secret'), kept);
    expect(secret).toThrow(/auth-secret is damaged/);
  });
});
