import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(?:js|css|html|svg)$/;
const worthwhile = 1024;

/** Puts a `.br` and a `.gz` beside every text file, so that the server never compresses. */
export function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    // Not before: while a bundle is generated, Vite still writes into the finished chunks.
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.values(bundle)) {
        const content = file.type === 'chunk' ? file.code : file.source;
        if (!compressible.test(file.fileName) || content.length < worthwhile) continue;
        const path = join(dir, file.fileName);
        writeFileSync(`${path}.br`, brotliCompressSync(content));
        writeFileSync(`${path}.gz`, gzipSync(content));
      }
    },
  };
}
