import type { Person } from '../../support/person.js';
import { inDays } from './posting-stage.js';
import type { Employer } from './posting-stage.js';

const header =
  'credit_code,reference,title,occupation_code,headcount,employment_type,duties,requirements,region_code,address,pay_min,pay_max,pay_currency,pay_period,working_time,minimum_education,minimum_experience_years,skills,contact_route,valid_through';
const validThrough = inDays(40);

export interface Report {
  importId: string;
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  errors: { line: number; column: string; code: string; message: string }[];
}

/** A line of a file of postings; one of its cells holds a line break. */
export function line(
  owner: Employer,
  reference: string,
  changes: Record<string, string> = {},
): string {
  const cells: Record<string, string> = {
    credit_code: owner.creditCode,
    reference,
    title: '护理员',
    occupation_code: '4-14',
    headcount: '3',
    employment_type: 'full_time',
    duties: '照料老人',
    requirements: '"有责任心,\n细致"',
    region_code: '310115',
    address: '晴川路1号',
    pay_min: '6000',
    pay_max: '8000.50',
    pay_currency: 'CNY',
    pay_period: 'month',
    working_time: '做五休二',
    minimum_education: '0',
    minimum_experience_years: '1',
    skills: '护理;急救',
    contact_route: '在线投递',
    valid_through: validThrough,
    ...changes,
  };
  return header
    .split(',')
    .map((column) => cells[column] ?? '')
    .join(',');
}

export const file = (...lines: string[]): string => `${[header, ...lines].join('\n')}\n`;

export async function upload(person: Person, content: string): Promise<Report> {
  const { status, body } = await person.upload<Report>('/api/v1/job-posting-imports', content);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
}

export const shapes = (report: Report): string[] =>
  report.errors.map(({ line: number, column, code }) => `${number} ${column} ${code}`);
