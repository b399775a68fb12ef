import { parse } from 'csv-parse/sync';
import { makeMember, makeOperator } from '../../support/organizations.js';
import type { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

const header =
  'credit_code,legal_name,legal_name_en,unit_type,industry_code,region_code,address,introduction,contact_name,contact_phone,contact_email';
const good =
  '91310115MA10000290,上海澄禾科技有限公司,,private,65,310115,晴川路1号,,张三,021-00000001,hr@example.com';
const other =
  '911101066976941872,北京岚屿贸易有限公司,,state_owned,51,110106,望汐路2号,,李四,010-00000001,';

interface Report {
  importId: string;
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  errors: { line: number; column: string; code: string; message: string }[];
}

interface Refusal {
  code: string;
  errors: { field: string; code: string }[];
}

let app: TestApp;
let operator: Person;

beforeAll(async () => {
  app = await startTestApp();
  operator = await app.person('运营');
  await makeOperator(app, operator);
});

afterEach(() => app.database.query('TRUNCATE csv_import_fault, csv_import_item, company CASCADE'));
afterAll(() => app.stop());

const file = (...lines: string[]): string => `${[header, ...lines].join('\n')}\n`;

async function upload(content: string | Uint8Array<ArrayBuffer>): Promise<Report> {
  const { status, body } = await operator.upload<Report>('/api/v1/company-imports', content);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
}

async function companyCount(): Promise<number> {
  const [row] = await app.database.query<{ count: number }>('SELECT count(*) FROM company');
  return row?.count ?? -1;
}

describe('an import of companies', () => {
  it('takes good lines in, verified, and tells bad ones with line and column', async () => {
    const report = await upload(
      file(
        good,
        'nonsense,x,,secret,99,999999,,,,1,not-mail',
        'too,few',
        good.replace('澄禾', '澄屿'),
        other,
      ),
    );
    expect(report).toMatchObject({ rows: 5, created: 2, updated: 0, unchanged: 0, rejected: 3 });
    expect(report.errors.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
      '3 legal_name field.length',
      '3 unit_type field.choice',
      '3 address field.required',
      '3 contact_name field.required',
      '3 contact_phone field.format',
      '3 contact_email field.format',
      '4  csv.cell-count',
      '5 credit_code csv.line-repeated',
    ]);
    expect(report.errors.at(-1)?.message).toBe('与第 2 行重复');
    const { body } = await operator.get<{ items: { status: string }[] }>('/api/v1/companies');
    expect(body.items.map(({ status }) => status)).toEqual(['verified', 'verified']);
  });

  it('tells unknown codes when the cells are readable', async () => {
    const report = await upload(file(good.replace(',65,310115,', ',00,990000,')));
    expect(report.errors.map(({ column, code }) => `${column} ${code}`)).toEqual([
      'industry_code company.industry-unknown',
      'region_code company.region-unknown',
    ]);
  });

  it('changes nothing when it is sent again, and only what changed', async () => {
    await upload(file(good, other));
    const before = await app.database.query('SELECT * FROM company ORDER BY id');
    expect(await upload(file(good, other))).toMatchObject({ created: 0, unchanged: 2 });
    expect(await app.database.query('SELECT * FROM company ORDER BY id')).toEqual(before);
    const moved = good.replace('晴川路1号', '归帆路9号');
    expect(await upload(file(moved, other))).toMatchObject({ updated: 1, unchanged: 1 });
    const rows = await app.database.query(
      'SELECT address, version, status FROM company WHERE version > 1',
    );
    expect(rows).toEqual([{ address: '归帆路9号', version: 2, status: 'verified' }]);
  });

  it('overwrites what was edited here meanwhile', async () => {
    await upload(file(good));
    const list = await operator.get<{ items: { id: string }[] }>('/api/v1/companies');
    const path = `/api/v1/companies/${list.body.items[0]?.id}`;
    const edit = { address: '海棠路3号' };
    expect((await operator.request('PATCH', path, edit, { 'if-match': '"1"' })).status).toBe(200);
    expect(await upload(file(good))).toMatchObject({ updated: 1, unchanged: 0 });
    expect((await operator.get(path)).body.address).toBe('晴川路1号');
  });

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['Windows line ends', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    [
      'Chinese titles',
      (text: string) =>
        Buffer.from(
          text.replace('legal_name,', '单位名称,').replace('credit_code', '统一社会信用代码'),
        ),
    ],
  ])('reads %s', async (_, encode) => {
    expect(await upload(new Uint8Array(encode(file(good))))).toMatchObject({ created: 1 });
  });

  it('reads GB18030', async () => {
    // 测试公司 as spreadsheets in China save it.
    const name = Buffer.from('b2e2cad4b9abcbbe', 'hex');
    const [before = '', after = ''] = file(good).split('上海澄禾科技有限公司');
    const ascii = after.replace('晴川路1号', 'Road 1').replace('张三', 'Zhang');
    const bytes = Buffer.concat([Buffer.from(before), name, Buffer.from(ascii)]);
    expect(await upload(new Uint8Array(bytes))).toMatchObject({ created: 1 });
    const { body } = await operator.get('/api/v1/companies?query=测试公司');
    expect(body.items).toHaveLength(1);
  });

  it.each([
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${file(good)}`, 'utf16le')), 'csv.encoding-utf16'],
    ['an open quote after good lines', file(good, `"${other}`), 'csv.quote-open'],
    ['neither encoding after good lines', brokenAfter(file(good)), 'csv.encoding-unknown'],
    ['nothing at all', '', 'csv.header'],
  ])('refuses a file of %s and changes nothing', async (_, content, code) => {
    const answer = await operator.upload<Refusal>('/api/v1/company-imports', content);
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(await companyCount()).toBe(0);
  });

  it('names missing and unknown columns', async () => {
    const content = file(good).replace('credit_code', 'code');
    const { body } = await operator.upload<Refusal>('/api/v1/company-imports', content);
    expect(body.errors.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'credit_code csv.column-missing',
      'code csv.column-unknown',
    ]);
  });

  it('asks for a file', async () => {
    const json = await operator.post('/api/v1/company-imports', {});
    expect(json).toMatchObject({ status: 422, body: { code: 'csv.file-missing' } });
    const form = await operator.request('POST', '/api/v1/company-imports', new FormData());
    expect(form.status).toBe(422);
  });

  it('counts characters as people do', async () => {
    const content = file(good.replace('上海澄禾科技有限公司', '𠮷'), other);
    const answer = await operator.upload<Report>('/api/v1/company-imports', content);
    expect(answer).toMatchObject({ status: 200, body: { created: 1, rejected: 1 } });
    const named = file(good.replace('上海澄禾科技有限公司', '𠮷田'));
    expect(await upload(named)).toMatchObject({ created: 1 });
  });

  it('takes one file at a time, and nothing of two', async () => {
    const form = new FormData();
    form.append('file', new Blob([file(good)]), 'first.csv');
    form.append('file', new Blob([file(other)]), 'second.csv');
    const answer = await operator.request('POST', '/api/v1/company-imports', form);
    expect(answer).toMatchObject({ status: 422, body: { code: 'csv.one-file' } });
    expect(await companyCount()).toBe(0);
  });

  it('leaves a company that only a reviewer can accept to the reviewer', async () => {
    expect(
      await upload(file(good.replace('91310115MA10000290', '91350211M0000XUF46'))),
    ).toMatchObject({ created: 1, rejected: 0 });
    const { body } = await operator.get('/api/v1/companies?status=submitted');
    expect(body.items).toHaveLength(1);
  });

  it('touches no barred company', async () => {
    await upload(file(good));
    await app.database.query(`UPDATE company SET status = 'blacklisted'`);
    const report = await upload(file(good.replace('晴川', '望汐'), other));
    expect(report).toMatchObject({ created: 1, updated: 0, rejected: 1 });
    expect(report.errors).toMatchObject([{ line: 2, code: 'company.barred' }]);
  });

  it('keeps its errors to be read page by page, by whoever imported', async () => {
    const bad = Array.from({ length: 120 }, () => 'too,few');
    const report = await upload(file(...bad));
    expect(report.errors).toHaveLength(100);
    const path = `/api/v1/company-imports/${report.importId}/errors?limit=70`;
    const first = await operator.get<{ items: object[]; nextCursor: string }>(path);
    const second = await operator.get<{ items: object[]; nextCursor: null }>(
      `${path}&cursor=${first.body.nextCursor}`,
    );
    expect([first.body.items.length, second.body.items.length]).toEqual([70, 50]);
    expect(second.body.items.at(-1)).toMatchObject({ line: 121, code: 'csv.cell-count' });
  });

  it('tells its errors to nobody else, but to those who oversee imports', async () => {
    const report = await upload(file('too,few'));
    const path = `/api/v1/company-imports/${report.importId}/errors`;
    const somebody = await app.person();
    expect((await somebody.get(path)).status).toBe(403);
    await makeMember(app, somebody, 'operator', '运营方', 'reviewer');
    expect((await somebody.get(path)).status).toBe(403);
    await makeMember(app, somebody, 'organizer', '别的主办方');
    expect((await somebody.get(path)).status).toBe(404);
    await makeMember(app, somebody, 'operator', '另一运营方');
    expect((await somebody.get(path)).status).toBe(200);
  });

  it('is for those who may', async () => {
    const somebody = await app.person();
    const answer = await somebody.upload('/api/v1/company-imports', file(good));
    expect(answer).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
  });
});

