/**
 * A random key that names one intention, so that sending it twice does it once.
 * `crypto.randomUUID` is missing on plain-HTTP hosts of a local network; this is not.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
