import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { DomainError } from '../errors/domain-error.js';
import { RecordReader } from './record-reader.js';
import type { CsvRecord } from './record-reader.js';

function readIn(pieces: readonly string[]): CsvRecord[] {
  const reader = new RecordReader();
  const records = pieces.flatMap((piece) => reader.read(piece, false));
  return [...records, ...reader.read('', true)];
}

function cut(text: string, sizes: readonly number[]): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const size of sizes) {
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return [...pieces, text.slice(at)];
}

function written(rows: string[][], lineEnd: string, isQuoted: boolean): string {
  const cellText = (text: string): string =>
    isQuoted || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(cellText).join(',') + lineEnd).join('');
}

const cuts = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 });
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('', '"', '""', ',', '\n', '\r\n', '招聘', ' a ', 'a"b', '"a"'),
);
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });

describe('records of a CSV text', () => {
  it('are what csv-parse reads, wherever the text is cut', () => {
    fc.assert(
      fc.property(
        table,
        cuts,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (rows, sizes, recordDelimiter, isQuoted) => {
          const text = written(rows, recordDelimiter, isQuoted);
          const known: string[][] = parse(text, {
            relax_column_count: true,
            record_delimiter: recordDelimiter,
          });
          expect(readIn(cut(text, sizes)).map(({ cells }) => cells)).toEqual(known);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('do not depend on the cuts, whatever the text', () => {
    const outcome = (pieces: readonly string[]): unknown => {
      try {
        return readIn(pieces);
      } catch (error) {
        return error instanceof DomainError ? error.code : error;
      }
    };
    const junk = fc
      .array(fc.constantFrom('a', '"', ',', '\n', '\r\n', '招', ' '), { maxLength: 30 })
      .map((parts) => `x\n${parts.join('')}`);
    fc.assert(
      fc.property(junk, cuts, (text, sizes) => {
        expect(outcome(cut(text, sizes))).toEqual(outcome([text]));
      }),
      { numRuns: 1_000 },
    );
  });

  it('know the line on which they start', () => {
    expect(readIn(['a,b\n"1\n2",3\n\n4,"5\n6\n"\n7,8']).map(({ line }) => line)).toEqual([
      1, 2, 4, 5, 8,
    ]);
  });

  it('cost no more when most lines are blank', () => {
    const cost = (text: string): number => {
      const begun = process.cpuUsage().user;
      readIn([text]);
      return process.cpuUsage().user - begun;
    };
    const full = cost('a,b\n'.repeat(400_000));
    expect(cost(`a,b\n${'\n'.repeat(400_000)}`) / full).toBeLessThan(3);
  });

  it('take stray quotes as they stand', () => {
    expect(readIn(['5" pipe,"a"b,c\n']).map(({ cells }) => cells)).toEqual([
      ['5" pipe', '"a"b', 'c'],
    ]);
  });

  it('end with a carriage return alone where a whole file does', () => {
    expect(readIn(['a,b\r1,"2', '\r3"\r']).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '2\r3'],
    ]);
  });

  it('are refused when a quote stays open or a line has no end', () => {
    expect(() => readIn(['a,b\n"c,d\n'])).toThrow('csv.quote-open');
    expect(() => readIn([`a,b\n"${'c'.repeat(70_000)}`])).toThrow('csv.line-too-long');
    expect(() => readIn([`a,b\n${'c'.repeat(70_000)}\n`])).toThrow('csv.line-too-long');
  });
});
