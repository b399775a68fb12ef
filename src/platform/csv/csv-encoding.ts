import { isAscii, isUtf8 } from 'node:buffer';
import { DomainError } from '../errors/domain-error.js';
import { CsvErrors } from './csv.errors.js';

/** Enough text beyond ASCII that GB18030 cannot look like UTF-8 by chance. */
const sampleBytes = 16_384;

type Decode = (chunk: Buffer, isLast: boolean) => string;

/**
 * The text of a file without a byte order mark. Files in UTF-8 and in GB18030, which Chinese
 * spreadsheets save by default, are told apart by their first text beyond ASCII.
 *
 * @throws DomainError `csv.encoding-utf16`, `csv.encoding-unknown`
 */
export async function* textOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decode: Decode | null = null;
  let sample: Buffer = Buffer.alloc(0);
  let enough = 0;
  for await (const chunk of source) {
    if (decode) {
      yield decode(chunk, false);
    } else if (sample.length === 0 && isAscii(chunk)) {
      yield requireText(chunk).toString('latin1');
    } else {
      if (sample.length === 0) enough = chunk.length + sampleBytes;
      sample = Buffer.concat([sample, chunk]);
      if (sample.length < enough) continue;
      decode = decoderFor(sample);
      yield decode(withoutMark(sample), false);
    }
  }
  if (decode) yield decode(Buffer.alloc(0), true);
  else yield decoderFor(sample)(withoutMark(sample), true);
}

function decoderFor(sample: Buffer): Decode {
  if (['fffe', 'feff'].includes(sample.subarray(0, 2).toString('hex'))) {
    throw new DomainError(CsvErrors['csv.encoding-utf16']);
  }
  return isUtf8(wholeCharacters(sample)) ? utf8Decoder() : gb18030Decoder();
}

function utf8Decoder(): Decode {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk, isLast) => {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = isLast ? bytes : wholeCharacters(bytes);
    if (!isUtf8(whole)) throw new DomainError(CsvErrors['csv.encoding-unknown']);
    rest = bytes.subarray(whole.length);
    return requireText(whole).toString('utf8');
  };
}

function gb18030Decoder(): Decode {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  return (chunk, isLast) => {
    try {
      return decoder.decode(requireText(chunk), { stream: !isLast });
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw new DomainError(CsvErrors['csv.encoding-unknown']);
    }
  };
}

/** The bytes without a last UTF-8 character whose end is still to come. */
function wholeCharacters(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    const isLead = byte >= 0xc0;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (isLead) return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
    if (byte < 0x80) return bytes;
  }
  return bytes;
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).toString('hex') === 'efbbbf' ? bytes.subarray(3) : bytes;
}

/** Text has no NUL; UTF-16 without a mark and spreadsheets' own formats are full of them. */
function requireText(bytes: Buffer): Buffer {
  if (bytes.includes(0)) throw new DomainError(CsvErrors['csv.encoding-utf16']);
  return bytes;
}
