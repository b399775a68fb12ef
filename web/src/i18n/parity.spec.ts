import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Texts = { readonly [key: string]: string | Texts };

const source = join(import.meta.dirname, '..');

function flat(texts: Texts, prefix = ''): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as const]
      : [...flat(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

function textsOf(file: string): Map<string, string> {
  return flat(JSON.parse(readFileSync(join(source, 'i18n', file), 'utf8')) as Texts);
}

/** English has one form more than Chinese; the parity is of what code asks for. */
const withoutForm = (key: string): string => key.replace(/_(zero|one|other)$/, '');
const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

const chinese = textsOf('zh-cn.json');
const english = textsOf('en.json');

function code(): string {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.spec|\.d)\.tsx?$/.test(path))
    .map((path) => readFileSync(join(source, path), 'utf8'))
    .join('\n');
}

describe('the texts', () => {
  it('are the same set in both languages', () => {
    const keys = (texts: Map<string, string>) => [...new Set([...texts.keys()].map(withoutForm))];
    expect(keys(english)).toEqual(keys(chinese));
  });

  it('carry the same placeholders in both languages', () => {
    for (const [key, text] of english) {
      const twin = chinese.get(key) ?? chinese.get(`${withoutForm(key)}_other`) ?? '';
      expect([key, placeholders(text)]).toEqual([key, placeholders(twin)]);
    }
  });

  it('are not empty, and each language is its own', () => {
    for (const [key, text] of chinese) expect([key, text.trim()]).not.toEqual([key, '']);
    for (const [key, text] of english) expect(`${key}: ${text}`).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('are all used', () => {
    const used = code();
    const unused = [...chinese.keys()].map(withoutForm).filter((key) => {
      const stem = key.slice(0, key.lastIndexOf('.'));
      return !used.includes(`'${key}'`) && !used.includes(`\`${stem}.\${`);
    });
    expect([...new Set(unused)]).toEqual([]);
  });
});
