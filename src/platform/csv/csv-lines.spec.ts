import { parse as parseWhole } from 'csv-parse/sync';
import fc from 'fast-check';
import { DomainError } from '../errors/domain-error.js';
import {
  choiceCell,
  dayEndCell,
  listCell,
  moneyCell,
  optionalColumn,
  requiredColumn,
  textCell,
  wholeNumberCell,
} from './csv-columns.js';
import { csvStream } from './csv-export.js';
import { csvLines } from './csv-lines.js';

const columns = {
  name: requiredColumn('name', '名称', textCell(1, 10)),
  count: requiredColumn('count', '人数', wholeNumberCell(1, 99)),
  pay: optionalColumn('pay', '薪酬', moneyCell(100, 10_000_000)),
  kind: optionalColumn('kind', '类型', choiceCell({ full_time: '全日制', part_time: '非全日制' })),
  skills: optionalColumn('skills', '技能', listCell(2, 5)),
  until: optionalColumn('until', '截止', dayEndCell()),
};

async function* oneChunk(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

async function linesOf(text: string, mostLines = 1_000) {
  const lines = [];
  for await (const some of csvLines(oneChunk(text), columns, {
    mostLines,
    ignoredColumns: ['id'],
  })) {
    lines.push(...some);
  }
  return lines;
}

async function refusalOf(text: string, mostLines?: number): Promise<DomainError> {
  const error: unknown = await linesOf(text, mostLines).catch((reason: unknown) => reason);
  if (error instanceof DomainError) return error;
  throw new Error('was not refused');
}

describe('the lines of a CSV file', () => {
  it('gives the typed values of each line, with Chinese or English headers', async () => {
    expect(
      await linesOf(
        '名称,COUNT,薪酬,类型,技能,截止,id,\r\n晴川,３,8000.5,全日制,焊工；电工,2026/3/31,7,\r\n',
      ),
    ).toEqual([
      {
        line: 2,
        row: {
          name: '晴川',
          count: 3,
          pay: 800_050,
          kind: 'full_time',
          skills: ['焊工', '电工'],
          until: new Date('2026-03-31T15:59:59.999Z'),
        },
      },
    ]);
  });

  it('drops what nobody can see, except tabs and line breaks', async () => {
    expect(await linesOf('name,count\n"a\u001F\tb\u0007",1\n')).toMatchObject([
      { row: { name: 'a\tb', count: 1 } },
    ]);
  });

  it('tells the line and the column of what is wrong, and goes on', async () => {
    const text = [
      'name,count,pay,kind,until',
      ',0,面议,轮班,2026-02-30',
      'short',
      '',
      '"a\nb",1',
      '"c\nd",2,,,',
      'e,x,,,2026-03-01T00:00:00Z',
    ].join('\n');
    const lines = await linesOf(text);
    expect(lines.map(({ line }) => line)).toEqual([2, 3, 5, 7, 9]);
    expect(
      lines.map((line) =>
        'faults' in line ? line.faults.map(({ field, code }) => `${field} ${code}`) : 'good',
      ),
    ).toEqual([
      [
        'name field.required',
        'count field.range',
        'pay field.format',
        'kind field.choice',
        'until field.format',
      ],
      [' csv.cell-count'],
      [' csv.cell-count'],
      'good',
      ['count field.range'],
    ]);
  });

  it('names unknown, missing and repeated columns', async () => {
    const { code, faults } = await refusalOf('名称,salary,name\n');
    expect(code).toBe('csv.header');
    expect(faults.map(({ field, code: fault }) => `${field} ${fault}`)).toEqual([
      'count csv.column-missing',
      'salary csv.column-unknown',
      'name csv.column-repeated',
    ]);
  });

  it('refuses an empty file, an open quote, an endless line and too many lines', async () => {
    expect((await refusalOf('')).code).toBe('csv.header');
    expect(await refusalOf('name,count\n"a,1\nb,2\n')).toMatchObject({ code: 'csv.quote-open' });
    const endless = `name,count\n"${'a'.repeat(70_000)}",1\n`;
    expect((await refusalOf(endless)).code).toBe('csv.line-too-long');
    expect((await refusalOf('name,count\na,1\nb,2\n', 1)).code).toBe('csv.too-many-lines');
  });

  it('reads any text to lines or to a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 100 }), async (text) => {
        const outcome = await linesOf(`name,count\n${text}`).catch((error: unknown) => error);
        expect(Array.isArray(outcome) || outcome instanceof DomainError).toBe(true);
      }),
    );
  });
});

describe('an exported file', () => {
  const exported = async (cells: readonly string[]): Promise<string> => {
    let text = '';
    for await (const part of csvStream(
      ['name', 'count'],
      (async function* () {
        yield [cells];
      })(),
    )) {
      text += String(part);
    }
    return text;
  };

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])(
    'holds no formula: %j',
    async (cell) => {
      const [, [shown] = []] = parseWhole(await exported([cell, '1']), { bom: true });
      expect(shown).toBe(`'${cell}`);
    },
  );

  it('comes back through an import as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 10 }).map((text) => text.trim()),
        async (name) => {
          fc.pre(
            name !== '' &&
              name.length <= 10 &&
              !/\p{Cc}/u.test(name) &&
              !/^'[=+\-@＝＋－＠\t\r\n]/.test(name),
          );
          const lines = await linesOf(await exported([name, '1']));
          expect(lines).toMatchObject([{ line: 2, row: { name, count: 1 } }]);
        },
      ),
    );
  });
});
