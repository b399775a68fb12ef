/** The import that comes to mind first: read a line, find its company, write its row; eight at a time. */
import { parse } from 'csv-parse';
import type { Readable } from 'node:stream';
import pg from 'pg';

const lanes = 8;

type Line = Record<string, string>;

const findCompany = {
  name: 'find-company',
  text: 'SELECT id, status FROM company WHERE credit_code = $1',
};

const upsert = {
  name: 'upsert-posting',
  text: `
    INSERT INTO job_posting (id, company_id, reference, title, occupation_code, headcount,
      employment_type, duties, requirements, region_code, address, pay_min, pay_max, pay_currency,
      pay_period, working_time, minimum_education, minimum_experience_years, skills, contact_route,
      valid_through, status, published_at)
    VALUES (uuidv7(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
      $17, $18, $19, $20, 'published', now())
    ON CONFLICT (company_id, reference) DO UPDATE SET
      title = excluded.title, occupation_code = excluded.occupation_code,
      headcount = excluded.headcount, employment_type = excluded.employment_type,
      duties = excluded.duties, requirements = excluded.requirements,
      region_code = excluded.region_code, address = excluded.address, pay_min = excluded.pay_min,
      pay_max = excluded.pay_max, pay_currency = excluded.pay_currency,
      pay_period = excluded.pay_period, working_time = excluded.working_time,
      minimum_education = excluded.minimum_education,
      minimum_experience_years = excluded.minimum_experience_years, skills = excluded.skills,
      contact_route = excluded.contact_route, valid_through = excluded.valid_through,
      version = job_posting.version + 1, updated_at = now()`,
};

export class RowByRowImport {
  private readonly pool: pg.Pool;

  constructor(databaseUrl: string) {
    this.pool = new pg.Pool({ connectionString: databaseUrl, max: lanes });
  }

  /** @returns how many lines were rejected; each line is committed before its lane reads on */
  async run(file: Readable): Promise<{ rows: number; rejected: number }> {
    const lines = file.pipe(parse({ columns: true, bom: true }));
    const iterator = lines[Symbol.asyncIterator]() as AsyncIterator<Line>;
    let rows = 0;
    let rejected = 0;
    const lane = async (): Promise<void> => {
      for (;;) {
        const { value, done } = await iterator.next();
        if (done) return;
        rows += 1;
        await this.write(value).catch(() => (rejected += 1));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return { rows, rejected };
  }

  private async write(line: Line): Promise<void> {
    const { rows } = await this.pool.query<{ id: string; status: string }>({
      ...findCompany,
      values: [line['credit_code']],
    });
    if (rows[0]?.status !== 'verified') throw new Error('No company that may post');
    const values = [
      rows[0].id,
      line['reference'],
      line['title'],
      line['occupation_code'],
      Number(line['headcount']),
      line['employment_type'],
      line['duties'],
      line['requirements'],
      line['region_code'],
      line['address'],
      Math.round(Number(line['pay_min']) * 100),
      Math.round(Number(line['pay_max']) * 100),
      line['pay_currency'],
      line['pay_period'],
      line['working_time'],
      Number(line['minimum_education']),
      Number(line['minimum_experience_years']),
      (line['skills'] ?? '').split(';').filter((skill) => skill !== ''),
      line['contact_route'],
      line['valid_through'],
    ];
    await this.pool.query({ ...upsert, values });
  }
}