describe('an export of companies', () => {
  it('is a file that no spreadsheet calculates and that an import takes back unchanged', async () => {
    const formula = good.replace('晴川路1号', "=cmd|' /C calc'!A0");
    await upload(file(formula, other));
    const answer = await operator.get<string>('/api/v1/company-exports');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toContain('companies.csv');
    const rows: Record<string, string>[] = parse(answer.body as unknown as string, {
      bom: true,
      columns: true,
    });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ address: "'=cmd|' /C calc'!A0", status: 'verified' });
    const again = await upload(answer.body as unknown as string);
    expect(again).toMatchObject({ rows: 2, unchanged: 2, updated: 0, rejected: 0 });
  });

  it('goes on past one batch', async () => {
    await app.database.query(
      `INSERT INTO company (id, credit_code, is_credit_code_accepted, legal_name, unit_type,
         industry_code, region_code, address, contact_name, contact_phone, status)
       SELECT gen_random_uuid(), '9131011500' || lpad(n::text, 8, '0'), true, '公司' || n, 'other',
              '65', '310115', 'x', 'x', '12345', 'submitted' FROM generate_series(1, 2001) AS n`,
    );
    const { body } = await operator.get<string>('/api/v1/company-exports');
    const rows: unknown[] = parse(body as unknown as string, { bom: true, columns: true });
    expect(rows).toHaveLength(2_001);
  });
});

function brokenAfter(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xff, 0x0a])]));
}
