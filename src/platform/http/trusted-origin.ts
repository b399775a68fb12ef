import type { Config } from '../config/config.js';

/**
 * Whether a browser page of this origin may act for a signed-in person. Programs send no
 * Origin; a page always does. Socket.IO's `cors` option does not stop a foreign page's
 * WebSocket (tried), so HTTP and sockets both ask here.
 */
export function isTrustedOrigin(
  config: Pick<Config, 'allowedOrigins'>,
  origin: string | undefined,
  host: string | undefined,
): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  if (config.allowedOrigins.length > 0) {
    return config.allowedOrigins.includes(new URL(origin).origin);
  }
  return host !== undefined && new URL(origin).host === host;
}
