import { errorDefinition } from './error-catalogue.js';
import type { ErrorCategory } from './error-catalogue.js';

export type Locale = 'zh-CN' | 'en';

/** What a state or a kind is called, where a text speaks of one. */
export interface LocalizedName {
  readonly zh: string;
  readonly en: string;
}

export type ErrorParameters = Readonly<Record<string, string | number | LocalizedName>>;

/** One wrong field of an input: where, which rule, and what the rule needs to say so. */
export interface FieldFault {
  /** Path in the input, for example `questions.0.text`. */
  readonly field: string;
  readonly code: string;
  readonly parameters?: ErrorParameters;
}

/**
 * A refusal that a caller can understand and act on. Everything else that is thrown
 * is a fault of ours and answers 500 with a correlation id only.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly parameters: ErrorParameters = {},
    readonly faults: readonly FieldFault[] = [],
  ) {
    super(code);
  }

  get category(): ErrorCategory {
    return errorDefinition(this.code)?.category ?? 'internal';
  }
}

/** The text of a code in a language, placeholders filled. */
export function localizedText(code: string, locale: Locale, parameters: ErrorParameters): string {
  const definition = errorDefinition(code);
  const language = locale === 'en' ? 'en' : 'zh';
  return (definition?.[language] ?? code).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = parameters[name] ?? placeholder;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
