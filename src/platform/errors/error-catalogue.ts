/** What kind of refusal an error is; the HTTP filter and the socket filter map it. */
export type ErrorCategory =
  | 'malformed'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'wrong-method'
  | 'timeout'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'unsupported'
  | 'rate-limited'
  | 'unavailable'
  | 'internal';

export interface ErrorDefinition {
  readonly category: ErrorCategory;
  /** Titles may carry `{name}` placeholders filled from the error's parameters. */
  readonly zh: string;
  readonly en: string;
}

const catalogue = new Map<string, ErrorDefinition>();

/**
 * Registers a module's error codes with their texts in both languages.
 * A code is stable: clients and translations rely on it.
 */
export function defineErrors<const Codes extends Record<string, ErrorDefinition>>(
  codes: Codes,
): { readonly [Code in keyof Codes]: Code } {
  const names: Record<string, string> = {};
  for (const [code, definition] of Object.entries(codes)) {
    if (catalogue.has(code)) throw new Error(`Error code ${code} is defined twice`);
    catalogue.set(code, definition);
    names[code] = code;
  }
  return names as { readonly [Code in keyof Codes]: Code };
}

export function errorDefinition(code: string): ErrorDefinition | undefined {
  return catalogue.get(code);
}
