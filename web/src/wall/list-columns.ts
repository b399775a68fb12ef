import type { ListRow } from '../api/read-list';

export type ColumnKey =
  | 'name'
  | 'title'
  | 'company'
  | 'region'
  | 'headcount'
  | 'fairs'
  | 'applications'
  | 'status'
  | 'score'
  | 'opens'
  | 'submitted'
  | 'applicant'
  | 'first';

export interface Column {
  readonly key: ColumnKey;
  readonly kind: 'text' | 'name' | 'number' | 'region' | 'moment' | 'status';
  /** The first of these fields that a row has. */
  readonly fields: readonly string[];
}

const name: Column = { key: 'name', kind: 'name', fields: ['name', 'legalName', 'companyName'] };
const company: Column = { key: 'company', kind: 'name', fields: ['companyName'] };
const title: Column = { key: 'title', kind: 'text', fields: ['title', 'jobPostingTitle'] };
const region: Column = { key: 'region', kind: 'region', fields: ['regionCode'] };
const status: Column = { key: 'status', kind: 'status', fields: ['status'] };
const headcount: Column = { key: 'headcount', kind: 'number', fields: ['headcount'] };
const score: Column = { key: 'score', kind: 'number', fields: ['score'] };
const opens: Column = { key: 'opens', kind: 'moment', fields: ['opensAt'] };
const fairs: Column = { key: 'fairs', kind: 'number', fields: ['fairs'] };
const applications: Column = { key: 'applications', kind: 'number', fields: ['applications'] };
const applicant: Column = { key: 'applicant', kind: 'text', fields: ['id'] };
const first: Column = { key: 'first', kind: 'moment', fields: ['firstAppliedAt'] };
const submitted: Column = {
  key: 'submitted',
  kind: 'moment',
  fields: ['submittedAt', 'createdAt'],
};

const byResource: Readonly<Record<string, readonly Column[]>> = {
  fairs: [name, opens, region, status],
  companies: [name, fairs, region, status],
  booths: [name, status],
  'job-postings': [title, company, headcount, region, status],
  applications: [title, company, submitted, score, status],
  applicants: [applicant, first, applications],
};

const anything: readonly Column[] = [
  { key: 'name', kind: 'name', fields: ['name', 'title', 'legalName', 'text', 'id'] },
  submitted,
];

/** The columns that suit what a list holds, told by the last resource in its path. */
export function columnsOf(path: string, rows: readonly ListRow[]): readonly Column[] {
  const segments = path.split('?')[0]?.split('/') ?? [];
  const resource = segments.findLast((segment) => Object.hasOwn(byResource, segment)) ?? '';
  const columns = byResource[resource] ?? anything;
  return columns.filter((column) => rows.some((row) => cellOf(row, column) !== null));
}

/** The field's value, or `null` where the row has none of the column's fields. */
export function cellOf(row: ListRow, column: Column): string | number | null {
  for (const field of column.fields) {
    const value = row[field];
    if (typeof value === 'string' || typeof value === 'number') return value;
  }
  return null;
}

/** The English twin of a name, where the row has one. */
export function englishOf(row: ListRow, column: Column): string | null {
  for (const field of column.fields) {
    const value = row[`${field}En`];
    if (typeof value === 'string') return value;
  }
  return null;
}
