import fc from 'fast-check';
import { DomainError } from '../errors/domain-error.js';
import { textOf } from './csv-encoding.js';

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function decoded(bytes: Buffer, size = 65_536): Promise<string> {
  let text = '';
  for await (const part of textOf(pieces(bytes, size))) text += part;
  return text;
}

async function refusal(bytes: Buffer, size?: number): Promise<string> {
  const error: unknown = await decoded(bytes, size).catch((reason: unknown) => reason);
  return error instanceof DomainError ? error.code : `not refused: ${String(error)}`;
}

// 招聘,单位 and a character outside the Basic Multilingual Plane, as GB18030 writes them.
const gb18030 = Buffer.from('d5d0c6b82cb5a5cebb95328236', 'hex');

describe('the encoding of a CSV file', () => {
  it('reads UTF-8 whole, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 1, max: 50 }),
        async (text, size) => {
          const plain = text.replaceAll('\u0000', '').replace(/^\uFEFF+/, '');
          expect(await decoded(Buffer.from(plain, 'utf8'), size)).toBe(plain);
        },
      ),
    );
  });

  it('takes off a byte order mark', async () => {
    expect(await decoded(Buffer.from('\uFEFFa,招'))).toBe('a,招');
  });

  it.each([1, 2, 3, 65_536])('reads GB18030 in pieces of %i bytes', async (size) => {
    expect(await decoded(gb18030, size)).toBe('招聘,单位𠀀');
  });

  it('recognises GB18030 when its first Chinese character comes late and at a cut', async () => {
    const ascii = Buffer.alloc(65_535, 'a');
    const text = await decoded(Buffer.concat([ascii, gb18030]));
    expect(text.slice(65_535)).toBe('招聘,单位𠀀');
  });

  it.each([
    ['little-endian', Buffer.from('\uFEFFa,b', 'utf16le')],
    ['big-endian', Buffer.from('feff0061002c0062', 'hex')],
    ['without a mark', Buffer.from('a,b', 'utf16le')],
  ])('refuses UTF-16 %s', async (_, bytes) => {
    expect(await refusal(bytes)).toBe('csv.encoding-utf16');
  });

  it('refuses bytes that are neither', async () => {
    expect(await refusal(Buffer.from([0x61, 0xff, 0xff, 0x62]))).toBe('csv.encoding-unknown');
    const late = Buffer.concat([Buffer.from('招'.repeat(20_000)), Buffer.from([0xc3, 0x28])]);
    expect(await refusal(late)).toBe('csv.encoding-unknown');
    expect(await refusal(Buffer.from('招聘').subarray(0, 5))).not.toBe('');
  });

  it('answers any bytes with text or with one of its two codes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const outcome = await decoded(Buffer.from(bytes), 7).catch((error: unknown) => error);
        if (typeof outcome === 'string') return;
        expect(outcome).toBeInstanceOf(DomainError);
      }),
    );
  });
});
