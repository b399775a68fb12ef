import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mantineStyles } from './build/mantine-styles-plugin.ts';
import { precompressed } from './build/precompressed-plugin.ts';
import { themeVariables } from './build/theme-variables-plugin.ts';

const server = process.env.API_URL ?? 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), mantineStyles(), themeVariables(), precompressed()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing may become a data: address or an inline script; the security policy refuses both.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What many pages share comes in two files instead of forty: one that changes with the
        // libraries, one that changes with us.
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules/, minShareCount: 9, priority: 2 },
            { name: 'shared', test: /web\/src/, minShareCount: 4, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/health': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
