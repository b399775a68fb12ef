import type { Locale } from '../errors/domain-error.js';

/** A code with its names: `[code, Chinese, English]`. */
export type CodeRow = readonly [code: string, zh: string, en: string];

export interface Code {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** A published list of codes (regions, industries, occupations) with names in both languages. */
export class CodeList {
  readonly codes: readonly Code[];
  private readonly byCode: ReadonlyMap<string, Code>;

  constructor(rows: readonly CodeRow[]) {
    this.codes = rows.map(([code, zh, en]) => ({ code, zh, en }));
    this.byCode = new Map(this.codes.map((entry) => [entry.code, entry]));
    if (this.byCode.size !== this.codes.length) throw new Error('A code list names a code twice');
  }

  isKnown(code: string): boolean {
    return this.byCode.has(code);
  }

  /** The name of a code; a code without a name is shown as it is. */
  nameOf(code: string, locale: Locale): string {
    const entry = this.find(code);
    if (!entry) return code;
    return locale === 'en' ? entry.en : entry.zh;
  }

  protected find(code: string): Code | undefined {
    return this.byCode.get(code);
  }
}
