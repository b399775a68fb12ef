import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from './support/fair-test.js';

const year = 'public, max-age=31536000, immutable';

/** Bytes as they come over the wire: a browser or `fetch` would unpack them. */
async function load(
  server: { readonly url: string },
  path: string,
  acceptEncoding?: string,
): Promise<{ headers: IncomingMessage['headers']; bytes: Buffer }> {
  const headers = acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(new URL(path, server.url), { headers }, resolve).once('error', reject).end();
  });
  expect(response.statusCode, path).toBe(200);
  return { headers: response.headers, bytes: await buffer(response) };
}

test('text files come as the build has packed them, and plain to those who cannot unpack', async ({
  server,
}) => {
  const page = (await load(server, '/')).bytes.toString('utf8');
  const [script, style] = [/\/assets\/[^"]+\.js/, /\/assets\/[^"]+\.css/].map(
    (pattern) => pattern.exec(page)?.[0] ?? '',
  ) as [string, string];
  const files = [
    { path: '/', type: 'text/html; charset=utf-8', cache: 'no-cache' },
    { path: '/fairs/of-any-name', type: 'text/html; charset=utf-8', cache: 'no-cache' },
    { path: script, type: 'application/javascript; charset=utf-8', cache: year },
    { path: style, type: 'text/css; charset=utf-8', cache: year },
  ];
  for (const { path, type, cache } of files) {
    const plain = await load(server, path);
    const brotli = await load(server, path, 'gzip, deflate, br');
    const gzip = await load(server, path, 'gzip');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true);
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
    for (const { headers } of [plain, brotli, gzip]) {
      expect(headers).toMatchObject({
        'content-type': type,
        'cache-control': cache,
        vary: 'accept-encoding',
      });
    }
  }
});
